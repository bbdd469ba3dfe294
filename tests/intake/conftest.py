from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
import xlsxwriter

from stillhere.intake import Caps, Import
from stillhere.intake.child import parse_bytes
from stillhere.intake.draft import Known, draft_of
from stillhere.intake.parser import Parsed
from stillhere.reports import EXERCISE_KEY, Report
from stillhere.vocabulary import ReportKind

Writer = Callable[..., Path]


@pytest.fixture
def text_file(tmp_path: Path) -> Writer:
    """Write a text file and give its path."""

    def write(text: str, name: str = "list.csv", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode(encoding))
        return path

    return write


@pytest.fixture
def workbook(tmp_path: Path) -> Writer:
    """Write a workbook of sheets of rows, with merged ranges, and give its path."""

    def write(
        sheets: dict[str, Sequence[Sequence[object]]],
        name: str = "list.xlsx",
        merged: Sequence[str] = (),
    ) -> Path:
        path = tmp_path / name
        book = xlsxwriter.Workbook(str(path), {"default_date_format": "dd.mm.yyyy"})
        for title, rows in sheets.items():
            sheet = book.add_worksheet(title)
            for place, row in enumerate(rows):
                sheet.write_row(place, 0, list(row))
            for span in merged:
                sheet.merge_range(span, "")
                first = span.split(":")[0]
                column = ord(first[0]) - ord("A")
                line = int(first[1:]) - 1
                sheet.write(line, column, rows[line][column])
        book.close()
        return path

    return write


@pytest.fixture
def read() -> Callable[[Path], Import]:
    """Read one file with the exercise key, without the child process."""

    def run(path: Path) -> Import:
        sheets = tuple(parse_bytes(path.read_bytes(), path.name, Caps()))
        parsed = Parsed(path.name, sheets)
        return draft_of(parsed, path.name, Known(EXERCISE_KEY), Caps()).read()

    return run


@pytest.fixture
def rows_of() -> Callable[[Import], list[Report]]:
    """The reports of an import that are rows."""

    def rows(imported: Import) -> list[Report]:
        return [r for r in imported.reports if r.kind is ReportKind.ROW]

    return rows
