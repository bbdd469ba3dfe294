"""Which line of a sheet is its header, and what its columns are called.

A header is the line among the first forty whose cells are most often known words. A
group line above it, or a line of parts under it, is joined to it. Where no line has
known words, the first line as wide as the rows, of different texts without digits, is
taken; where there is none, columns are called Column 1, Column 2 and so on.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from stillhere.errors import StillHereError
from stillhere.intake.meanings import JOINT, is_known
from stillhere.intake.sheet import Cells, Sheet, Span
from stillhere.intake.words import fold
from stillhere.reports.canonical import clean_text

_LOOK_AT = 40


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a sheet.

    Attributes:
        names: Name per column, cleaned, made different by ``#2``, ``#3``.
        first, last: Its lines; both 0 where there is none.
        lines: Its cells as written, one list per line; empty where there is none.
        starts: Folded first cells of its lines.
    """

    names: tuple[str, ...]
    first: int
    last: int
    lines: tuple[Cells, ...]
    starts: frozenset[str]


def find_header(
    sheet: Sheet, file: str, columns: int, line: int | None = None
) -> Header:
    """The header of a sheet with at least one line.

    Args:
        sheet: With its lines.
        file: Name to say.
        columns: Most columns it may have.
        line: Where a person says it stands, alone; 0 for a sheet without one. Found
            where nobody says.

    Raises:
        StillHereError: It has more columns than may be.
    """
    lines_of = {number: i for i, (number, _) in enumerate(sheet.rows)}
    place = _place(sheet.rows[:_LOOK_AT]) if line is None else lines_of.get(line)
    if place is None:
        width = min(max(len(cells) for _, cells in sheet.rows), columns)
        names = tuple(f"Column {n}" for n in range(1, width + 1))
        return Header(names, 0, 0, (), frozenset())
    top, bottom = _both_lines(sheet, place) if line is None else (place, place)
    lines = tuple(cells for _, cells in sheet.rows[top : bottom + 1])
    texts = _joined(sheet, top, bottom)
    if len(texts) > columns:
        raise StillHereError(
            "intake/too-many-columns", file=file, columns=len(texts), cap=columns
        )
    starts = frozenset(fold(next(c for c in cells if c.strip())) for cells in lines)
    return Header(
        _different(texts), sheet.rows[top][0], sheet.rows[bottom][0], lines, starts
    )


def line_of(sheet: Sheet, headers: Sequence[str]) -> int | None:
    """The first line among the first forty that names all these columns."""
    wanted = set(headers)
    for line, cells in sheet.rows[:_LOOK_AT]:
        if wanted <= set(_different([clean_text(c) for c in cells])):
            return line
    return None


def _place(rows: list[tuple[int, Cells]]) -> int | None:
    """Index of the line that is the header (of two, the one with more known words)."""
    known = [_known(cells) for _, cells in rows]
    best = max(range(len(rows)), key=lambda i: (known[i], -i))
    if known[best] >= 2 or (known[best] == 1 and _narrow(rows, best)):
        return best
    widths = Counter(len(cells) for _, cells in rows)
    usual = max(widths, key=lambda w: (widths[w], w))
    for index, (_, cells) in enumerate(rows[:-1]):
        if len(cells) >= usual and _names_columns(cells):
            return index
    return None


def _narrow(rows: list[tuple[int, Cells]], index: int) -> bool:
    """Whether one known word is enough: a list of one or two columns."""
    width = max(len(cells) for _, cells in rows)
    return width <= 2 and index + 1 < len(rows)


def _known(cells: Cells) -> int:
    """How many different known header words a line has."""
    return len({fold(c) for c in cells if c.strip() and is_known(clean_text(c))})


def _names_columns(cells: Cells) -> bool:
    """Whether a line of unknown words could name columns."""
    texts = [fold(c) for c in cells]
    if not all(texts) or len(set(texts)) < len(texts) or len(texts) < 2:
        return False
    return not any(c.isdecimal() for text in texts for c in text)


