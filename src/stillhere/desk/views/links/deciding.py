"""Same, different, unsure: stored, told on the next page, and taken back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from stillhere.desk.access import Act, asks
from stillhere.desk.clock import now
from stillhere.desk.forms.links import From, came_from, judgement_of
from stillhere.desk.linking.judging import (
    Pair,
    Saying,
    decided,
    in_force,
    on_pair,
    taken_back,
)
from stillhere.desk.linking.queues import Queue
from stillhere.desk.operation.current import the_operation
from stillhere.desk.operation.live import Entered, Operation
from stillhere.desk.views.entering.memory import hand_of
from stillhere.desk.views.links.memory import remember
from stillhere.desk.views.ruled import reader_of
from stillhere.desk.views.unshown import may_see, nothing
from stillhere.ledger import Picture
from stillhere.reports import Report, ReportId
from stillhere.reports.statements import JudgementKind
from stillhere.vocabulary import ReportKind


@asks(Act.DECIDE)
@require_POST
def judge(request: HttpRequest, a: str, b: str) -> HttpResponse:
    """Decide on a pair, then on to the next one of its queue."""
    operation = the_operation()
    pair = known_pair(request, operation.picture, a, b)
    if pair is None:
        return nothing(request)
    judgement = judgement_of(request.POST)
    where = came_from(request.POST)
    if judgement is None:
        return redirect(reverse("link", args=pair) + where.query)
    report, entered = _store(request, operation, pair, judgement)
    remember(request, report, entered, undone=False, where=where)
    return redirect(_next(request, operation, pair, where))


@asks(Act.DECIDE)
@require_POST
def undo(request: HttpRequest, report: str) -> HttpResponse:
    """Take a decision back; afterwards everything is as it was before it.

    Leads to the pair, where it stands in its queue again.
    """
    operation = the_operation()
    judgement = operation.picture.evidence.report(ReportId(report))
    if judgement is None or judgement.kind is not ReportKind.JUDGEMENT:
        return nothing(request)
    if not may_see(request, judgement):
        return nothing(request)
    fields = judgement.fields
    pair = known_pair(
        request, operation.picture, str(fields.get("a")), str(fields.get("b"))
    )
    with operation.writing():
        with operation.evidence() as picture:
            hand = hand_of(request, operation)
            reports = taken_back(picture, judgement.id, hand, now())
        entered = operation.enter(reports) if reports else None
    if pair is None:
        return redirect("links")
    where = came_from(request.POST)
    remember(request, judgement, entered, undone=True, where=where)
    return redirect(reverse("link", args=pair) + where.query)


def known_pair(request: HttpRequest, picture: Picture, a: str, b: str) -> Pair | None:
    """Two different mentions in force that the reader may see, sorted; else None."""
    one, two = sorted((ReportId(a), ReportId(b)))
    if one == two or not all(_is_mention(request, picture, m) for m in (one, two)):
        return None
    return one, two


def _is_mention(request: HttpRequest, picture: Picture, mention: ReportId) -> bool:
    report = picture.evidence.report(mention)
    seen = report is not None and may_see(request, report)
    return seen and in_force(picture, mention)


def _store(
    request: HttpRequest, operation: Operation, pair: Pair, judgement: JudgementKind
) -> tuple[Report, Entered | None]:
    """The decision, and what came of it; None where nothing was new."""
    with operation.writing():
        hand = hand_of(request, operation)
        reports = decided(operation.picture, pair, Saying(judgement), hand, now())
        entered = operation.enter(reports) if reports else None
    report = reports[0] if reports else _known(operation, pair, hand.author)
    return report, entered


def _known(operation: Operation, pair: Pair, author: str) -> Report:
    """Somebody's decision on a pair that was stored before."""
    own = (j.report for j in on_pair(operation.picture, pair) if j.source == author)
    found = operation.picture.evidence.report(next(own))
    if found is None:
        raise LookupError(author)
    return found


def _next(request: HttpRequest, operation: Operation, pair: Pair, where: From) -> str:
    """The pair that now stands where this one stood; the list where none is left.

    The pair itself for one that was opened from elsewhere.
    """
    if where.queue is None:
        return reverse("link", args=pair)
    with operation.evidence() as picture:
        queue = Queue(picture, where.queue, reader_of(request))
        at = min(max(where.place, 1), len(queue))
        if not at:
            return f"{reverse('links')}?tab={where.queue.value}"
        doubt = queue[at - 1]
    return reverse("link", args=[doubt.a, doubt.b]) + From(where.queue, at).query
