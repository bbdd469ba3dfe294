"""Bytes on disk: CSV in any encoding, XLSX with a fixed creation date."""

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

import xlsxwriter

from stillhere.exercise.sheet import Sheet

_CREATED = datetime(2023, 10, 4, 8, 0, 0)  # noqa: DTZ001 - XLSX properties have no zone


def write_csv(folder: Path, sheet: Sheet) -> None:
    """Write a sheet as delimited text; characters the encoding lacks become '?'."""
    path = folder / sheet.path
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding=sheet.encoding, newline="", errors="replace") as file:
        writer = csv.writer(file, delimiter=sheet.delimiter, lineterminator="\r\n")
        writer.writerows(sheet.rows)


def write_xlsx(
    folder: Path,
    sheet: Sheet,
    *,
    title: str,
    widths: Sequence[int],
    merged: Sequence[tuple[int, int, int, int, str]] = (),
) -> None:
    """Write a sheet as XLSX; dates as Excel dates.

    Args:
        folder: The lists folder.
        sheet: Rows; a cell may be text, a whole number, a date or None.
        title: Name of the worksheet.
        widths: Column widths.
        merged: (first row, first column, last row, last column, text), from 0. Rows
            that hold merged cells must come first (`constant_memory`).
    """
    path = folder / sheet.path
    path.parent.mkdir(parents=True, exist_ok=True)
    book = xlsxwriter.Workbook(str(path), {"constant_memory": not merged})
    book.set_properties({"created": _CREATED, "author": "stillhere exercise"})
    page = book.add_worksheet(title)
    day = book.add_format({"num_format": "dd.mm.yyyy"})
    for column, width in enumerate(widths):
        page.set_column(column, column, width)
    for row, cells in enumerate(sheet.rows):
        for column, cell in enumerate(cells):
            if type(cell) is str:
                if cell:
                    page.write_string(row, column, cell)
            elif type(cell) is date:
                page.write_number(row, column, cell.toordinal() - 693594, day)
            elif cell is not None:
                page.write_number(row, column, cell)
    for top, left, bottom, right, text in merged:
        page.merge_range(top, left, bottom, right, text)
    book.close()


def write_table(
    path: Path, header: Sequence[str], rows: Iterable[Sequence[object]]
) -> None:
    """Write plain CSV: UTF-8, comma, one line feed a row."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def write_json(path: Path, content: Mapping[str, object]) -> None:
    """Write JSON as UTF-8, indented, with a last line end."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(content, ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")
