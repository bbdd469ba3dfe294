"""The word at which everybody turns back is understood by all and mistaken for none."""

from itertools import combinations

import pytest

from stillhere.names import romanise
from stillhere.plan.safety import abort_word, abort_words
from stillhere.vocabulary import Language

RADIO = """
alpha alfa bravo charlie delta echo foxtrot golf hotel india juliett kilo lima mike
november oscar papa quebec romeo sierra tango uniform victor whiskey xray yankee zulu
negative affirmative roger over out copy
"""
FAR_APART = 4
"""Letters to change before one word becomes another."""


def apart(one: str, other: str) -> int:
    """Fewest letters to change, add or leave out."""
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        before, row[0] = row[0], at
        for n, wanted in enumerate(other, 1):
            changed = before + (letter != wanted)
            before, row[n] = row[n], min(changed, row[n] + 1, row[n - 1] + 1)
    return row[-1]


def sounds(language: Language) -> list[str]:
    """Every word of one language in Latin letters."""
    return [
        romanise(one.words[language], language).replace("x", "ks").replace("ph", "f")
        for one in abort_words()
    ]


@pytest.mark.parametrize("language", list(Language))
def test_no_two_words_of_a_language_can_be_mistaken(language: Language) -> None:
    for one, other in combinations(sounds(language), 2):
        assert apart(one, other) >= FAR_APART, (one, other)
        assert one[:3] != other[:3]


def test_no_word_of_one_language_can_be_mistaken_for_another_word_of_any() -> None:
    every = [
        (n, sound) for language in Language for n, sound in enumerate(sounds(language))
    ]
    for (n, one), (m, other) in combinations(every, 2):
        if n != m:
            assert apart(one, other) >= FAR_APART, (one, other)


def test_a_word_sounds_nearly_the_same_in_every_language() -> None:
    for words in zip(*map(sounds, Language), strict=True):
        assert all(apart(*two) <= FAR_APART for two in combinations(words, 2)), words


def test_no_word_is_one_of_radio_speech_or_short() -> None:
    for language in Language:
        assert not set(RADIO.split()) & set(sounds(language))
        assert min(map(len, sounds(language))) >= 6


def test_a_plan_draws_the_same_word_everywhere() -> None:
    assert abort_word("0badcafe") == abort_word("0badcafe")


def test_plans_draw_every_word_of_the_list() -> None:
    drawn = {abort_word(f"{n:08x}").words[Language.EN] for n in range(500)}
    assert drawn == {one.words[Language.EN] for one in abort_words()}


def test_it_is_written_in_every_language_the_readers_first() -> None:
    (word,) = (one for one in abort_words() if one.words[Language.EN] == "flamingo")
    assert word.side_by_side(Language.RU) == "фламинго · flamingo · ֆլամինգո · flaminqo"
