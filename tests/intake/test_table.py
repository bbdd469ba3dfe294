"""Where the header is, which lines are rows, and that none is lost."""

from collections.abc import Callable
from pathlib import Path

import pytest

from stillhere.intake import Import
from stillhere.reports import Report

Writer = Callable[..., Path]
Read = Callable[[Path], Import]
Rows = Callable[[Import], list[Report]]

HEADERS = {
    "en": ("No", "Full name", "Year of birth", "Phone", "Total"),
    "hy": ("Հ/Հ", "Անուն Ազգանուն", "Ծննդյան տարի", "Հեռախոս", "Ընդամենը"),
    "ru": ("№ п/п", "ФИО", "Год рождения", "Телефон", "Итого"),
    "az": ("Sıra №", "Soyadı, adı", "Doğum ili", "Telefon", "Cəmi"),
}


@pytest.mark.parametrize("language", HEADERS)
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_titles_blank_lines_repeated_headers_and_totals_in_four_languages(
    text_file: Writer, read: Read, rows_of: Rows, language: str, delimiter: str
) -> None:
    *header, total = HEADERS[language]
    line = delimiter.join(f'"{h}"' if delimiter in h else h for h in header)
    lines = [
        "Bus 12 / Автобус 12",
        "",
        line,
        delimiter.join(("1", "Anna Hakobyan", "1950", "097123456")),
        "",
        line,
        delimiter.join(("2", "Levon Petrosyan", "1948", "")),
        delimiter.join(("3", "", "", "")),
        delimiter.join((total, "2", "", "")),
    ]
    imported = read(text_file("\r\n".join(lines)))
    assert [r.fields[header[1]] for r in rows_of(imported)] == [
        "Anna Hakobyan",
        "Levon Petrosyan",
    ]
    assert [(s.row, s.finding.code) for s in imported.set_aside] == [
        (1, "intake/row-above-header"),
        (6, "intake/row-repeats-header"),
        (8, "intake/row-only-number"),
        (9, "intake/row-totals"),
    ]
    assert [p.row for p in imported.provenance] == [4, 7]
    assert imported.rows_read == 6


def test_every_sentence_of_a_row_set_aside_names_its_row(
    text_file: Writer, read: Read
) -> None:
    imported = read(text_file("Title\nName,Age\nAnna,70\nTotal,1\n"))
    assert [
        f"Row {s.row} of list.csv" in s.finding.sentence for s in imported.set_aside
    ] == [True, True]


def test_a_person_whose_name_begins_like_totals_is_a_row(
    text_file: Writer, read: Read
) -> None:
    imported = read(text_file("Name,Village\nTotalyan Anna,X\nСуммина,Y\nSum,Z\n"))
    assert not imported.set_aside


def test_a_row_with_one_name_and_nothing_else_is_a_row(
    text_file: Writer, read: Read
) -> None:
    imported = read(text_file("No,Name,Age,Phone\n1,,,1\n,Anna,,\n,,,097123456\n"))
    assert imported.rows_read == 3
    assert not imported.set_aside


def test_two_header_lines_of_a_workbook_are_joined(
    workbook: Writer, read: Read, rows_of: Rows
) -> None:
    rows = [
        ["Список подопечных", "", "", "", ""],
        ["№", "ФИО", "Адрес", "", "Состояние"],
        ["", "", "улица", "дом", ""],
        [1, "Саркисян Анна", "Абовяна", 12, "лежачая"],
        ["", "Итого", 1, "", ""],
    ]
    merged = ["A1:E1", "A2:A3", "B2:B3", "C2:D2", "E2:E3"]
    imported = read(workbook({"A": rows}, merged=merged))
    assert rows_of(imported)[0].fields == {
        "№": "1",
        "ФИО": "Саркисян Анна",
        "Адрес / улица": "Абовяна",
        "Адрес / дом": "12",
        "Состояние": "лежачая",
    }
    assert imported.rows_read == 3


