"""A file that is looked at, corrected and accepted."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from stillhere.intake import Draft, Import, look, read_bytes
from stillhere.names import NameOrder
from stillhere.reports import EXERCISE_KEY, Book, Column, Report, Stamp
from stillhere.reports.statements import PersonStatement
from stillhere.vocabulary import ReportKind, Scope
from stillhere.vocabulary.fields import Field

Writer = Callable[..., Path]
Rows = Callable[[Import], list[Report]]
BUS = b"""Odd;Name;Year of birth;Note
1;Anna Abrahamyan;1950;alone
2;Aram Balayan;1961;
3;;;
4;Sona Danielyan;1944;wheelchair
5;Levon Hakobyan;1939;
6;Nune Karapetyan;1971;
"""


def draft_of(data: bytes = BUS, name: str = "bus.csv") -> Draft:
    return look(data, name, key=EXERCISE_KEY)


def test_a_draft_says_what_it_saw_and_why() -> None:
    (table,) = draft_of().tables
    assert table.source == "bus.csv"
    assert table.table.headers == ("Odd", "Name", "Year of birth", "Note")
    assert table.table.rows_read == 6
    assert table.proposal is not None
    assert table.proposal.profile == table.profile
    assert "“Name” means full name" in table.proposal.reasons[1].sentence
    assert [f.code for f in table.findings] == ["intake/profile-unsure"]


def test_five_rows_are_shown_as_written_and_as_read() -> None:
    draft = draft_of()
    samples, here = draft.samples("bus.csv"), draft.tables[0].table
    assert [s.row for s in samples] == [2, 3, 5, 6, 7]
    assert samples[0].cells == ("1", "Anna Abrahamyan", "1950", "alone")
    assert samples[1].cells == ("2", "Aram Balayan", "1961", "")
    assert here.set_aside[0].row == 4
    shown = {(s.of, s.name): s.value for s in samples[0].stated}
    assert shown["name", "family"] == "Abrahamyan"
    assert shown["", "birth"] == "1950"


def test_a_row_that_names_nobody_says_so() -> None:
    here = draft_of(b"Name,Age,Note\nAnna,70,x\n,,old\nAram,60,\n")
    empty = here.samples("bus.csv")[1]
    assert empty.statement is None
    assert empty.stated == ()
    assert [f.code for f in empty.findings] == ["intake/row-without-person"]


def test_another_profile_reads_the_same_rows_anew() -> None:
    here = draft_of()
    profile = here.tables[0].profile
    columns = list(profile.columns)
    columns[0] = Column("Odd", Field.HOUSEHOLD)
    other = here.read_as(replace(profile, columns=tuple(columns)))
    assert other.tables[0].table is here.tables[0].table
    assert other.tables[0].proposal is None
    first = other.samples("bus.csv")[0].statement
    assert isinstance(first, PersonStatement)
    assert first.household == "1"


def test_a_sample_has_the_id_its_row_will_have(rows_of: Rows) -> None:
    here = draft_of()
    sampled = [s.statement.report for s in here.samples("bus.csv") if s.statement]
    kept = [r.id for r in rows_of(here.accept("officer"))]
    assert sampled
    assert set(sampled) <= set(kept)


def test_looking_parses_once(monkeypatch: pytest.MonkeyPatch) -> None:
    here = draft_of()
    monkeypatch.setattr("sys.executable", "/nowhere")
    turned = replace(here.tables[0].profile, name_order=NameOrder.FAMILY_GIVEN)
    assert here.read_as(turned).accept("officer").rows_read == 6


def test_a_draft_read_unseen_is_what_reading_gives() -> None:
    assert draft_of().read() == read_bytes(BUS, "bus.csv", key=EXERCISE_KEY)


def test_an_accepted_draft_is_what_reading_with_its_profile_gives() -> None:
    here = draft_of()
    confirmed = replace(here.tables[0].profile, confirmed=True)
    stamp = Stamp(author="node key 7", source_date="2023-10-02")
    accepted = here.accept("node key 7", replace(stamp, author="somebody"))
    assert accepted == read_bytes(
        BUS, "bus.csv", key=EXERCISE_KEY, profile=confirmed, stamp=stamp
    )


def test_an_accepted_profile_is_confirmed_and_bears_its_author() -> None:
    imported = draft_of().accept("node key 7")
    assert {r.stamp.author for r in imported.reports} == {"node key 7"}
    book = Book("2023-10-04")
    book.add(imported.reports)
    known = book.profile("bus.csv")
    assert known is not None
    assert known.confirmed
    assert imported.proposals == ()


def test_a_list_of_the_dead_is_for_the_dead_alone(rows_of: Rows) -> None:
    data = "Morgue register\nCode;Name;Found at\nM1;Anna Hakobyan;Lake Street\n"
    imported = draft_of(data.encode(), "morgue.csv").accept("officer")
    assert {r.stamp.scopes for r in rows_of(imported)} == {(Scope.THE_DEAD,)}


def test_a_known_profile_is_taken_for_its_source_and_its_gaps_are_told() -> None:
    profile = replace(draft_of().tables[0].profile, confirmed=True)
    renamed = BUS.replace(b"Note", b"Remark")
    here = look(renamed, "bus.csv", key=EXERCISE_KEY, profiles={"bus.csv": profile})
    assert here.tables[0].profile == profile
    codes = [f.code for f in here.tables[0].findings]
    assert codes == ["intake/header-missing", "intake/header-unknown"]


def test_a_sheet_can_be_left_out(workbook: Writer) -> None:
    path = workbook(
        {"People": [["Name"], ["Anna"]], "Sums": [["What", "Value"], ["all", 1]]}
    )
    here = look(path.read_bytes(), path.name, key=EXERCISE_KEY)
    sources = [t.source for t in here.tables]
    assert sources == ["list.xlsx#People", "list.xlsx#Sums"]
    taken = here.accept("officer", leave_out={"list.xlsx#Sums"})
    assert [p.source for p in taken.profiles] == ["list.xlsx#People"]
    assert {r.kind for r in taken.reports} == {ReportKind.PROFILE, ReportKind.ROW}


def test_a_table_that_is_not_there_is_refused() -> None:
    here = draft_of()
    stranger = replace(here.tables[0].profile, source="other.csv")
    with pytest.raises(KeyError):
        here.read_as(stranger)
    with pytest.raises(KeyError):
        here.samples("other.csv")


ODD = b"Bus 7;;\nQ1;Q2;Q3\nAnna Abrahamyan;1950;x\nAram Balayan;1961;y\n"


def test_a_person_points_to_the_header_no_rule_can_find() -> None:
    draft = draft_of(ODD)
    assert draft.tables[0].table.header == 0
    assert draft.tables[0].table.headers == ("Column 1", "Column 2", "Column 3")
    (table,) = draft.headed("bus.csv", 2).tables
    assert table.table.headers == ("Q1", "Q2", "Q3")
    assert table.table.titles == ("Bus 7",)
    assert [line for line, _ in table.table.rows] == [3, 4]
    assert table.table.rows_read == 3
    assert table.proposal is not None


def test_a_list_without_a_header_can_be_called_so() -> None:
    (table,) = draft_of().headed("bus.csv", 0).tables
    assert table.table.headers[0] == "Column 1"
    assert table.table.rows[0] == (1, ["Odd", "Name", "Year of birth", "Note"])


def test_a_known_profile_finds_its_header_again() -> None:
    profile = draft_of(ODD).headed("bus.csv", 2).tables[0].profile
    (again,) = look(
        ODD, "bus.csv", key=EXERCISE_KEY, profiles={"bus.csv": profile}
    ).tables
    assert again.table.header == 2
    assert again.table.headers == ("Q1", "Q2", "Q3")
    assert again.profile == profile
    none = draft_of().headed("bus.csv", 0).tables[0].profile
    (bare,) = look(BUS, "bus.csv", key=EXERCISE_KEY, profiles={"bus.csv": none}).tables
    assert bare.table.header == 0


def test_a_profile_of_other_columns_leaves_the_header_where_it_is() -> None:
    profile = draft_of(b"Nome;Jahr\nA;1\nB;2\n").tables[0].profile
    (table,) = look(
        BUS, "bus.csv", key=EXERCISE_KEY, profiles={"bus.csv": profile}
    ).tables
    assert table.table.header == 1
    assert "intake/header-missing" in {f.code for f in table.findings}
