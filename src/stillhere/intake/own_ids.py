"""What a list itself calls its rows."""

from collections.abc import Sequence
from dataclasses import dataclass

from stillhere.intake.sheet import Cells
from stillhere.intake.table import Table
from stillhere.reports.canonical import clean_text
from stillhere.reports.profile import Profile
from stillhere.vocabulary.fields import Field

_IDS = (Field.KEY, Field.CODE, Field.ORDINAL)


@dataclass(frozen=True, slots=True)
class OwnIds:
    """Where the rows of a sheet have their own ids.

    Attributes:
        header: Of the id column; None where the list has none.
        place: Its position.
        sheet: Said before a line where the file has several sheets; else empty.
    """

    header: str | None
    place: int = -1
    sheet: str = ""

    @classmethod
    def of(
        cls,
        profile: Profile,
        table: Table,
        rows: Sequence[tuple[int, Cells]],
        *,
        several: bool,
    ) -> "OwnIds":
        """The key of a profile, else codes or numbers, all filled and different.

        A document is no id of a row, nor is a telephone number.
        """
        sheet = f"{table.sheet}:" if several else ""
        for header in (h for field in _IDS for h in profile.headers(field)):
            place = table.headers.index(header)
            if _names_all(rows, place):
                return cls(header, place, sheet)
        return cls(None, sheet=sheet)

    def name(self, line: int, cells: Cells) -> str:
        """The id of a row; its line, counted from 1, where the list has no ids."""
        if self.place < 0:
            return f"{self.sheet}{line}"
        return f"{self.sheet}{clean_text(cells[self.place])}"


def _names_all(rows: Sequence[tuple[int, Cells]], place: int) -> bool:
    names = {clean_text(c[place]) if place < len(c) else "" for _, c in rows}
    return len(names) == len(rows) and "" not in names
