"""The sheets that were handed out, found among the reports."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from stillhere.desk.planning.following import Following
from stillhere.desk.planning.handing import HandedSheet, sheets_of
from stillhere.ledger import Picture, PlaceKey
from stillhere.reports import ReportId
from stillhere.vocabulary.teams import Skill


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
        self._following = Following(sheets_of)

    def sheets(self, picture: Picture) -> tuple[HandedSheet, ...]:
        """The sheets whose report is in force, by number.

        Of two with one number, from two laptops, the smaller report comes first.
        """
        return tuple(_by_number(self._following.in_force(picture)))

    def ever(self, picture: Picture) -> list[HandedSheet]:
        """Every sheet there ever was, also those taken back, in the same order."""
        return _by_number(self._following.ever(picture))


def _by_number(found: Mapping[ReportId, tuple[HandedSheet, ...]]) -> list[HandedSheet]:
    every = (sheet for several in found.values() for sheet in several)
    return sorted(every, key=lambda s: (s.number, s.report))


_register = Register()


def all_sheets(picture: Picture) -> tuple[HandedSheet, ...]:
    """Every sheet that was handed out and not taken back, by number."""
    return _register.sheets(picture)


def sheet_of(picture: Picture, number: int) -> HandedSheet | None:
    """The sheet of a number; None where none has it."""
    return next((s for s in all_sheets(picture) if s.number == number), None)


def skills_before(picture: Picture) -> dict[int, tuple[Skill, ...]]:
    """What the people of each team could do by its newest sheet, by number of the team."""
    return {sheet.team: sheet.skills for sheet in all_sheets(picture) if sheet.skills}


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
