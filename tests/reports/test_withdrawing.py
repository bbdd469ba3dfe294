"""Taking reports back and bringing them back."""

import pytest

from stillhere.reports import EXERCISE_KEY, Book, Report, make_report
from stillhere.reports.withdrawing import (
    NAMED,
    Signed,
    bring_back,
    withdraw_reports,
    withdraw_source,
    withdrawals,
)
from stillhere.vocabulary import ReportKind


def signed(minute: int = 0) -> Signed:
    return Signed(EXERCISE_KEY, "node key 7", f"2023-10-04T08:{minute:02}:00", "wrong")


def rows(source: str, count: int = 3) -> list[Report]:
    return [
        make_report(EXERCISE_KEY, ReportKind.ROW, source, {"Name": f"Anna {n}"})
        for n in range(count)
    ]


def book_of(*reports: Report) -> Book:
    book = Book("2023-10-05")
    book.add(reports)
    return book


def counting(book: Book, of: list[Report]) -> list[bool]:
    return [book.in_force(r.id) for r in of]


def test_a_decision_says_who_when_and_why() -> None:
    one = rows("bus")[0]
    decision = withdraw_reports([one.id], signed())
    assert decision.kind is ReportKind.WITHDRAWAL
    assert decision.fields == {
        "target": one.id,
        "why": "wrong",
        "at": "2023-10-04T08:00:00",
    }
    assert (decision.source, decision.stamp.author) == ("node key 7", "node key 7")
    assert decision.stamp.source_date == "2023-10-04T08:00:00"


def test_order_and_repetition_of_the_reports_do_not_matter() -> None:
    a, b, c = (r.id for r in rows("bus"))
    one = withdraw_reports([a, b, c], signed())
    assert withdraw_reports([c, b, a, a], signed()) == one


def test_nothing_cannot_be_taken_back() -> None:
    with pytest.raises(ValueError, match="nothing"):
        withdraw_reports([], signed())


def test_named_reports_are_taken_back_and_others_stay() -> None:
    bus = rows("bus")
    book = book_of(*bus, withdraw_reports([r.id for r in bus[:2]], signed()))
    assert counting(book, bus) == [False, False, True]


def test_one_row_of_several_comes_back_alone() -> None:
    bus = rows("bus")
    book = book_of(*bus, withdraw_reports([r.id for r in bus], signed()))
    decisions = bring_back([bus[1].id], book, signed(1))
    assert len(decisions) == 2
    book.add(decisions)
    assert counting(book, bus) == [False, True, False]
    assert len(withdrawals(book)) == 2


def test_one_row_of_a_source_comes_back_alone() -> None:
    bus, other = rows("bus"), rows("other")
    book = book_of(*bus, *other, withdraw_source("bus", signed()))
    assert counting(book, bus) == [False, False, False]
    book.add(bring_back([bus[0].id, other[0].id], book, signed(1)))
    assert counting(book, bus) == [True, False, False]
    assert counting(book, other) == [True, True, True]


def test_what_is_taken_back_twice_comes_back_from_both() -> None:
    bus = rows("bus")
    book = book_of(
        *bus,
        withdraw_source("bus", signed()),
        withdraw_reports([bus[0].id], signed(1)),
    )
    book.add(bring_back([bus[0].id], book, signed(2)))
    assert counting(book, bus) == [True, False, False]


def test_what_counts_needs_no_decision() -> None:
    bus = rows("bus")
    book = book_of(*bus, withdraw_reports([bus[0].id], signed()))
    assert bring_back([bus[1].id], book, signed(1)) == ()


def test_an_import_stays_undone_until_it_is_named() -> None:
    bus = rows("bus")
    which = {"file": "bus.csv", "entry_date": "2023-10-03"}
    book = book_of(*bus, withdraw_reports([bus[0].id], signed(), {NAMED: which}))
    book.add(bring_back([bus[0].id], book, signed(1)))
    assert counting(book, bus) == [True, True, True]
    assert [w.fields.get(NAMED) for w in withdrawals(book)].count(which) == 1
    book.add(bring_back([], book, signed(2), undone=which))
    assert [w.fields.get(NAMED) for w in withdrawals(book)] == [None, None]
    assert counting(book, bus) == [True, True, True]
