import pytest

from scripts.catalogues import PLURALS, complaints
from scripts.compile_catalogues import LOCALE


@pytest.mark.parametrize("language", sorted(PLURALS))
def test_the_catalogue_holds_every_word_of_the_program(language: str) -> None:
    assert list(complaints(language)) == []


def test_there_is_a_catalogue_for_every_language_but_english() -> None:
    assert {path.name for path in LOCALE.iterdir()} == set(PLURALS)
