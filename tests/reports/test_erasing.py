"""Erasures and what they leave to know a person again by."""

from dataclasses import replace

import pytest

from stillhere.reports import EXERCISE_KEY, Book, ReportId, make_report
from stillhere.reports.erasing import erase_reports, erased_folds
from stillhere.reports.withdrawing import Signed
from stillhere.vocabulary import ReportKind

SIGNED = Signed(EXERCISE_KEY, "officer 1", "2023-10-05T08:00:00", "asked for it")


def test_an_erasure_empties_what_it_names_and_keeps_its_folds() -> None:
    row = make_report(EXERCISE_KEY, ReportKind.ROW, "bus", {"Name": "Anna"})
    erasure = erase_reports([row.id], SIGNED, second="officer 2", folds=["1:b", "1:a"])
    book = Book("2023-10-06")
    book.add([row, erasure])
    assert book.erased(row.id)
    assert erasure.fields["second"] == "officer 2"
    assert erased_folds([row, erasure]) == {"1:a", "1:b"}


def test_it_takes_a_report_and_two_officers() -> None:
    with pytest.raises(ValueError, match="two officers"):
        erase_reports([], SIGNED, second="officer 2")
    with pytest.raises(ValueError, match="two officers"):
        erase_reports([ReportId("a" * 32)], SIGNED, second="officer 1")


@pytest.mark.parametrize("body", ["not json", "[]", '{"folds":"x"}', '{"folds":[1]}'])
def test_a_damaged_erasure_has_no_folds(body: str) -> None:
    erasure = erase_reports([ReportId("a" * 32)], SIGNED, second="officer 2")
    assert erased_folds([replace(erasure, body=body)]) == frozenset()
