"""A sheet to a table: where its header is, which lines are rows.

The rule of counting: a line with a filled cell is either of the header (one line, or two
that are joined) and stands in the profile, or it is a row. Every row is kept, as a row
of the table or as one set aside with a finding; blank lines are not rows.
"""

from dataclasses import dataclass

from stillhere.errors import Finding
from stillhere.intake.header import Header, find_header
from stillhere.intake.sheet import Cells, Sheet
from stillhere.intake.words import fold, value_words
from stillhere.reports.canonical import clean_text


@dataclass(frozen=True, slots=True)
class SetAside:
    """A row that is no report, and why.

    Attributes:
        file, sheet, row: Where it stands; rows counted from 1, as in `Provenance`.
        cells: Its cells as written.
        finding: What is wrong and what to do.
    """

    file: str
    sheet: str
    row: int
    cells: tuple[str, ...]
    finding: Finding


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet, read.

    Attributes:
        sheet: Its name; empty for a text file.
        headers: One name per column, cleaned and different from each other.
        titles: Cell texts of the lines above the header.
        rows: (line, cells) of the rows that become reports.
        set_aside: The other rows.
        findings: About the table as a whole.
        header: Line of the header, the lower of two; 0 where there is none.
    """

    sheet: str
    headers: tuple[str, ...]
    titles: tuple[str, ...]
    rows: list[tuple[int, Cells]]
    set_aside: tuple[SetAside, ...]
    findings: tuple[Finding, ...]
    header: int = 0

    @property
    def rows_read(self) -> int:
        """Rows of the sheet, whether reports or set aside."""
        return len(self.rows) + len(self.set_aside)


def read_table(
    sheet: Sheet, file: str, columns: int, headed: int | None = None
) -> Table:
    """Find the header of a sheet and sort its lines.

    Args:
        sheet: With at least one line.
        file: Name to say in findings.
        columns: Most filled cells a row may have before it is set aside.
        headed: Line where a person says the header stands; 0 for none.
    """
    header = find_header(sheet, file, columns, headed)
    aside = _Aside(file, sheet.name)
    titles: list[str] = []
    rows: list[tuple[int, Cells]] = []
    folded = [fold(h) for h in header.lines[-1]] if header.lines else []
    for line, cells in sheet.rows:
        if header.first <= line <= header.last:
            continue
        if line < header.first:
            titles.extend(clean_text(c) for c in cells if c.strip())
            aside.add("intake/row-above-header", line, cells)
            continue
        code = _why_aside(cells, header, folded, columns)
        if code is None:
            rows.append((line, cells))
        else:
            aside.add(code, line, cells, cap=columns)
    headers = _with_extra(header.names, rows)
    return Table(
        sheet.name,
        headers,
        tuple(titles),
        rows,
        tuple(aside.rows),
        _findings(file, header, rows),
        header.last,
    )


class _Aside:
    """Collects rows that are no reports."""

    def __init__(self, file: str, sheet: str) -> None:
        self.file, self.sheet = file, sheet
        self.rows: list[SetAside] = []

    def add(self, code: str, line: int, cells: Cells, *, cap: int = 0) -> None:
        values: dict[str, object] = {"row": line, "file": _place(self.file, self.sheet)}
        if code == "intake/row-too-wide":
            values |= {"cells": _filled(cells), "cap": cap}
        finding = Finding.of(code, **values)
        self.rows.append(SetAside(self.file, self.sheet, line, tuple(cells), finding))


def _place(file: str, sheet: str) -> str:
    return f"{file} (sheet {sheet})" if sheet else file


def _why_aside(
    cells: Cells, header: Header, folded: list[str], columns: int
) -> str | None:
    """The code of the finding of a row that is no report; None for one that is.

    Ordered so that the common row costs little: a full row of a list of two or more
    columns can only be a repeated header or a line of totals.
    """
    if len(cells) > columns and _filled(cells) > columns:
        return "intake/row-too-wide"
    place = next(i for i, c in enumerate(cells) if c.strip())
    first = cells[place]
    if fold(first) in header.starts and _repeats(cells, header, folded):
        return "intake/row-repeats-header"
    if _is_totals(cells, first):
        return "intake/row-totals"
    alone = place == len(cells) - 1  # blanks at the end are gone
    if alone and len(header.names) > 2:
        if first.strip(" .#№)").isdecimal() and len(first) <= 6:
            return "intake/row-only-number"
        if _is_remark(first):
            return "intake/row-below-list"
    return None


def _filled(cells: Cells) -> int:
    return sum(bool(c.strip()) for c in cells)


def _repeats(cells: Cells, header: Header, folded: list[str]) -> bool:
    here = [fold(c) for c in cells]
    width = max(len(here), len(folded))
    here += [""] * (width - len(here))
    if here == folded + [""] * (width - len(folded)):
        return True
    return any(
        here == [fold(c) for c in line] + [""] * (width - len(line))
        for line in header.lines
    )


def _is_totals(cells: Cells, first: str) -> bool:
    """A word of totals first, and beside it nothing but numbers and such words."""
    totals = value_words("total")
    start = fold(first.split(":", 1)[0])
    if start not in totals and not start.startswith(_TOTAL_STARTS):
        return False
    if start not in totals and not any(start.startswith(f"{w} ") for w in totals):
        return False
    return all(_counts(c) for c in cells[cells.index(first) + 1 :])


_TOTAL_STARTS = tuple(sorted({w[:3] for w in value_words("total")}))


def _counts(cell: str) -> bool:
    """Whether a cell is blank, a number (with a unit) or a word of totals."""
    text = cell.strip()
    if not text or text[0].isdecimal() or text.startswith("="):
        return True
    return fold(text) in value_words("total")


def _is_remark(text: str) -> bool:
    words = value_words("remark")
    head, colon, _ = text.partition(":")
    start = fold(head)
    return (start in words and bool(colon)) or any(
        start.startswith(f"{w} ") for w in words if " " in w
    )


def _with_extra(
    names: tuple[str, ...], rows: list[tuple[int, Cells]]
) -> tuple[str, ...]:
    """Headers, with one for each further column that any row fills."""
    width = max((len(cells) for _, cells in rows), default=0)
    extra = (f"Column {n}" for n in range(len(names) + 1, width + 1))
    return (*names, *extra)


def _findings(
    file: str, header: Header, rows: list[tuple[int, Cells]]
) -> tuple[Finding, ...]:
    found: list[Finding] = []
    if not header.lines:
        found.append(Finding.of("intake/no-header", file=file))
    elif not rows:
        found.append(Finding.of("intake/no-rows", file=file))
    width = len(header.names)
    wide = [line for line, cells in rows if len(cells) > width]
    if wide and header.lines:
        found.append(
            Finding.of(
                "intake/cells-without-header", file=file, rows=len(wide), row=wide[0]
            )
        )
    return tuple(found)
