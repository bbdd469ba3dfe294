"""Doubts about a profile, told in sentences before anything is read by it."""

from dataclasses import replace

import pytest

from stillhere.intake import DraftTable, check_profile, look
from stillhere.reports import EXERCISE_KEY, Column, Profile
from stillhere.vocabulary import ReportKind
from stillhere.vocabulary.fields import Field

BUS = """No;Name;Year of birth;Age;Date
1;Anna Abrahamyan;1950;73;2023-09-27
2;Aram Balayan;1961;62;2023-09-27
3;Sona Danielyan;1944;79;2023-09-28
"""


def drafted(text: str = BUS) -> DraftTable:
    return look(text.encode(), "bus.csv", key=EXERCISE_KEY).tables[0]


def meaning(profile: Profile, **fields: Field) -> Profile:
    """The profile with other meanings; underscores stand for spaces."""
    columns = tuple(
        Column(c.header, fields.get(c.header.replace(" ", "_"), c.field))
        for c in profile.columns
    )
    return replace(profile, columns=columns)


def codes(profile: Profile, here: DraftTable) -> list[str]:
    return [f.code for f in check_profile(profile, here.table)]


def test_a_profile_that_fits_raises_no_doubt() -> None:
    here = drafted()
    assert codes(here.profile, here) == []


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"Name": Field.NOTE}, "intake/profile-lacks"),
        (
            {"No": Field.KEY, "Name": Field.KEY, "Age": Field.NAME},
            "intake/keys-several",
        ),
        ({"Date": Field.KEY}, "intake/key-repeats"),
        ({"No": Field.BIRTH_DATE}, "intake/dates-unread"),
    ],
)
def test_a_doubtful_meaning_is_told(changed: dict[str, Field], code: str) -> None:
    here = drafted()
    assert codes(meaning(here.profile, **changed), here) == [code]


def test_a_key_that_repeats_is_counted() -> None:
    here = drafted()
    profile = meaning(here.profile, Date=Field.KEY)
    (doubt,) = check_profile(profile, here.table)
    assert "of its texts 1 stand in more than one row" in doubt.sentence


def test_headers_on_one_side_alone_are_told() -> None:
    here = drafted()
    columns = (*here.profile.columns[1:], Column("Phone", Field.PHONE))
    found = check_profile(replace(here.profile, columns=columns), here.table)
    assert [f.code for f in found] == ["intake/header-missing", "intake/header-unknown"]
    assert "does not have: Phone." in found[0].sentence
    assert "does not know: No." in found[1].sentence


def test_a_column_with_two_meanings_is_told() -> None:
    here = drafted()
    columns = (*here.profile.columns, Column("Name", Field.HEAD))
    profile = replace(here.profile, columns=columns)
    assert codes(profile, here) == ["intake/header-twice"]


def test_a_row_of_a_list_is_no_decision() -> None:
    here = drafted()
    profile = replace(here.profile, kind=ReportKind.ERASURE)
    assert codes(profile, here) == ["intake/kind-not-of-lists"]


def test_a_register_without_homes_is_told() -> None:
    here = drafted()
    (doubt,) = check_profile(replace(here.profile, register=True), here.table)
    assert doubt.code == "intake/register-lacks"
    assert "no column for household, address." in doubt.sentence


def test_ages_want_a_date() -> None:
    here = drafted("Name;Age\nAnna Hakobyan;73\nAram Balayan;62\n")
    assert codes(here.profile, here) == ["intake/ages-without-date"]
    assert codes(replace(here.profile, date="2023"), here) == []
    assert codes(replace(here.profile, date="2023-10-05"), here) == []
    wrong = replace(here.profile, date="5 October")
    assert codes(wrong, here) == ["intake/list-date-unreadable"]


def test_the_order_of_dates_is_proved_by_the_column() -> None:
    here = drafted(
        "Name;Date of birth\nAnna Hakobyan;9/27/1957\nAram Balayan;1/2/1960\n"
    )
    assert here.profile.month_first
    assert codes(here.profile, here) == []
    turned = replace(here.profile, month_first=False)
    assert codes(turned, here) == ["intake/date-order"]
