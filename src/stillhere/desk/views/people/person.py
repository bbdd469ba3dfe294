"""One person with everything known of them, and who says so."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from stillhere.desk import rows
from stillhere.desk.access import Act, asks
from stillhere.desk.clock import now
from stillhere.desk.naming import person_name, place_names
from stillhere.desk.operation.current import the_operation
from stillhere.desk.views.lines import Line, lines
from stillhere.desk.views.pages import page_of
from stillhere.desk.views.people.company import members
from stillhere.desk.views.people.conflicts import disagreements
from stillhere.desk.views.people.ties import ties_of
from stillhere.desk.views.people.values import Reader, value, values
from stillhere.desk.views.unshown import nothing, sees_children
from stillhere.intake.located import UNKNOWN
from stillhere.ledger import Entry, Picture
from stillhere.reports import ReportId


@asks(Act.SEE)
def person(request: HttpRequest, mention: str) -> HttpResponse:
    """A person by any of their mentions."""
    operation = the_operation()
    picture = operation.picture
    entry = _entry(picture, mention)
    if entry is None:
        return nothing(request)
    if entry.id != mention:
        return redirect("person", entry.id)
    rows.note_opening(now(), request.user.get_username(), entry.id, "person")
    reader = Reader(operation.gazetteer, sees_children(request))
    household = picture.households.get(entry.household) if entry.household else None
    home = entry.home.settlement if entry.home is not None else UNKNOWN
    page = {
        "entry": entry,
        "name": person_name(entry),
        "status": value(entry, "status", reader),
        "values": values(entry, reader),
        "home": place_names(operation.gazetteer, home) if home else "",
        "household": household,
        "members": members(picture, household.members, entry.id) if household else [],
        "steps": list(_steps(request, picture, entry)),
        "disagreements": disagreements(entry),
        "ties": ties_of(request, entry),
    }
    return render(request, "desk/person.html", page)


@asks(Act.SEE)
def person_value(request: HttpRequest, mention: str, name: str) -> HttpResponse:
    """One value of a person with the reports behind it."""
    operation = the_operation()
    entry = _entry(operation.picture, mention)
    if entry is None:
        return nothing(request)
    reader = Reader(operation.gazetteer, sees_children(request))
    try:
        shown = value(entry, name, reader)
    except KeyError:
        return nothing(request)
    rows.note_opening(now(), request.user.get_username(), entry.id, "value")
    page = page_of(request, entry.cites(name))
    context = {
        "entry": entry,
        "name": person_name(entry),
        "value": shown,
        "page": page,
        "lines": lines(request, operation.picture, page.items),
    }
    return render(request, "desk/value.html", context)


def _entry(picture: Picture, mention: str) -> Entry | None:
    try:
        return picture.entry(ReportId(mention))
    except (KeyError, ValueError):  # nobody, or not even an id
        return None


@dataclass(frozen=True, slots=True)
class Step:
    """One report in the time line of a person; whether it stands behind the status."""

    line: Line
    behind: bool


def _steps(request: HttpRequest, picture: Picture, entry: Entry) -> Iterator[Step]:
    """Everything said of a person by date; what bears no date comes last."""
    behind = set(entry.cites("status"))
    words = sorted(entry.words, key=lambda w: (w.date is None, w.date or "", w.report))
    reports = [word.report for word in words]
    if entry.death is not None and entry.death.report not in reports:
        reports.append(entry.death.report)
    for line in lines(request, picture, reports):
        yield Step(line, line.report in behind)
