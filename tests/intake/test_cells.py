"""One stated form of a cell: what was written comes out, and nothing else."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from stillhere.intake import Import
from stillhere.intake.workbook import as_text
from stillhere.reports import Report

Writer = Callable[..., Path]
Read = Callable[[Path], Import]
Rows = Callable[[Import], list[Report]]
DAY = dt.datetime(2023, 9, 27)  # noqa: DTZ001 (spreadsheets know no zone)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (3.0, "3"),
        (-2.0, "-2"),
        (1.5, "1.5"),
        (37497123456.0, "37497123456"),
        (True, "true"),
        (False, "false"),
        (DAY, "2023-09-27"),
        (DAY.replace(hour=10, minute=5), "2023-09-27 10:05"),
        (dt.date(2023, 9, 27), "2023-09-27"),
        (dt.time(10, 5), "10:05"),
        (dt.time(10, 5, 7), "10:05:07"),
    ],
)
def test_values_of_a_workbook(value: float | dt.date | dt.time, text: str) -> None:
    assert as_text(value) == text


def test_a_workbook_keeps_zeros_phones_and_dates(
    workbook: Writer, read: Read, rows_of: Rows
) -> None:
    rows = [
        ["Name", "Birth date", "Phone", "Document", "Flat", "Alone"],
        ["Anna", DAY, "+37497123456", "00123", 7, True],
    ]
    (row,) = rows_of(read(workbook({"A": rows})))
    assert row.fields == {
        "Alone": "true",
        "Birth date": "2023-09-27",
        "Document": "00123",
        "Flat": "7",
        "Name": "Anna",
        "Phone": "+37497123456",
    }


@pytest.mark.parametrize("written", ["=cmd|' /C calc'!A0", "@SUM(A1)", "-2+3", "+1"])
def test_a_formula_in_a_text_file_stays_as_written(
    text_file: Writer, read: Read, rows_of: Rows, written: str
) -> None:
    (row,) = rows_of(read(text_file(f"Name;Note\nAnna;{written}\n")))
    assert row.fields["Note"] == written


def test_of_a_formula_in_a_workbook_the_value_is_read(
    tmp_path: Path, read: Read, rows_of: Rows
) -> None:
    path = tmp_path / "formula.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Name", "Age"])
        sheet.write(1, 0, "Anna")
        sheet.write_formula(1, 1, "=60+10", None, 70)
    (row,) = rows_of(read(path))
    assert row.fields == {"Age": "70", "Name": "Anna"}


def test_white_space_controls_and_split_letters_are_cleaned(
    text_file: Writer, read: Read, rows_of: Rows
) -> None:
    (row,) = rows_of(read(text_file("Name;Note\n  Й\u0000ована\u00a0;\t x \n")))
    assert row.fields == {"Name": "Й ована", "Note": "x"}