def _both_lines(sheet: Sheet, place: int) -> tuple[int, int]:
    """First and last index of the header's lines: one line, or two that belong."""
    rows = sheet.rows
    if place + 1 < len(rows) and _parts_under(sheet, place):
        return place, place + 1
    if place > 0 and _groups_above(sheet, place):
        return place - 1, place
    return place, place


def _groups_above(sheet: Sheet, place: int) -> bool:
    """Whether the line above groups the columns of the header."""
    (line, cells), (below, under) = sheet.rows[place - 1], sheet.rows[place]
    if below != line + 1 or _digits(cells):
        return False
    filled = [i for i, c in enumerate(cells) if c.strip()]
    if _merged_in(sheet.merged, line, below, len(under)):
        return len(filled) >= 2
    gaps = [i for i in range(len(under)) if i >= len(cells) or not cells[i].strip()]
    return len(filled) >= 2 and bool(gaps) and _known(cells) >= 1


def _parts_under(sheet: Sheet, place: int) -> bool:
    """Whether the line under the header divides columns that are merged or blank."""
    (line, cells), (below, under) = sheet.rows[place], sheet.rows[place + 1]
    if below != line + 1 or _digits(under) or _known(under) < 2:
        return False
    gaps = {i for i in range(len(under)) if i >= len(cells) or not cells[i].strip()}
    gaps |= _covered(sheet.merged, line)
    filled = {i for i, c in enumerate(under) if c.strip()}
    heads = {i - 1 for i in gaps}
    return bool(filled & gaps) and filled <= gaps | heads


def _digits(cells: Cells) -> bool:
    return any(c.isdecimal() for cell in cells for c in cell)


def _merged_in(merged: tuple[Span, ...], line: int, below: int, width: int) -> bool:
    """Whether cells are merged across (not the whole width) or down into the header."""
    for top, left, bottom, right in merged:
        if top <= line <= bottom:
            if bottom == below and top <= line:
                return True
            if left < right and right - left + 1 < width:
                return True
    return False


def _covered(merged: tuple[Span, ...], line: int) -> set[int]:
    """Columns merged with their neighbour in this line alone."""
    return {
        column
        for top, left, bottom, right in merged
        if top == bottom == line and left < right
        for column in range(left, right + 1)
    }


def _joined(sheet: Sheet, top: int, bottom: int) -> list[str]:
    """Header texts; those of two lines joined where they differ."""
    lower = [clean_text(c) for c in sheet.rows[bottom][1]]
    if top == bottom:
        return lower
    line, cells = sheet.rows[top]
    width = max(len(cells), len(lower))
    upper = _spread(cells, line, sheet.merged, width)
    lower += [""] * (width - len(lower))
    return [
        f"{a}{JOINT}{b}" if a and b and a != b else a or b
        for a, b in zip(upper, lower, strict=True)
    ]


def _spread(cells: Cells, line: int, merged: tuple[Span, ...], width: int) -> list[str]:
    """A group line with each group written over all its columns.

    By the merged ranges where the file has them; else up to the next group.
    """
    texts = [clean_text(c) for c in cells] + [""] * (width - len(cells))
    across = [s for s in merged if s[0] <= line <= s[2] and s[1] < s[3]]
    if across:
        for _, left, _, right in across:
            texts[left : right + 1] = [texts[left]] * (min(right + 1, width) - left)
        return texts
    if any(s[0] <= line <= s[2] for s in merged):
        return texts
    last = ""
    for i, text in enumerate(texts):
        last = texts[i] = text or last
    return texts


def _different(texts: list[str]) -> tuple[str, ...]:
    """Names for all columns: blank ones by number, repeated ones with ``#2``."""
    names: list[str] = []
    seen: set[str] = set()
    for number, text in enumerate(texts, start=1):
        plain = text or f"Column {number}"
        name, count = plain, 1
        while name in seen:
            count += 1
            name = f"{plain}#{count}"
        seen.add(name)
        names.append(name)
    return tuple(names)
