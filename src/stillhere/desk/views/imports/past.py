"""One import: what was said when it was read in, what it moved, and its undo."""

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from stillhere.desk.access import Act, asks, may, roles_of
from stillhere.desk.figures import Asked
from stillhere.desk.operation.current import the_operation
from stillhere.desk.operation.jobs import the_jobs
from stillhere.desk.operation.live import Operation
from stillhere.desk.operation.minutes import Aside, Minutes, minutes_of
from stillhere.desk.operation.past import find
from stillhere.desk.operation.starting import store_of
from stillhere.desk.operation.undoing import Taken, count_again, take_back
from stillhere.desk.unlocked import held
from stillhere.desk.views.imports.seen import is_shown, scopes_of
from stillhere.desk.views.imports.undone import undone_of
from stillhere.desk.views.imports.waiting import follow
from stillhere.desk.views.lines import lines
from stillhere.desk.views.pages import page_of
from stillhere.desk.wording import in_words
from stillhere.intake import PastImport
from stillhere.intake.formulas import disarmed
from stillhere.pipeline.readings import Progress
from stillhere.reports import ReportId
from stillhere.vocabulary import Status

_ASIDE_SHOWN = 20
"""Rows set aside that stand on the page itself; all of them are in the file."""

_Undo = Callable[[Operation, str, str, Progress], Taken]


@dataclass(frozen=True, slots=True)
class Step:
    """One status with its count before and after."""

    status: Status
    before: int
    after: int


@asks(Act.IMPORT)
def past(request: HttpRequest, name: str) -> HttpResponse:
    """What was read, what was set aside and why, what it moved, and its rows."""
    operation = the_operation()
    found = _found(request, operation, name)
    minutes = _minutes(name)
    aside = _visible(request, minutes)
    rows = page_of(request, _in_order(operation, found))
    page = {
        "name": name,
        "past": found,
        "undone": undone_of(operation, found),
        "rests": len(found.reports) - found.counting,
        "named": _named(operation, found),
        "minutes": minutes,
        "moves": [(m, _steps(m.statuses)) for m in reversed(minutes.moves)],
        "aside": aside[:_ASIDE_SHOWN],
        "aside_total": len(minutes.aside),
        "aside_more": len(aside) > _ASIDE_SHOWN,
        "people": list(_people(operation, found)),
        "page": rows,
        "lines": lines(request, operation.picture, rows.items),
    }
    return render(request, "desk/import_past.html", page)


@asks(Act.IMPORT)
def set_aside(request: HttpRequest, name: str) -> HttpResponse:
    """The rows set aside, as a file; no cell of it begins a formula."""
    found = _found(request, the_operation(), name)
    text = io.StringIO()
    sheet = csv.writer(text)
    for row in _visible(request, _minutes(name)):
        cells = [row.sheet, str(row.row), *row.cells]
        sheet.writerow([disarmed(cell) for cell in cells])
    answer = HttpResponse(
        text.getvalue().encode("utf-8-sig"), content_type="text/csv; charset=utf-8"
    )
    kept = f"{found.file.rpartition('.')[0] or found.file} - set aside.csv"
    answer.headers["Content-Disposition"] = _attached(kept)
    return answer


@asks(Act.IMPORT)
@require_POST
def undo(request: HttpRequest, name: str) -> HttpResponse:
    """Take the import back."""
    return _begin(request, name, take_back)


@asks(Act.IMPORT)
@require_POST
def bring_back(request: HttpRequest, name: str) -> HttpResponse:
    """Let an import that was taken back count again."""
    return _begin(request, name, count_again)


def _begin(request: HttpRequest, name: str, work: _Undo) -> HttpResponse:
    operation, account = the_operation(), request.user.get_username()
    found = _found(request, operation, name)
    job = the_jobs().begin(
        "undo" if work is take_back else "bring back",
        lambda tell: work(operation, name, account, tell),
        about=found.file,
        account=account,
        scopes=scopes_of(operation, found),
    )
    return follow(job)


def _found(request: HttpRequest, operation: Operation, name: str) -> PastImport:
    try:
        found = find(operation, name)
    except KeyError as error:
        raise Http404 from error
    if not is_shown(request, operation, found):
        raise Http404
    return found


def _minutes(name: str) -> Minutes:
    with store_of(held()) as store:
        return minutes_of(store, name)


def _visible(request: HttpRequest, minutes: Minutes) -> list[Aside]:
    """Those of lists the account may see."""
    roles = roles_of(request.user)  # type: ignore[arg-type]  # signed in by the rule
    return [
        row
        for row in minutes.aside
        if any(may(roles, Act.SEE, scope) for scope in row.scopes)
    ]


def _in_order(operation: Operation, found: PastImport) -> list[ReportId]:
    """Its rows as they stand in the file."""
    origin = operation.picture.evidence.provenance

    def place(report: ReportId) -> tuple[str, int, str]:
        line = origin(report)
        return ("", 0, report) if line is None else (line.sheet, line.row, report)

    return sorted(found.reports, key=place)


def _named(operation: Operation, found: PastImport) -> int:
    """How many people the rows that an undo takes back are held to be about."""
    picture = operation.picture
    people = (picture.referents.get(row, row) for row in found.alone)
    return len({person for person in people if person in picture.entries})


def _steps(statuses: tuple[tuple[str, int, int], ...]) -> list[Step]:
    return [Step(Status(code), was, now) for code, was, now in statuses]


def _people(operation: Operation, found: PastImport) -> Iterator[tuple[str, str, str]]:
    """For each of its sources and what it says of people: where they are listed."""
    for name in found.sources:
        source = operation.picture.sources.get(name)
        for event, _count in () if source is None else source.events:
            yield name, in_words(event), Asked(event.value, source=name).address


def _attached(name: str) -> str:
    return f"attachment; filename*=UTF-8''{quote(name, safe='')}"
