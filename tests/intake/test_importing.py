"""Sources, profiles, stamps and keys of what is read."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from stillhere.errors import StillHereError
from stillhere.intake import Import, read_file, read_folder, state
from stillhere.reports import EXERCISE_KEY, OperationKey, Profile, Report, Stamp
from stillhere.reports.book import Book
from stillhere.reports.statements import PersonStatement
from stillhere.vocabulary import ReportKind
from stillhere.vocabulary.fields import Field

Writer = Callable[..., Path]
Rows = Callable[[Import], list[Report]]
LIST = "Registration number;Name;Age\nA1;Anna Hakobyan;70\nA2;Levon Petrosyan;\n"


def test_the_profile_is_a_report_that_the_book_finds(text_file: Writer) -> None:
    imported = read_file(text_file(LIST), source="arrivals", key=EXERCISE_KEY)
    (own,) = [r for r in imported.reports if r.kind is ReportKind.PROFILE]
    assert own.stamp.author == "proposed"
    book = Book("2023-10-04")
    book.add(imported.reports)
    assert book.profile("arrivals") == imported.profiles[0]
    assert Profile.from_fields(own.fields) == imported.profiles[0]


def test_the_declared_key_is_the_key_of_the_source(
    text_file: Writer, rows_of: Rows
) -> None:
    imported = read_file(text_file(LIST), key=EXERCISE_KEY)
    rows = rows_of(imported)
    assert [r.source_key for r in rows] == ["A1", "A2"]
    stated = [state(r, imported.profiles[0]) for r in rows]
    assert [s.key for s in stated if isinstance(s, PersonStatement)] == ["A1", "A2"]


def test_the_same_list_read_twice_gives_the_same_reports(text_file: Writer) -> None:
    one = read_file(text_file(LIST, "a.csv"), source="x", key=EXERCISE_KEY)
    two = read_file(text_file(LIST, "b.csv", "utf-16"), source="x", key=EXERCISE_KEY)
    assert {r.id for r in one.reports[1:]} == {r.id for r in two.reports[1:]}
    other = read_file(text_file(LIST, "a.csv"), source="x", key=OperationKey(b"k" * 32))
    assert not {r.id for r in one.reports} & {r.id for r in other.reports}


def test_a_given_profile_is_kept_and_changes_no_id(text_file: Writer) -> None:
    path = text_file(LIST)
    first = read_file(path, key=EXERCISE_KEY)
    corrected = replace(first.profiles[0], confirmed=True, once=False, source="old")
    again = read_file(
        path, key=EXERCISE_KEY, profile=corrected, stamp=Stamp(author="laptop 1")
    )
    assert again.profiles == (replace(corrected, source="list.csv"),)
    assert {r.stamp.author for r in again.reports} == {"laptop 1"}
    assert [r.id for r in again.reports[1:]] == [r.id for r in first.reports[1:]]
    assert again.proposals == ()


def test_headers_a_given_profile_misses_are_told(text_file: Writer) -> None:
    profile = read_file(text_file(LIST), key=EXERCISE_KEY).profiles[0]
    renamed = text_file(LIST.replace("Age", "Years of age"))
    imported = read_file(renamed, key=EXERCISE_KEY, profile=profile)
    codes = [f.code for f in imported.findings]
    assert codes == ["intake/header-missing", "intake/header-unknown"]
    assert "does not have: Age." in imported.findings[0].sentence
    assert "does not know: Years of age." in imported.findings[1].sentence


def test_one_profile_for_two_sheets_is_refused(workbook: Writer) -> None:
    sheet = [["Name"], ["Anna"]]
    path = workbook({"A": sheet, "B": sheet})
    profile = read_file(path, key=EXERCISE_KEY).profiles[0]
    with pytest.raises(StillHereError) as caught:
        read_file(path, key=EXERCISE_KEY, profile=profile)
    assert caught.value.code == "intake/profile-misses-table"


def test_a_folder_takes_known_profiles_by_source(
    text_file: Writer, tmp_path: Path
) -> None:
    text_file(LIST, "in/a.csv")
    text_file(LIST, "in/b.csv")
    known = replace(read_folder(tmp_path, key=EXERCISE_KEY).profiles[0], confirmed=True)
    imported = read_folder(tmp_path, key=EXERCISE_KEY, profiles={"in/a.csv": known})
    assert [p.confirmed for p in imported.profiles] == [True, False]


def test_the_year_of_the_operation_dates_undated_ages(text_file: Writer) -> None:
    path = text_file("Name;Age\nAnna Hakobyan;70\n")
    imported = read_file(path, key=EXERCISE_KEY, as_of="2023-10-04T08:00:00+04:00")
    stated = state(imported.reports[1], imported.profiles[0])
    assert isinstance(stated, PersonStatement)
    assert stated.birth is not None
    assert (stated.birth.first, stated.birth.last) == (1952, 1953)


def test_every_column_of_a_profile_is_a_header_of_its_rows(
    text_file: Writer, rows_of: Rows
) -> None:
    text = "Name ;\ufeff Name;;Phone\u00a0\nAnna;Hakobyan;x;1\n"
    imported = read_file(text_file(text), key=EXERCISE_KEY)
    headers = [c.header for c in imported.profiles[0].columns]
    assert set(rows_of(imported)[0].fields) == set(headers)
    assert imported.profiles[0].headers(Field.NAME) == ("Name", "Name#2")
