"""Imports of the past, their undo, and the undo of that."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stillhere.errors import StillHereError
from stillhere.intake import (
    Import,
    PastImport,
    again,
    past_imports,
    read_bytes,
    redo,
    state,
    state_findings,
    taken_back,
    undo,
)
from stillhere.reports import EXERCISE_KEY, Book, Provenance, Report, ReportId
from stillhere.reports.report import make_report
from stillhere.reports.statements import Withdrawal
from stillhere.reports.withdrawing import Signed, bring_back
from stillhere.vocabulary import ReportKind

HEAD = "Name,Age\n"
ANNA, ARAM, SONA = "Anna Hakobyan,70\n", "Aram Balayan,62\n", "Sona Danielyan,79\n"


def signed(minute: int = 0) -> Signed:
    return Signed(
        EXERCISE_KEY, "node key 7", f"2023-10-05T{minute // 60:02}:{minute % 60:02}:00"
    )


def read(file: str, *rows: str, source: str = "bus") -> Import:
    data = (HEAD + "".join(rows)).encode()
    return read_bytes(data, file, source=source, key=EXERCISE_KEY)


class Desk:
    """What is stored, with its provenance, as a store keeps it."""

    def __init__(self) -> None:
        self.book = Book("2023-10-06")
        self.lines: dict[tuple[ReportId, str, int], Provenance] = {}

    def take(self, imported: Import, day: int) -> None:
        self.book.add(imported.reports)
        for line in imported.provenance:
            dated = Provenance(
                line.report, line.file, line.sheet, line.row, f"2023-10-{day:02}"
            )
            self.lines.setdefault((line.report, line.file, line.row), dated)

    @property
    def imports(self) -> list[PastImport]:
        return past_imports(self.lines.values(), self.book)

    def counts(self, imported: Import) -> list[bool]:
        rows = (r for r in imported.reports if r.kind is ReportKind.ROW)
        return [self.book.in_force(r.id) for r in rows]


def test_imports_are_listed_with_what_they_brought_the_latest_first() -> None:
    desk = Desk()
    desk.take(read("a.csv", ANNA, ARAM), 1)
    desk.take(read("b.csv", SONA, source="list"), 2)
    late, early = desk.imports
    assert (late.file, late.entry_date, late.sources) == (
        "b.csv",
        "2023-10-02",
        ("list",),
    )
    assert (early.file, len(early.reports), early.counting) == ("a.csv", 2, 2)
    assert early.alone == early.reports
    assert early.undone_by is None


def test_nothing_was_imported_yet() -> None:
    assert Desk().imports == []


def test_an_undo_takes_back_this_import_and_no_other_row() -> None:
    desk = Desk()
    first, second = read("a.csv", ANNA, ARAM), read("b.csv", ARAM, SONA)
    desk.take(first, 1)
    desk.take(second, 2)
    late, _ = desk.imports
    assert len(late.alone) == 1
    desk.book.add([undo(late, signed())])
    assert desk.counts(first) == [True, True]
    assert desk.counts(second) == [True, False]


def test_a_shared_row_goes_with_the_last_import_that_brought_it() -> None:
    desk = Desk()
    first, second = read("a.csv", ANNA, ARAM), read("b.csv", ARAM, SONA)
    desk.take(first, 1)
    desk.take(second, 2)
    desk.book.add([undo(desk.imports[0], signed())])
    desk.book.add([undo(desk.imports[1], signed(1))])
    assert desk.counts(first) == desk.counts(second) == [False, False]
    desk.book.add(redo(desk.imports[0], desk.book, signed(2)))
    assert desk.counts(second) == [True, True]
    assert desk.counts(first) == [False, True]
    late, early = desk.imports
    assert late.undone_by is None
    assert early.undone_by is not None
    assert early.counting == 1


def test_an_undone_import_says_so_and_is_not_undone_twice() -> None:
    desk = Desk()
    desk.take(read("a.csv", ANNA), 1)
    decision = undo(desk.imports[0], signed())
    desk.book.add([decision])
    (past,) = desk.imports
    assert (past.undone_by, past.counting) == (decision.id, 0)
    with pytest.raises(StillHereError) as caught:
        undo(past, signed(1))
    assert caught.value.code == "intake/nothing-to-undo"


def test_an_import_without_a_row_of_its_own_is_not_undone() -> None:
    desk = Desk()
    desk.take(read("a.csv", ANNA, ARAM), 1)
    desk.take(read("b.csv", ARAM), 2)
    with pytest.raises(StillHereError) as caught:
        undo(desk.imports[0], signed())
    assert caught.value.code == "intake/nothing-to-undo"


def test_a_list_that_grew_is_undone_without_its_first_part() -> None:
    desk = Desk()
    before, after = read("a.csv", ANNA), read("a.csv", ANNA, ARAM)
    desk.take(before, 1)
    desk.take(after, 2)
    desk.book.add([undo(desk.imports[0], signed())])
    assert desk.counts(after) == [True, False]


def test_reading_a_list_again_says_that_its_rows_are_known() -> None:
    desk = Desk()
    imported = read("a.csv", ANNA, ARAM)
    assert again(imported, desk.book) == ()
    desk.take(imported, 1)
    (finding,) = again(imported, desk.book)
    assert finding.code == "intake/list-known"
    assert finding.sentence.startswith("All 2 rows of a.csv are here already.")
    assert again(read("a.csv", ANNA, SONA), desk.book) == ()


def test_a_corrected_list_brings_back_what_was_taken_back_with_the_wrong_one() -> None:
    desk = Desk()
    desk.take(read("wrong.csv", ANNA, ARAM), 1)
    desk.book.add([undo(desk.imports[0], signed())])
    right = read("right.csv", ANNA, SONA)
    (finding,) = again(right, desk.book)
    assert finding.code == "intake/rows-taken-back"
    assert finding.sentence.startswith("1 of the 2 rows of right.csv")
    back = taken_back(right, desk.book)
    assert len(back) == 1
    desk.take(right, 2)
    desk.book.add(bring_back(back, desk.book, signed(1)))
    assert desk.counts(right) == [True, True]
    late, early = desk.imports
    assert (late.counting, early.counting) == (2, 1)
    assert early.undone_by is not None


def test_the_undo_states_what_it_takes_back() -> None:
    desk = Desk()
    desk.take(read("a.csv", ANNA, ARAM), 1)
    (past,) = desk.imports
    decision = undo(past, signed())
    stated = state(decision, None)
    assert isinstance(stated, Withdrawal)
    assert stated.targets == past.reports
    assert state_findings(decision, None) == ()
    desk.book.add([decision])
    assert desk.book.findings() == ()


ROWS: list[Report] = [
    make_report(EXERCISE_KEY, ReportKind.ROW, "bus", {"Name": f"Anna {n}"})
    for n in range(6)
]
STEPS = st.lists(st.tuples(st.booleans(), st.integers(0, 3)), max_size=12)
LISTS = st.lists(st.sets(st.integers(0, 5), min_size=1), min_size=4, max_size=4)


def lines_of(lists: Iterable[Iterable[int]]) -> list[Provenance]:
    return [
        Provenance(ROWS[row].id, f"{number}.csv", "", row, f"2023-10-0{number + 1}")
        for number, rows in enumerate(lists)
        for row in rows
    ]


@given(LISTS, STEPS)
def test_a_row_counts_while_an_import_that_brought_it_stands(
    lists: list[set[int]], steps: list[tuple[bool, int]]
) -> None:
    lines, book = lines_of(lists), Book("2023-10-06")
    book.add(ROWS)
    for minute, (forth, which) in enumerate(steps):
        past = next(p for p in past_imports(lines, book) if p.file == f"{which}.csv")
        if forth and past.undone_by is None and past.alone:
            book.add([undo(past, signed(minute))])
        elif not forth:
            book.add(redo(past, book, signed(minute)))
        imports = past_imports(lines, book)
        standing = {r for p in imports if p.undone_by is None for r in p.reports}
        brought = {r for p in imports for r in p.reports}
        assert {r for r in brought if book.in_force(r)} == standing
