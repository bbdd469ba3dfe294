"""Lists read back the plain way, to compare with what was written."""

import csv
from datetime import date
from pathlib import Path

from python_calamine import CalamineWorkbook


def encoding(raw: bytes) -> str:
    """The encoding of a list; UTF-16 by its mark, UTF-8 if it decodes."""
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1251"
    return "utf-8-sig"


def delimiter(text: str) -> str:
    """The commonest of the usual delimiters."""
    return max(",;\t", key=text.count)


def csv_rows(path: Path) -> list[list[str]]:
    """All rows of a delimited file, titles and all."""
    raw = path.read_bytes()
    text = raw.decode(encoding(raw))
    return list(csv.reader(text.splitlines(), delimiter=delimiter(text)))


def xlsx_rows(path: Path) -> list[list[str]]:
    """All rows of a workbook's only sheet; dates as ISO text."""
    page = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0)
    rows = page.to_python(skip_empty_area=False)
    return [[_text(cell) for cell in row] for row in rows]


def _text(cell: object) -> str:
    if isinstance(cell, date):
        return cell.isoformat()[:10]
    return f"{cell:.0f}" if isinstance(cell, float) else str(cell)


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    files = sorted(p for p in folder.rglob("*") if p.is_file())
    return {str(p.relative_to(folder)): p.read_bytes() for p in files}
