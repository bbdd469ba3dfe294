from enum import StrEnum

import pytest
from django.utils.translation import override

from stillhere.desk.wording import (
    choices_of,
    concern_words,
    conflict_words,
    evidence_said,
    in_words,
)
from stillhere.identity.explain import WORDS, Evidence
from stillhere.ledger.rules import LedgerRules
from stillhere.names import NameOrder
from stillhere.vocabulary import PersonEvent, Status
from stillhere.vocabulary.fields import Field

pytestmark = pytest.mark.usefixtures("town")


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "no word yet"),
        ("hy", "դեռ լուր չկա"),
        ("az", "hələ xəbər yoxdur"),
        ("ru", "пока нет вестей"),
    ],
)
def test_who_is_unaccounted_is_said_the_same_way_everywhere(
    code: str, words: str
) -> None:
    with override(code):
        assert in_words(Status.UNACCOUNTED) == words


@pytest.mark.parametrize("codes", [Status, PersonEvent, Field, NameOrder])
def test_choices_are_said_in_the_language_of_the_moment(codes: type[StrEnum]) -> None:
    choices = choices_of(codes)
    assert [value for value, _ in choices] == [code.value for code in codes]
    with override("ru"):
        russian = [str(words) for _, words in choices]
    with override("hy"):
        armenian = [str(words) for _, words in choices]
    assert [
        pair for pair in zip(russian, armenian, strict=True) if len({*pair}) < 2
    ] == []


@pytest.mark.parametrize("reason", [code for code, _ in LedgerRules().concern])
def test_every_reason_of_concern_has_words(reason: str) -> None:
    with override("az"):
        assert concern_words(reason) != reason


def test_what_does_not_agree_has_words() -> None:
    with override("ru"):
        assert conflict_words("status") == "где находится"


@pytest.mark.parametrize("feature", sorted(WORDS))
def test_evidence_says_for_and_against(feature: str) -> None:
    with override("en"):
        assert evidence_said(Evidence(feature, 3249)).endswith(
            ": 3.2 bits for one person"
        )
        assert "against" in evidence_said(Evidence(feature, -1))
        assert evidence_said(Evidence(feature, 0)).endswith("nothing to compare")
    with override("ru"):
        assert "3,2 бит за" in evidence_said(Evidence(feature, 3249))