def test_two_header_lines_without_merged_cells_are_joined(
    text_file: Writer, read: Read, rows_of: Rows
) -> None:
    text = "ФИО;Адрес;;Телефон\n;улица;дом;\nСаркисян Анна;Абовяна;12;097123456\n"
    imported = read(text_file(text))
    assert list(rows_of(imported)[0].fields) == sorted(
        ["ФИО", "Адрес / улица", "Адрес / дом", "Телефон"]
    )
    assert imported.rows_read == 1


def test_a_group_line_above_the_header_is_joined(
    text_file: Writer, read: Read, rows_of: Rows
) -> None:
    text = ",Name,,Address,\nNo,Given name,Surname,Street,House\n1,Anna,Hakobyan,X,2\n"
    (row,) = rows_of(read(text_file(text)))
    assert row.fields["Name / Given name"] == "Anna"
    assert row.fields["Address / House"] == "2"


def test_a_header_nobody_knows_is_found_by_its_shape(
    text_file: Writer, read: Read, rows_of: Rows
) -> None:
    (row,) = rows_of(read(text_file("Nome,Idade\nAnna,70\n")))
    assert row.fields == {"Idade": "70", "Nome": "Anna"}


def test_without_any_header_every_line_is_kept(
    text_file: Writer, read: Read, rows_of: Rows
) -> None:
    imported = read(text_file("1;Anna Hakobyan;1950\n2;Levon Petrosyan;1948\n"))
    assert len(rows_of(imported)) == imported.rows_read == 2
    assert imported.findings[0].code == "intake/no-header"
    assert rows_of(imported)[0].fields["Column 2"] == "Anna Hakobyan"


def test_a_header_without_rows_is_told(text_file: Writer, read: Read) -> None:
    imported = read(text_file("Name,Age,Phone\n"))
    assert imported.rows_read == 0
    assert "intake/no-rows" in [f.code for f in imported.findings]


def test_repeated_headers_are_told_apart_and_cells_beyond_them_are_kept(
    text_file: Writer, read: Read, rows_of: Rows
) -> None:
    imported = read(text_file("Name,Phone,Phone\nAnna,1,2,3\nLevon,4\n"))
    assert rows_of(imported)[0].fields == {
        "Column 4": "3",
        "Name": "Anna",
        "Phone": "1",
        "Phone#2": "2",
    }
    assert "intake/cells-without-header" in [f.code for f in imported.findings]


def test_a_stray_quote_swallows_no_rows(
    text_file: Writer, read: Read, rows_of: Rows
) -> None:
    lines = ["Name;Address", 'Anna;"Main street 5']
    lines += [f"Person {chr(65 + n % 26)}{chr(65 + n // 26)};X" for n in range(300)]
    assert len(rows_of(read(text_file("\n".join(lines))))) == 301


def test_a_long_cell_keeps_its_lines_and_rows_keep_their_line_numbers(
    text_file: Writer, read: Read, rows_of: Rows
) -> None:
    imported = read(text_file('Name,Note\nAnna,"one\ntwo"\nLevon,x\n'))
    assert rows_of(imported)[0].fields["Note"] == "one two"
    assert [p.row for p in imported.provenance] == [2, 4]


def test_every_sheet_with_rows_is_a_source_of_its_own(
    workbook: Writer, read: Read
) -> None:
    imported = read(
        workbook(
            {
                "One": [["Name"], ["Anna"]],
                "Empty": [],
                "Two": [["Name"], ["Levon"]],
            }
        )
    )
    assert [p.source for p in imported.profiles] == ["list.xlsx#One", "list.xlsx#Two"]
    assert [p.sheet for p in imported.provenance] == ["One", "Two"]


def test_one_sheet_is_called_by_its_file(workbook: Writer, read: Read) -> None:
    imported = read(workbook({"One": [["Name"], ["Anna"]], "Empty": []}))
    assert [p.source for p in imported.profiles] == ["list.xlsx"]
