import csv
import io
import json
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings

from stillhere.intake import read_file
from stillhere.intake.formulas import rearmed
from stillhere.ledger import Picture
from stillhere.publish import ledger_files
from stillhere.publish.tables import ledger_tables
from stillhere.reports.key import EXERCISE_KEY
from tests.publish.made import FORMULA, PHONE, picture_of, pictures, whole_picture

STARTS = tuple("=+-@\t\r\n")
NAMES = ("people", "households", "places", "sources")


def csv_rows(files: dict[str, bytes], name: str) -> list[dict[str, str]]:
    text = files[f"{name}.csv"].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


@given(pictures)
@settings(max_examples=10)
def test_every_table_comes_back_from_every_form(picture: Picture) -> None:
    files = dict(ledger_files(picture))
    whole = json.loads(files["ledger.json"])
    book = openpyxl.load_workbook(io.BytesIO(files["ledger.xlsx"]))
    for table in ledger_tables(picture):
        headers = [column.header for column in table.columns]
        rows = [dict(zip(headers, row, strict=True)) for row in table.rows]
        assert whole[table.name] == rows
        back = [
            {k: rearmed(v) for k, v in row.items()}
            for row in csv_rows(files, table.name)
        ]
        assert back == rows
        cells = list(book[table.name].iter_rows(values_only=True))
        assert [[rearmed(str(c or "")) for c in row] for row in cells[1:]] == [
            list(row.values()) for row in rows
        ]


@given(pictures)
@settings(max_examples=10)
def test_no_cell_begins_with_a_formula(picture: Picture) -> None:
    files = dict(ledger_files(picture))
    for name in NAMES:
        for row in csv_rows(files, name):
            assert not [c for c in row.values() if c.startswith(STARTS)]
    book = openpyxl.load_workbook(io.BytesIO(files["ledger.xlsx"]))
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type in ("s", "n")
                assert cell.data_type == "s" or cell.value is None
                assert not str(cell.value or "").startswith(("=", "-", "@", "\t", "\r"))


def test_a_formula_in_a_name_is_disarmed() -> None:
    files = dict(ledger_files(whole_picture()))
    (row,) = [r for r in csv_rows(files, "people") if "cmd" in r["name"]]
    assert row["name"].startswith(f"'{FORMULA.split()[0]}")


@pytest.mark.parametrize("name", ["people.csv", "ledger.xlsx"])
def test_a_phone_number_survives_the_way_out_and_back(
    name: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(ledger_files(whole_picture())[name])
    rows = [r.fields for r in read_file(path, key=EXERCISE_KEY).reports]
    (back,) = [row for row in rows if "cmd" in str(row.get("name"))]
    assert back["phones"] == PHONE.replace(" ", "")
    assert str(back["name"]).startswith(FORMULA.split()[0])


@pytest.mark.parametrize(
    "name", ["ledger.xlsx", "ledger.json", "people.csv", "README.md"]
)
def test_the_same_picture_gives_the_same_bytes(name: str) -> None:
    one, two = picture_of(*range(9)), picture_of(*reversed(range(9)))
    assert ledger_files(one)[name] == ledger_files(two)[name]


def test_the_readme_explains_every_column_and_the_rule() -> None:
    picture = picture_of()
    readme = ledger_files(picture)["README.md"].decode()
    for table in ledger_tables(picture):
        assert f"## {table.name}" in readme
        assert all(f"- `{c.header}`: " in readme for c in table.columns)
    assert "one apostrophe in front" in readme
    assert "operations only" in readme
