"""A search ends by a person's report with reasons, and begins anew by its withdrawal."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from stillhere.desk.access import Act, asks
from stillhere.desk.believed import belief_of
from stillhere.desk.clock import precisely
from stillhere.desk.forms.searching import EndingForm
from stillhere.desk.operation.current import the_operation
from stillhere.desk.operation.live import Operation
from stillhere.desk.searching.done import searched_of
from stillhere.desk.views.searching.shown import thousandths
from stillhere.desk.views.searching.words import area_words
from stillhere.desk.views.unshown import nothing
from stillhere.ledger import Picture, PlaceKey
from stillhere.plan.searched import (
    AreaEffort,
    Level,
    ended,
    expected_left,
)
from stillhere.reports import Report, Stamp, make_report
from stillhere.reports.withdrawing import Signed, withdraw_reports
from stillhere.vocabulary import ReportKind

TAKEN_BACK = "search begins anew"
"""Why the end of a search is withdrawn: words of the report, in every language."""


@asks(Act.DECIDE)
def end(request: HttpRequest, key: str) -> HttpResponse:
    """Ask for the reasons, beside what was done and how many are expected; store them."""
    operation = the_operation()
    place, found = PlaceKey(key), _area(operation, operation.picture, PlaceKey(key))
    if found is None:
        return nothing(request)
    sent = request.method == "POST"
    form = EndingForm(request.POST if sent else None)
    if sent and form.is_valid():
        author = f"desk:{request.user.get_username()}"
        why = form.cleaned_data["why"].strip()
        operation.enter([_closing(operation, place, why, author)])
        messages.success(
            request,
            _(
                "The search of this place is ended. Its effort and the people expected "
                "there stay in view. It can begin anew at any time."
            ),
        )
        return redirect("searched")
    done, left = found
    page = {
        "form": form,
        "names": area_words(operation, place),
        "done": done,
        "left": thousandths(left),
    }
    return render(request, "desk/search_end.html", page)


@asks(Act.DECIDE)
@require_POST
def undo(request: HttpRequest, report: str) -> HttpResponse:
    """Withdraw the end of a search: it begins anew."""
    operation = the_operation()
    with operation.writing():
        known = any(one.report == report for one in ended(operation.picture))
        if not known:
            return nothing(request)
        author = f"desk:{request.user.get_username()}"
        signed = Signed(operation.key, by=author, at=precisely(), why=TAKEN_BACK)
        named = [one.report for one in ended(operation.picture) if one.report == report]
        operation.enter([withdraw_reports(named, signed)])
    messages.success(request, _("The search begins anew."))
    return redirect("searched")


def _closing(operation: Operation, place: PlaceKey, why: str, author: str) -> Report:
    """The report; its time makes the same decision after an undo another report."""
    at = precisely()
    date = operation.today if operation.exercise else at
    return make_report(
        operation.key,
        ReportKind.CLOSING,
        author,
        {"place": place, "why": why, "date": date, "at": at},
        stamp=Stamp(author=author, source_date=date),
    )


def _area(
    operation: Operation, picture: Picture, key: PlaceKey
) -> tuple[AreaEffort, int] | None:
    """Effort of a settlement, street or building, and people expected there."""
    now = searched_of(operation, picture)
    for level in Level:
        if key in now.ground.levels[level].keys:
            left = expected_left(belief_of(operation, picture), now.ground, level)
            return now.areas(level)[key], left.get(key, 0)
    return None
