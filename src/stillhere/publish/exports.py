"""The ledger as files: JSON, CSV and a workbook, with a page that explains the columns.

The same picture gives the same bytes: nothing in a file depends on the day it is written.
"""

import csv
import datetime as dt
import io
import json
import re
from collections.abc import Callable, Mapping, Sequence

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from stillhere.intake.formulas import disarmed
from stillhere.ledger import Picture
from stillhere.publish.tables import LedgerTable, ledger_tables

_FIXED = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
"""The date inside a workbook: always the same, so that it says nothing."""

_PHONE = re.compile(r"\+\d[\d ;+().-]*")
_LONGEST_CELL = 32_767
"""Characters in one cell of a workbook; Excel specifications and limits, Microsoft."""

_WIDTH = 18

Progress = Callable[[str, float], None]


def ledger_files(
    picture: Picture, progress: Progress | None = None
) -> Mapping[str, bytes]:
    """Every exported file by name, ready to be written into a folder.

    Args:
        picture: Of the operations scope; the files are for operations only.
        progress: Told what is being written and the share of it that is done.

    Returns:
        ``ledger.json``, ``ledger.xlsx``, one CSV per table and ``README.md``.
    """
    tell = progress or _silent
    tell("tables of the ledger", 0.0)
    tables = ledger_tables(picture)
    files = {f"{table.name}.csv": _csv(table) for table in tables}
    files["ledger.json"] = _json(tables, picture)
    files["ledger.xlsx"] = _xlsx(tables, picture, tell)
    files["README.md"] = _readme(tables, picture).encode()
    return {name: files[name] for name in sorted(files)}


def _silent(_what: str, _share: float) -> None:
    """Nobody is told."""


def _csv(table: LedgerTable) -> bytes:
    """UTF-8 with a mark of its encoding, commas, cells disarmed."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(column.header for column in table.columns)
    writer.writerows([disarmed(cell) for cell in row] for row in table.rows)
    return buffer.getvalue().encode("utf-8-sig")


def _json(tables: Sequence[LedgerTable], picture: Picture) -> bytes:
    """One line per row; cells as they are, for no spreadsheet reads them."""
    head = {
        "scope": "operations",
        "as_of": picture.as_of,
        "picture": picture.digest,
        "rules": picture.rules_digest,
    }
    pieces = [f"{_line(name)}: {_line(value)}" for name, value in head.items()]
    for table in tables:
        headers = [column.header for column in table.columns]
        rows = (_line(dict(zip(headers, row, strict=True))) for row in table.rows)
        pieces.append(f"{_line(table.name)}: [\n" + ",\n".join(rows) + "\n]")
    return ("{\n" + ",\n".join(pieces) + "\n}\n").encode()


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _xlsx(tables: Sequence[LedgerTable], picture: Picture, tell: Progress) -> bytes:
    """A workbook in which every cell is text and none a formula."""
    buffer = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(buffer, options) as book:
        book.set_properties({"created": _FIXED, "comments": "operations only"})
        bold = book.add_format({"bold": True})
        quoted = book.add_format({"quote_prefix": True})
        notes = book.add_worksheet("README")
        for line, text in enumerate(_readme(tables, picture).splitlines()):
            if text:
                notes.write_string(line, 0, _cell(text))
        whole, done = max(1, sum(len(table.rows) for table in tables)), 0
        for table in tables:
            tell("workbook of the ledger", done / whole)
            _write(table, book.add_worksheet(table.name), bold, quoted)
            done += len(table.rows)
        tell("packing the workbook", 1.0)
    return buffer.getvalue()


def _write(table: LedgerTable, sheet: Worksheet, bold: Format, quoted: Format) -> None:
    """One table on one sheet; empty cells are left out."""
    sheet.freeze_panes(1, 1)
    sheet.set_column(0, len(table.columns) - 1, _WIDTH)
    for at, column in enumerate(table.columns):
        sheet.write_string(0, at, column.header, bold)
    for line, row in enumerate(table.rows, start=1):
        for at, text in enumerate(row):
            if text:
                cell = _cell(text)
                marked = quoted if cell[0] in "+'" else None
                sheet.write_string(line, at, cell, marked)


def _cell(text: str) -> str:
    """A filled cell of a workbook: a phone number stays, everything else is disarmed."""
    phone = text[0] == "+" and _PHONE.fullmatch(text)
    safe = text if phone else disarmed(text)
    return safe if len(safe) <= _LONGEST_CELL else f"{safe[: _LONGEST_CELL - 1]}…"


def _readme(tables: Sequence[LedgerTable], picture: Picture) -> str:
    lines = [
        "# The ledger",
        "",
        "For operations only; not to be passed on. Draft, not released.",
        "",
        f"As of {picture.as_of}. Picture {picture.digest}, rules {picture.rules_digest}.",
        "",
        "Every cell is text as it stands in the ledger. Several values in one cell are",
        "parted by a semicolon and a blank. An empty cell: nothing is stated, or no.",
        "",
        "No cell begins with a formula: one that would begin with an equals sign, plus,",
        "hyphen, at sign, tab or line end has one apostrophe in front, in CSV and in the",
        "workbook; take one away to have it back, as this program does when it reads the",
        "file. In the workbook phone numbers are text cells without the apostrophe. In",
        "ledger.json cells are as they are. A cell longer than a workbook can hold ends in",
        "… there; the CSV file has it whole.",
    ]
    for table in tables:
        lines += ["", f"## {table.name}", ""]
        lines += [f"- `{column.header}`: {column.meaning}" for column in table.columns]
    return "\n".join(lines) + "\n"
