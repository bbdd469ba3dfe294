from enum import StrEnum

import pytest

from stillhere import vocabulary
from stillhere.vocabulary import in_words
from stillhere.vocabulary.fields import Field

SORTS = [
    sort
    for sort in (*vars(vocabulary).values(), Field)
    if isinstance(sort, type) and issubclass(sort, StrEnum)
]


@pytest.mark.parametrize("sort", SORTS)
def test_every_code_has_words_of_its_own(sort: type[StrEnum]) -> None:
    said = [in_words(code) for code in sort]
    assert len(set(said)) == len(said)
    assert [words for words in said if not words or "_" in words] == []


def test_who_is_unaccounted_is_never_called_missing() -> None:
    assert in_words(vocabulary.Status.UNACCOUNTED) == "no word yet"
    assert "missing" not in {in_words(code) for sort in SORTS for code in sort}


def test_codes_that_are_not_said_have_no_words() -> None:
    class Unsaid(StrEnum):
        ONE = "one"

    with pytest.raises(KeyError):
        in_words(Unsaid.ONE)
