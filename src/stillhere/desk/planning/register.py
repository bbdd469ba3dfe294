"""The sheets that were handed out: found among the reports, read once.

Held in memory beside the reports they come from, so that nothing can disagree with them:
after a restart they are found again.
"""

import threading
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from stillhere.desk.planning.handing import HandedSheet, sheets_of
from stillhere.ledger import Picture, PlaceKey
from stillhere.pipeline.evidence import BenchEvidence, evidence_of
from stillhere.reports import Report, ReportId


@dataclass(frozen=True, slots=True)
class SheetOut:
    """One sheet and how far it is typed in.

    Attributes:
        sheet: As handed out.
        typed: Stops with a result.
    """

    sheet: HandedSheet
    typed: int

    @property
    def stops(self) -> int:
        """How many stops it has."""
        return len(self.sheet.stops)

    @property
    def back(self) -> bool:
        """Whether anything of it was typed in: the sheet is back."""
        return self.typed > 0

    @property
    def whole(self) -> bool:
        """Whether every stop has a result."""
        return self.typed >= self.stops


class Register:
    """Every sheet of the reports of one operation."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._evidence: BenchEvidence | None = None
        self._seen = 0
        self._sheets: dict[ReportId, tuple[HandedSheet, ...]] = {}

    def sheets(self, picture: Picture) -> tuple[HandedSheet, ...]:
        """The sheets whose report is in force, by number.

        Of two with one number, from two laptops, the smaller report comes first.
        """
        in_force = evidence_of(picture).bench.book.in_force
        return tuple(s for s in self.ever(picture) if in_force(s.report))

    def ever(self, picture: Picture) -> list[HandedSheet]:
        """Every sheet there ever was, also those taken back, in the same order."""
        with self._guard:
            self._follow(evidence_of(picture))
            found = [sheet for several in self._sheets.values() for sheet in several]
        return sorted(found, key=lambda s: (s.number, s.report))

    def _follow(self, evidence: BenchEvidence) -> None:
        """Read the reports that came since; all of them for another operation."""
        if evidence is not self._evidence:
            self._evidence, self._seen, self._sheets = evidence, 0, {}
        log = evidence.bench.log
        end = len(log)
        self._read(log[self._seen : end])
        self._seen = end

    def _read(self, reports: Iterable[Report]) -> None:
        for report in reports:
            if found := sheets_of(report):
                self._sheets[report.id] = found


_register = Register()


def all_sheets(picture: Picture) -> tuple[HandedSheet, ...]:
    """Every sheet that was handed out and not taken back, by number."""
    return _register.sheets(picture)


def sheet_of(picture: Picture, number: int) -> HandedSheet | None:
    """The sheet of a number; None where none has it."""
    return next((s for s in all_sheets(picture) if s.number == number), None)


def next_number(picture: Picture) -> int:
    """The number of the next sheet, from 1: paper that was taken back keeps its own."""
    return max((s.number for s in _register.ever(picture)), default=0) + 1


def sheets_out(picture: Picture) -> list[SheetOut]:
    """All sheets with how far they are typed in, the newest first."""
    found = reversed(all_sheets(picture))
    return [SheetOut(sheet, len(typed_stops(picture, sheet))) for sheet in found]


def typed_stops(picture: Picture, sheet: HandedSheet) -> dict[int, list[ReportId]]:
    """Visits in force that were typed in from a sheet, by the number of their stop."""
    found: dict[int, list[ReportId]] = {}
    for stop in sheet.stops:
        place = picture.places.get(stop.key)
        for visit in place.visits if place is not None else ():
            report = picture.evidence.report(visit.report)
            if report is None or f'"sheet":"{sheet.code}"' not in report.body:
                continue
            if report.fields.get("stop") == stop.number:
                found.setdefault(stop.number, []).append(visit.report)
    return found


def held_doors(picture: Picture, day: str) -> frozenset[PlaceKey]:
    """Doors on sheets of a day that are out: another plan leaves them alone."""
    return frozenset(door for _, door in _held(picture, day))


def sheets_holding(
    picture: Picture, day: str, doors: AbstractSet[PlaceKey]
) -> tuple[int, ...]:
    """Numbers of the sheets of a day that are out and hold any of some doors."""
    return tuple(sorted({n for n, door in _held(picture, day) if door in doors}))


def _held(picture: Picture, day: str) -> Iterator[tuple[int, PlaceKey]]:
    """Number of the sheet and door, for every door of a day without a result."""
    for sheet in all_sheets(picture):
        if sheet.day == day:
            typed = typed_stops(picture, sheet)
            for stop in sheet.stops:
                if stop.number not in typed:
                    yield sheet.number, stop.key
