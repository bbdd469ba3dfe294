import io
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from stillhere.intake import read_file
from stillhere.intake.formulas import disarmed, rearmed
from stillhere.reports.key import EXERCISE_KEY

STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@given(st.text(alphabet="'=+-@ \t\rA1", max_size=6))
def test_every_cell_comes_back_and_none_begins_with_a_formula(cell: str) -> None:
    assert rearmed(disarmed(cell)) == cell
    assert not disarmed(cell).lstrip(" ").startswith(STARTS)


@pytest.mark.parametrize("cell", ["O'Neill", "'t Hooft", "Անի", "", "'"])
def test_names_with_an_apostrophe_stay_as_they_are(cell: str) -> None:
    assert disarmed(cell) == cell
    assert rearmed(cell) == cell


def test_a_list_is_read_without_the_apostrophe(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Name,Phone\nAnna Petrosyan,'+374 47 000000\n", encoding="utf-8")
    (row,) = rows(path)
    assert row["Phone"] == "+374 47 000000"


def test_a_workbook_is_read_without_the_apostrophe(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    book = io.BytesIO()
    with xlsxwriter.Workbook(book, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet()
        sheet.write_row(0, 0, ["Name", "Phone"])
        sheet.write_string(1, 0, "Anna Petrosyan")
        sheet.write_string(1, 1, "'+374 47 000000")
    path.write_bytes(book.getvalue())
    (row,) = rows(path)
    assert row["Phone"] == "+374 47 000000"


def rows(path: Path) -> list[dict[str, str]]:
    found = read_file(path, key=EXERCISE_KEY)
    return [r.fields for r in found.reports if r.kind.value == "row"]
