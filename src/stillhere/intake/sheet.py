"""A sheet of cell texts, as a format module hands it on."""

from dataclasses import dataclass

Cells = list[str]
Span = tuple[int, int, int, int]
"""First line, first column, last line, last column of a merged range."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a file, or the only one of a text file.

    Attributes:
        name: Name of the sheet; empty for a text file.
        rows: (line, cells) of every line with at least one filled cell; lines are
            counted from 1 with the blank ones; cells are text, trailing blanks gone.
        merged: Merged ranges; lines counted from 1, columns from 0.
    """

    name: str
    rows: list[tuple[int, Cells]]
    merged: tuple[Span, ...] = ()
