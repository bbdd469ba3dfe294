"""This place, none of these, left open: stored, told on the next page, and taken back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from stillhere.desk.access import Act, asks
from stillhere.desk.clock import precisely
from stillhere.desk.forms.settling import Chosen, Standing, chosen, standing_of
from stillhere.desk.linking.judging import taken_back
from stillhere.desk.operation.current import the_operation
from stillhere.desk.operation.jobs import the_jobs
from stillhere.desk.operation.live import Operation
from stillhere.desk.operation.rereading import reread
from stillhere.desk.settling.meant import Meant
from stillhere.desk.settling.said import Saying, decided, said_of
from stillhere.desk.settling.waiting import (
    Names,
    code_of,
    names_of,
    undecided_text,
)
from stillhere.desk.views.entering.memory import hand_of
from stillhere.desk.views.settling.told import remember
from stillhere.desk.views.unshown import nothing
from stillhere.plan.unplaced import Unplaced


@asks(Act.DECIDE)
@require_POST
def settle(request: HttpRequest, code: str) -> HttpResponse:
    """Decide on a name, then on to the next one of the list."""
    operation, where = the_operation(), standing_of(request.POST)
    names = _names(operation)
    one = names.every.get(code)
    if one is None:
        return nothing(request)
    wanted = chosen(request.POST)
    known = wanted is not None and _is_known(operation, wanted)
    if wanted is None or not known:
        return redirect(reverse("doubtful-place", args=[code]) + where.query)
    _store(request, operation, one, wanted, where)
    return redirect(_next(operation, code, where))


@asks(Act.DECIDE)
@require_POST
def undo(request: HttpRequest, report: str) -> HttpResponse:
    """Take a decision back; what it took the place of counts again.

    Leads to the name, where it stands in the list again.
    """
    operation, where = the_operation(), standing_of(request.POST)
    with operation.writing():
        with operation.evidence() as picture:
            known = (s for s in said_of(picture).every if s.report == report)
            said = next(known, None)
            hand = hand_of(request, operation)
            back = taken_back(picture, said.report, hand, precisely()) if said else []
        if said is None:
            return nothing(request)
        operation.enter(back)
    remember(request, said.text, "")
    names = _names(operation).every
    code = next((c for c, one in names.items() if said.text in one.texts), "")
    if not code:
        return redirect("doubtful-places")
    return redirect(reverse("doubtful-place", args=[code]) + where.query)


@asks(Act.DECIDE)
@require_POST
def reread_places(request: HttpRequest) -> HttpResponse:
    """Read every place anew by the decisions, beside the pages."""
    operation = the_operation()
    running = (j for j in the_jobs().listed() if j.kind == "places" and not j.over)
    if next(running, None) is None:
        the_jobs().begin(
            "places",
            lambda tell: reread(operation, tell),
            account=request.user.get_username(),
        )
    return redirect("doubtful-places")


def _names(operation: Operation) -> Names:
    with operation.evidence() as picture:
        return names_of(operation, picture)


def _is_known(operation: Operation, wanted: Chosen) -> bool:
    """Whether a place that is chosen is one of the tables."""
    if wanted.meant is not Meant.PLACE:
        return True
    return operation.gazetteer.coded(wanted.code) is not None


def _store(
    request: HttpRequest,
    operation: Operation,
    one: Unplaced,
    wanted: Chosen,
    where: Standing,
) -> None:
    with operation.writing():
        with operation.evidence() as picture:
            known = said_of(picture)
        text = undecided_text(one, known)
        saying = Saying(text, wanted.meant, wanted.code)
        hand = hand_of(request, operation)
        reports = decided(known, saying, hand, precisely())
        if reports:
            operation.enter(reports)
    counts = known.on(text)
    before = counts.report if counts is not None else ""
    report = reports[0].id if reports else before
    remember(request, text, report, news=bool(reports), place=where.place)


def _next(operation: Operation, code: str, where: Standing) -> str:
    """The name that now stands where this one stood; the list where none is left.

    The name itself for one that was opened from elsewhere.
    """
    if not where.place:
        return reverse("doubtful-place", args=[code])
    waiting = _names(operation).open
    at = min(where.place, len(waiting))
    if not at:
        return reverse("doubtful-places")
    following = reverse("doubtful-place", args=[code_of(waiting[at - 1].key)])
    return following + Standing(at).query
