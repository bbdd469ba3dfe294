"""The plan: who goes where next, handed out as sheets with numbers."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from stillhere.desk import rows
from stillhere.desk.access import Act, asks
from stillhere.desk.clock import now
from stillhere.desk.forms.plan import WishesForm
from stillhere.desk.operation.current import the_operation
from stillhere.desk.operation.jobs import Job
from stillhere.desk.operation.live import Operation
from stillhere.desk.planning.day import Wishes, Worked
from stillhere.desk.planning.handing import HandedSheet, handed_fields
from stillhere.desk.planning.register import (
    all_sheets,
    next_number,
    sheet_of,
    sheets_out,
)
from stillhere.desk.planning.working import the_workshop
from stillhere.desk.saying import language, number, said, voice
from stillhere.ledger import Entry
from stillhere.plan import Occasion, Plan, Sheet, Stop, Team, TeamPlan, sheets
from stillhere.plan.reasons import reason
from stillhere.reports import Stamp, make_report
from stillhere.reports.withdrawing import Signed, withdraw_reports
from stillhere.vocabulary import ReportKind

_USED = "used in plans"
CHECK_IN_MINUTES = 120
_THOUSAND = 1000


@dataclass(frozen=True, slots=True)
class Shown:
    """The stops of one team as the page shows them.

    Attributes:
        sheet: As it would be printed.
        stops: Line by line beside the sheet's lines.
        expected: Finds to be expected, thousandths.
    """

    sheet: Sheet
    stops: tuple[Stop, ...]
    expected: int

    @property
    def lines(self) -> list[tuple[Any, Stop]]:
        """Each printed line with its stop."""
        return list(zip(self.sheet.lines, self.stops, strict=True))


@asks(Act.SEE)
def plan(request: HttpRequest) -> HttpResponse:
    """The plan of the day, at once or as soon as it is worked out."""
    operation = the_operation()
    form = WishesForm(request.GET or _used(request))
    wishes = form.wishes()
    if _used(request) != _as_typed(wishes):
        request.session[_USED] = _as_typed(wishes)
    found = _found(request, operation, wishes)
    page: dict[str, Any] = {
        "form": form,
        "sheets": sheets_out(operation.picture),
        "today": operation.today[:10],
    }
    if isinstance(found, Job):
        return render(request, "desk/plan.html", {**page, **_waiting(found)})
    page |= _planned(operation, found)
    return render(request, "desk/plan.html", page)


@asks(Act.DECIDE)
@require_POST
def accept(request: HttpRequest) -> HttpResponse:
    """Hand a plan out: from now on its sheets are known by their numbers."""
    operation = the_operation()
    made = the_workshop().by_code(request.POST.get("plan", ""))
    if made is None:
        messages.warning(
            request,
            _(
                "This plan is kept no more: the program was started anew, or others were "
                "worked out since. Nothing was handed out. Look at the plan below and "
                "hand it out."
            ),
        )
        return redirect("plan")
    numbers = _hand_out(request, operation, made)
    if numbers:
        text = ngettext(
            "{count} sheet is handed out: number {numbers}.",
            "{count} sheets are handed out: numbers {numbers}.",
            len(numbers),
        )
        named = ", ".join(map(str, numbers))
        messages.success(
            request, text.format(count=number(len(numbers)), numbers=named)
        )
    else:
        messages.info(request, _("These sheets are handed out already."))
    return redirect("plan")


@asks(Act.SEE)
def sheet(request: HttpRequest, number: int) -> HttpResponse:
    """One sheet for the printer."""
    operation = the_operation()
    handed = sheet_of(operation.picture, number)
    if handed is None:
        raise Http404
    made = the_workshop().newest()
    if made is None:
        found = the_workshop().wanted(operation, Wishes(), _account(request))
        if isinstance(found, Job):
            return render(request, "desk/plan_sheet_waits.html", _waiting(found))
        made = found
    printed = _printed(operation, handed, made)
    _note_names(request, operation, handed, printed)
    page = {"handed": handed, "sheet": printed, "region": operation.region}
    return render(request, "desk/plan_sheet.html", page)


@asks(Act.DECIDE)
@require_POST
def take_back(request: HttpRequest, number: int) -> HttpResponse:
    """Take back the plan a sheet belongs to: its sheets count no more."""
    operation = the_operation()
    handed = sheet_of(operation.picture, number)
    if handed is None:
        raise Http404
    author = f"desk:{_account(request)}"
    signed = Signed(operation.key, by=author, at=now(), why="plan taken back")
    operation.enter([withdraw_reports([handed.report], signed)])
    messages.success(
        request,
        _(
            "The plan is taken back, with all its sheets. Collect what is printed. What "
            "was typed in from them stays."
        ),
    )
    return redirect("plan")


def _account(request: HttpRequest) -> str:
    return request.user.get_username()


def _used(request: HttpRequest) -> dict[str, Any]:
    """The wishes of this session, else the usual day."""
    found: dict[str, Any] = request.session.get(_USED) or _as_typed(Wishes())
    return found


def _as_typed(wishes: Wishes) -> dict[str, Any]:
    return {
        "teams": wishes.teams,
        "hours": wishes.hours,
        "start": wishes.start,
        "doors": wishes.doors,
    }


def _found(request: HttpRequest, operation: Operation, wishes: Wishes) -> Worked | Job:
    """The plan to show: an older one stays on the page until a newer is asked for."""
    older = the_workshop().older(wishes)
    if older is not None and "anew" not in request.GET:
        return older
    return the_workshop().wanted(operation, wishes, _account(request))


def _waiting(job: Job) -> dict[str, Any]:
    told = said(job.error) if job.error is not None else ""
    return {"job": job, "percent": round(100 * job.share), "fault": told}


def _planned(operation: Operation, made: Worked) -> dict[str, Any]:
    printed = sheets(
        made.plan, made.picture, made.atlas, _occasion(operation, made.wishes), voice()
    )
    teams = [
        Shown(sheet, team.stops, sum(s.expected for s in team.stops) // _THOUSAND)
        for sheet, team in zip(printed, made.plan.teams, strict=True)
    ]
    return {
        "made": made,
        "teams": teams,
        "expected": made.believed.expected // _THOUSAND,
        "stale": made.picture.digest != operation.picture.digest,
        "handed": any(s.plan == made.plan.code for s in all_sheets(operation.picture)),
    }


def _occasion(operation: Operation, wishes: Wishes) -> Occasion:
    return Occasion(
        region=operation.region,
        day=operation.today[:10],
        start=wishes.start,
        language=language(),
        check_in_minutes=CHECK_IN_MINUTES,
    )


def _hand_out(
    request: HttpRequest, operation: Operation, made: Worked
) -> tuple[int, ...]:
    """Store the report of a plan; numbers of its sheets, none where it was known."""
    author, today = f"desk:{_account(request)}", operation.today
    with operation.writing():
        handed = all_sheets(operation.picture)
        if any(s.plan == made.plan.code and s.day == today[:10] for s in handed):
            return ()
        fields = handed_fields(
            made.plan,
            day=today[:10],
            start=made.wishes.start,
            first=next_number(operation.picture),
        )
        report = make_report(
            operation.key,
            ReportKind.PLAN,
            author,
            fields,
            stamp=Stamp(author=author, source_date=today),
        )
        operation.enter([report])
    return tuple(
        s.number for s in all_sheets(operation.picture) if s.report == report.id
    )


def _printed(operation: Operation, handed: HandedSheet, made: Worked) -> Sheet:
    """A sheet as it was handed out, with the reasons of the newest belief."""
    stops = tuple(
        Stop(
            number=stop.number,
            key=stop.key,
            arrive_s=stop.arrive_s,
            leave_by_s=stop.leave_by_s,
            expected=0,
            why=reason(stop.key, made.picture, made.believed),
        )
        for stop in handed.stops
    )
    team = TeamPlan(Team(handed.team), stops, handed.after)
    plan = Plan(handed.picture, handed.rules, (team,), ())
    wishes = replace(Wishes(), start=handed.start)
    occasion = replace(_occasion(operation, wishes), day=handed.day)
    (printed,) = sheets(plan, made.picture, made.atlas, occasion, voice())
    return replace(printed, code=handed.code)


def _note_names(
    request: HttpRequest, operation: Operation, handed: HandedSheet, printed: Sheet
) -> None:
    """Log whose names the sheet carries: paper opens a person, too."""
    for entry in _named(operation, handed, printed):
        rows.note_opening(now(), _account(request), entry.id, "plan-sheet")


def _named(
    operation: Operation, handed: HandedSheet, printed: Sheet
) -> Iterator[Entry]:
    picture = operation.picture
    for stop, line in zip(handed.stops, printed.lines, strict=True):
        place = picture.places.get(stop.key) if line.names else None
        for person in place.residents if place is not None else ():
            entry = picture.entries[person]
            if entry.name and entry.name in line.names:
                yield entry
