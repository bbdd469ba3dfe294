"""A returned sheet is typed in: line by line, sent as often as one likes."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stillhere.desk.access import Act, asks
from stillhere.desk.clock import now
from stillhere.desk.entering.at_door import (
    Resident,
    names_offered,
    picked_by_name,
    residents_of,
)
from stillhere.desk.entering.sheet_lines import (
    StoredLine,
    Table,
    Typed,
    line_reports,
    stored_line,
)
from stillhere.desk.forms.entering.sheet import LineForm
from stillhere.desk.operation.current import the_operation
from stillhere.desk.operation.live import Operation
from stillhere.desk.planning.handing import HandedSheet, HandedStop
from stillhere.desk.planning.register import sheet_of, typed_stops
from stillhere.desk.saying import number as in_groups
from stillhere.desk.views.entering.memory import hand_of, remember_entry
from stillhere.desk.views.entering.shown import stored
from stillhere.desk.views.entering.words import address_words, door_words
from stillhere.ledger import PlaceKey
from stillhere.reports import Report

_LONGEST = 9
"""Digits of the number of a sheet that are looked at."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the page.

    Attributes:
        stop: As handed out.
        address: Street, house and flat.
        form: What is typed.
        stored: As it is stored; None where it is not.
        residents: Who is registered at the door.
    """

    stop: HandedStop
    address: str
    form: LineForm
    stored: StoredLine | None
    residents: tuple[Resident, ...]

    @property
    def offered(self) -> list[str]:
        """Names to pick from."""
        return names_offered(self.residents)


@asks(Act.ENTER)
def by_number(request: HttpRequest) -> HttpResponse:
    """From the number on the paper to its page."""
    text = request.GET.get("number", "").strip()[:_LONGEST]
    if text.isdecimal() and sheet_of(the_operation().picture, int(text)) is not None:
        return redirect("enter-sheet", int(text))
    messages.warning(
        request,
        _(
            "No sheet with this number was handed out here. Look at the number at the "
            "top of the paper; the sheets that are out stand below."
        ),
    )
    return redirect("enter")


@asks(Act.ENTER)
def sheet(request: HttpRequest, number: int) -> HttpResponse:
    """The stops of a sheet in order, with what is typed in so far."""
    operation = the_operation()
    handed = sheet_of(operation.picture, number)
    if handed is None:
        raise Http404
    sent = request.method == "POST"
    lines = _rows(request, operation, handed, sent=sent)
    if sent:
        wrong = _store(request, operation, handed, lines)
        if not wrong:
            return redirect("enter-sheet", number)
        lines = _rows(request, operation, handed, sent=True)
    return render(request, "desk/enter_sheet.html", _page(request, handed, lines))


def _rows(
    request: HttpRequest, operation: Operation, handed: HandedSheet, *, sent: bool
) -> list[Row]:
    picture = operation.picture
    typed = typed_stops(picture, handed)
    rows = []
    for stop in handed.stops:
        visits = typed.get(stop.number)
        known = stored_line(picture, visits) if visits else None
        planned = Typed(time=handed.clock(stop.arrive_s))
        form = LineForm(
            request.POST if sent else None,
            number=stop.number,
            typed=known.typed if known is not None else planned,
            offers=f"met-{stop.number}",
        )
        line = known.reports if known is not None else ()
        residents = residents_of(picture, stop.key, line)
        address = address_words(stop.key, operation)
        rows.append(Row(stop, address, form, known, residents))
    if rows:
        _focus(rows)
    return rows


def _focus(rows: list[Row]) -> None:
    """Begin at the first line that is not stored."""
    first = next((row for row in rows if row.stored is None), rows[0])
    first.form.fields["result"].widget.attrs["autofocus"] = True


def _store(
    request: HttpRequest, operation: Operation, handed: HandedSheet, rows: list[Row]
) -> int:
    """Store the lines that are right and changed; how many are wrong."""
    table = Table(handed, operation.world.buildings, hand_of(request, operation), now())
    right = [row for row in rows if row.form.is_valid()]
    lines = [_line(row, table, operation) for row in right]
    changed, wrong = sum(map(bool, lines)), len(rows) - len(right)
    _enter(request, operation, [report for new in lines for report in new])
    _tell(request, changed, wrong)
    return wrong


def _line(row: Row, table: Table, operation: Operation) -> list[Report]:
    """What a line adds, with who of the door was met."""
    new = line_reports(row.stop, row.form.typed(), row.stored, table)
    who = picked_by_name(new, row.residents, operation.picture, table.hand)
    return [*new, *who]


def _enter(request: HttpRequest, operation: Operation, reports: list[Report]) -> None:
    if reports:
        remember_entry(request, operation.enter(reports), reports)


def _tell(request: HttpRequest, changed: int, wrong: int) -> None:
    text = ngettext("{lines} line was stored.", "{lines} lines were stored.", changed)
    messages.success(request, text.format(lines=in_groups(changed)))
    if wrong:
        text = ngettext(
            "{lines} line was not stored: correct it below and send again.",
            "{lines} lines were not stored: correct them below and send again.",
            wrong,
        )
        messages.error(request, text.format(lines=in_groups(wrong)))


def _page(request: HttpRequest, handed: HandedSheet, rows: list[Row]) -> dict[str, Any]:
    operation = the_operation()
    settlements: list[tuple[str, list[Row]]] = []
    for row in rows:
        words = door_words(PlaceKey(row.stop.key.partition("/")[0]), operation)
        if not settlements or settlements[-1][0] != words:
            settlements.append((words, []))
        settlements[-1][1].append(row)
    return {
        "handed": handed,
        "settlements": settlements,
        "typed": sum(row.stored is not None for row in rows),
        "stops": len(rows),
        "stored": stored(request, operation),
    }
