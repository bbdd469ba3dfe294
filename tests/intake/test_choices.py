"""What a form can offer for a profile."""

from dataclasses import fields

import pytest

from stillhere.intake.choices import SETTINGS, Answer, meanings_of
from stillhere.intake.stating import LIST_KINDS, reader_of
from stillhere.reports import Profile
from stillhere.vocabulary import ReportKind
from stillhere.vocabulary.fields import Field


def test_every_setting_is_one_of_a_profile_and_none_is_left_out() -> None:
    others = {"source", "columns", "confirmed"}
    names = {f.name for f in fields(Profile)} - others
    assert {s.name for s in SETTINGS} == names
    assert all(s.codes for s in SETTINGS if s.answer is Answer.CODE)


def test_kinds_to_choose_are_those_a_row_can_state() -> None:
    (kinds,) = [s.codes for s in SETTINGS if s.name == "kind"]
    assert kinds == LIST_KINDS
    assert ReportKind.PERSON in kinds
    assert ReportKind.WITHDRAWAL not in kinds
    assert all(reader_of(Profile("x", kind, ())) for kind in LIST_KINDS)


@pytest.mark.parametrize("kind", LIST_KINDS)
def test_every_kind_can_be_ignored_and_keyed(kind: ReportKind) -> None:
    assert meanings_of(kind)[:2] == (Field.IGNORE, Field.KEY)


def test_the_meanings_are_those_its_reader_asks_for() -> None:
    assert Field.HOUSEHOLD in meanings_of(ReportKind.PERSON)
    assert Field.SERVICE not in meanings_of(ReportKind.PERSON)
    assert Field.SERVICE in meanings_of(ReportKind.SERVICE)
    assert Field.HOUSEHOLD not in meanings_of(ReportKind.SERVICE)
