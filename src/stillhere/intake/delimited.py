"""Text files (CSV, TSV) to one sheet of text: delimiter and quotes found by count."""

import csv
from collections import Counter
from collections.abc import Iterator

from stillhere.errors import StillHereError
from stillhere.intake.caps import Caps
from stillhere.intake.encoding import decode
from stillhere.intake.formulas import rearmed
from stillhere.intake.meanings import is_known
from stillhere.intake.sheet import Cells, Sheet
from stillhere.reports.canonical import clean_text

DELIMITERS = (";", "\t", "|", ",")
_SAMPLE_LINES = 200
_HEADER_LINES = 40
_FEWEST_KNOWN = 2
_CELL_CHARS = 1_000_000
_CELL_LINES = 40
"""More line ends inside one cell mean a stray quote, not a long text."""


def read_delimited(data: bytes, file: str, caps: Caps) -> list[Sheet]:
    """The one sheet of a text file; none where every line is blank.

    Raises:
        StillHereError: The letters or the rows cannot be read, or there are too many.
    """
    text = decode(data, file)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    delimiter = delimiter_of(lines[:_SAMPLE_LINES])
    csv.field_size_limit(_CELL_CHARS)
    try:
        rows = _rows(lines, delimiter, quoted=True)
        if _swallowed(rows):
            rows = _rows(lines, delimiter, quoted=False)
    except csv.Error as error:
        raise StillHereError(
            "intake/text-unreadable", file=file, reason="a cell has no end"
        ) from error
    if sum(len(cells) for _, cells in rows) > caps.cells:
        raise StillHereError("intake/too-many-cells", file=file, cap=caps.cells)
    return [Sheet("", rows)] if rows else []


def delimiter_of(lines: list[str]) -> str:
    """The delimiter that gives the most known headers, then the most regular rows.

    Regular are cells in rows of one width. Ties go to the earlier of `DELIMITERS`; a
    list of one column has a comma.
    """
    best, best_score = ",", (0, 0)
    for delimiter in DELIMITERS:
        rows = list(_parsed(lines, delimiter))
        widths = Counter(len(row) for row in rows)
        regular = max(((w - 1) * n for w, n in widths.items()), default=0)
        known = max((_known(row) for row in rows[:_HEADER_LINES]), default=0)
        score = (known if known >= _FEWEST_KNOWN else 0, regular)
        if score > best_score:
            best, best_score = delimiter, score
    return best


def _known(row: Cells) -> int:
    return len({cell for cell in row if is_known(clean_text(cell))})


def _parsed(lines: list[str], delimiter: str) -> Iterator[Cells]:
    try:
        for row in csv.reader(lines, delimiter=delimiter):
            if row:
                yield row
    except csv.Error:
        return


def _rows(lines: list[str], delimiter: str, *, quoted: bool) -> list[tuple[int, Cells]]:
    """Filled rows with the line each begins on; `line_num` is the line it ends on."""
    reader = csv.reader(
        (f"{line}\n" for line in lines),
        delimiter=delimiter,
        quoting=csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE,
        skipinitialspace=delimiter == ",",
    )
    rows: list[tuple[int, Cells]] = []
    before = 0
    for cells in reader:
        line, before = before + 1, reader.line_num
        while cells and not cells[-1].strip():
            cells.pop()
        if cells:
            rows.append((line, [rearmed(c) if c[:1] == "'" else c for c in cells]))
    return rows


def _swallowed(rows: list[tuple[int, Cells]]) -> bool:
    return any(cell.count("\n") > _CELL_LINES for _, cells in rows for cell in cells)
