"""Who sits beside whom on a bus whose list does not say.

A family gets on together, and most of a family has one name. So those of one vehicle
without seats are put in the order of their family names; where a running number of the
whole list stands instead of a seat, in the order of that number. Told from what the rows
say alone, wherever they stand.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from stillhere.intake.name_order import ends_like_family
from stillhere.intake.sheet import Cells
from stillhere.intake.values import first_number_of
from stillhere.intake.words import fold
from stillhere.reports.profile import Profile
from stillhere.vocabulary.fields import Field

_SEATS = 120
"""No vehicle has more; wider numbers count the rows of the list."""
_APART = (Field.HOUSEHOLD, Field.PARTY, Field.HEAD)
_VEHICLE = (Field.LIST, Field.VEHICLE)
_NAMES = (Field.FAMILY_NAME, Field.NAME, Field.GIVEN_NAME)


class _Rider(NamedTuple):
    line: int
    number: int | None
    cells: Cells


def seats_told(
    profile: Profile, headers: Sequence[str], rows: Sequence[tuple[int, Cells]]
) -> dict[int, int]:
    """Line to seat of those on a vehicle, outside any party, whose seat nobody states.

    Args:
        profile: Of the table.
        headers: One per column.
        rows: (line, cells) of each.
    """
    if not profile.headers(Field.VEHICLE):
        return {}
    columns = _Columns(profile, headers)
    vehicles: defaultdict[str, list[_Rider]] = defaultdict(list)
    for line, cells in rows:
        if columns.filled(cells, Field.VEHICLE) and not columns.filled(cells, *_APART):
            number = first_number_of(columns.text(cells, Field.ORDINAL))
            vehicle = columns.text(cells, *_VEHICLE)
            vehicles[vehicle].append(_Rider(line, number, cells))
    return {
        rider.line: place
        for riders in vehicles.values()
        if not _seated(riders)
        for place, rider in enumerate(sorted(riders, key=columns.order))
    }


def _seated(riders: Sequence[_Rider]) -> bool:
    """Whether the numbers of those on one vehicle can be seats."""
    numbers = [r.number for r in riders if r.number is not None]
    return 2 * len(numbers) > len(riders) and max(numbers) - min(numbers) < _SEATS


class _Columns:
    """Finds the cells of a meaning in rows of one table."""

    def __init__(self, profile: Profile, headers: Sequence[str]) -> None:
        asked = (*_APART, *_VEHICLE, *_NAMES, Field.ORDINAL)
        self._places = {
            field: [headers.index(header) for header in profile.headers(field)]
            for field in asked
        }

    def _cells(self, cells: Cells, fields: Sequence[Field]) -> Iterator[str]:
        for field in fields:
            for place in self._places[field]:
                if place < len(cells) and cells[place]:
                    yield cells[place]

    def filled(self, cells: Cells, *fields: Field) -> bool:
        """Whether any cell of these meanings says something."""
        return any(cell.strip() for cell in self._cells(cells, fields))

    def text(self, cells: Cells, *fields: Field) -> str:
        """The cells of these meanings, folded."""
        return " ".join(fold(cell) for cell in self._cells(cells, fields))

    def order(self, rider: _Rider) -> tuple[int, str, Cells]:
        """Where somebody comes among those of one vehicle."""
        if rider.number is not None:
            return rider.number, "", rider.cells
        words = self.text(rider.cells, *_NAMES).split()
        family = [word for word in words if ends_like_family(word)] or words[-1:]
        return 0, " ".join([*family[:1], *words]), rider.cells
