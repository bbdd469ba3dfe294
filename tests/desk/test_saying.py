import datetime as dt
import errno
import os
from string import Formatter

import pytest
from django.utils.translation import override

from stillhere.desk.saying import day, language, number, percent, said, tenths, voice
from stillhere.errors import CATALOGUE, Finding, StillHereError
from stillhere.vocabulary import Counted, Language

pytestmark = pytest.mark.usefixtures("town")
NBSP = "\xa0"
PEOPLE = Counted("{number} person", "{number} people")


@pytest.mark.parametrize(
    ("code", "written"),
    [
        ("en", "100,000"),
        ("hy", f"100{NBSP}000"),
        ("az", "100.000"),
        ("ru", f"100{NBSP}000"),
    ],
)
def test_numbers_have_the_groups_of_the_language(code: str, written: str) -> None:
    with override(code):
        assert number(100_000) == written


@pytest.mark.parametrize(
    ("code", "written"),
    [
        ("en", "9 October 2023, 08:30 (UTC+04:00)"),
        ("hy", "9 հոկտեմբերի, 2023, 08:30 (UTC+04:00)"),
        ("az", "9 oktyabr 2023, 08:30 (UTC+04:00)"),
        ("ru", "9 октября 2023, 08:30 (UTC+04:00)"),
    ],
)
def test_dates_are_said_with_their_zone(code: str, written: str) -> None:
    with override(code):
        assert day("2023-10-09T08:30:00+04:00") == written


@pytest.mark.parametrize("code", list(Language))
def test_what_is_no_date_stays_as_written(code: Language) -> None:
    with override(code.value):
        assert day("in autumn") == "in autumn"
        assert "2023" in day(dt.date(2023, 10, 9))


def test_an_unknown_language_reads_english() -> None:
    with override("fr"):
        assert language() is Language.EN


@pytest.mark.parametrize("code", list(Language))
def test_every_finding_and_error_is_said_with_its_values(code: Language) -> None:
    with override(code.value):
        for key, english in sorted(CATALOGUE.items()):
            names = _names(english)
            finding = Finding.of(key, **{name: f"<{name}>" for name in names})
            sentence = said(finding)
            assert all(f"<{name}>" in sentence for name in names), key
            assert (sentence == finding.sentence) == (code is Language.EN), key


def _names(english: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(english) if name}


def test_counts_in_a_sentence_are_grouped_and_numbers_of_rows_are_not() -> None:
    finding = Finding.of("ledger/rows-unread", rows=12345, source="2024")
    with override("az"):
        assert "12.345" in said(finding)
        assert "2024" in said(finding)
    row = Finding.of("intake/row-totals", row=12345, file="a.csv")
    with override("az"):
        assert "12345" in said(row)


def test_an_error_is_said_as_a_finding_is() -> None:
    error = StillHereError("store/damaged", path="x.db", reason="it is cut short")
    with override("ru"):
        assert "x.db" in said(error)
        assert "it is cut short" not in said(error)


def test_what_the_system_says_of_a_disk_is_said_in_the_language() -> None:
    for reason in (os.strerror(errno.EIO), "disk I/O error"):
        error = StillHereError("store/disk-failed", path="x.db", reason=reason)
        with override("hy"):
            assert reason not in said(error)


def test_a_share_is_never_rounded_up_to_certainty() -> None:
    with override("en"):
        assert percent(999_999) == "99.99%"
        assert percent(1_000_000) == "100%"
        assert tenths(3_249) == "3.2"
    with override("ru"):
        assert tenths(3_249) == "3,2"


@pytest.mark.parametrize(
    ("code", "forms"),
    [
        ("ru", {1: "1 человек", 2: "2 человека", 5: "5 человек", 21: "21 человек"}),
        ("hy", {1: "1 մարդ", 2: "2 մարդ"}),
        ("az", {1: "1 nəfər", 2: "2 nəfər"}),
    ],
)
def test_people_are_counted_by_the_rules_of_the_language(
    code: str, forms: dict[int, str]
) -> None:
    with override(code):
        assert {n: voice().count(PEOPLE, n) for n in forms} == forms
