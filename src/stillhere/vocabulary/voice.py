"""How readers hear the words of the program: English, or what a voice makes of it.

Rooms write whole sentences in English and fill them in when they are shown. Whoever shows
them may pass in a voice of another language; no room knows how it translates.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from stillhere.vocabulary.english import spoken
from stillhere.vocabulary.languages import Language


class Counted(NamedTuple):
    """Words for one and for many, in English, with ``{number}`` in both."""

    one: str
    many: str


def _english(one: str, many: str, number: int) -> str:
    return one if number == 1 else many


@dataclass(frozen=True, slots=True)
class Voice:
    """How words, numbers and dates are said to one reader; English by default.

    Attributes:
        language: Of the reader: their name of a place comes first.
        text: The words for an English text that stands in the program.
        plural: The words for a number, of an English singular and plural.
        number: A whole number with its groups of digits.
        day: An ISO date or time; what is none comes back as it is.
    """

    language: Language = Language.EN
    text: Callable[[str], str] = str
    plural: Callable[[str, str, int], str] = _english
    number: Callable[[int], str] = "{:,}".format
    day: Callable[[str], str] = spoken

    def count(self, words: Counted, number: int, **values: str) -> str:
        """Words with their number put in."""
        said = self.plural(words.one, words.many, number)
        return said.format(number=self.number(number), **values)


ENGLISH = Voice()


def worded(text: str) -> str:
    """The text itself, marked as words that are said to readers."""
    return text
