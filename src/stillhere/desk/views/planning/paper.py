"""A sheet for the printer."""

from collections.abc import Iterator
from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from stillhere.desk import rows
from stillhere.desk.access import Act, asks
from stillhere.desk.clock import now
from stillhere.desk.operation.current import the_operation
from stillhere.desk.operation.jobs import Job
from stillhere.desk.operation.live import Operation
from stillhere.desk.planning.day import Wishes, Worked
from stillhere.desk.planning.handing import HandedSheet
from stillhere.desk.planning.register import sheet_of
from stillhere.desk.planning.working import the_workshop
from stillhere.desk.saying import voice
from stillhere.desk.views.planning.asking import occasion_of, waiting
from stillhere.ledger import Entry, PlaceKey
from stillhere.plan import Plan, Sheet, Stop, Team, TeamPlan, sheets
from stillhere.plan.reasons import reason
from stillhere.plan.safety import abort_word


@asks(Act.SEE)
def sheet(request: HttpRequest, number: int) -> HttpResponse:
    """One sheet for the printer."""
    operation = the_operation()
    handed = sheet_of(operation.picture, number)
    if handed is None:
        raise Http404
    made = the_workshop().newest()
    if made is None:
        found = the_workshop().wanted(operation, Wishes(), request.user.get_username())
        if isinstance(found, Job):
            return render(request, "desk/plan_sheet_waits.html", waiting(found))
        made = found
    printed = _printed(operation, handed, made)
    _note_names(request, operation, handed, printed)
    page = {"handed": handed, "sheet": printed, "region": operation.region}
    return render(request, "desk/plan_sheet.html", page)


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
    team = TeamPlan(Team(handed.team), stops, further_of(handed))
    plan = Plan(handed.picture, handed.rules, (team,), (), handed.by_roads)
    wishes = replace(Wishes(), start=handed.start)
    occasion = replace(
        occasion_of(operation, wishes, made),
        day=handed.day,
        skills={handed.team: handed.skills},
    )
    (printed,) = sheets(plan, made.picture, made.atlas, occasion, voice())
    return replace(
        printed,
        code=handed.code,
        abort=abort_word(handed.plan).side_by_side(occasion.language),
        check_ins=tuple(map(handed.clock, handed.check_ins)) or printed.check_ins,
    )


def further_of(handed: HandedSheet) -> PlaceKey | None:
    """Where to go when all is done; None where the team is there already."""
    at = handed.stops[-1].key.partition("/")[0] if handed.stops else ""
    return None if handed.after == at else handed.after


def _note_names(
    request: HttpRequest, operation: Operation, handed: HandedSheet, printed: Sheet
) -> None:
    """Log whose names the sheet carries: paper opens a person, too."""
    for entry in _named(operation, handed, printed):
        rows.note_opening(now(), request.user.get_username(), entry.id, "plan-sheet")


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
