"""Names for one reader: of places all side by side, of people as written.

A name of a person stands as its source wrote it. Who reads other letters gets one reading
beside it, in Latin letters: the core has one table of romanisation and none towards
Armenian or Cyrillic, and a guessed spelling would look like a name somebody wrote.
"""

import unicodedata
from typing import NamedTuple

from django.utils.translation import gettext

from stillhere.desk.saying import language
from stillhere.ledger import Entry, PlaceKey
from stillhere.names import romanise
from stillhere.places import Gazetteer
from stillhere.plan.place_names import side_by_side
from stillhere.vocabulary import Language

_LETTERS = {
    Language.HY: ("ARMENIAN", "LATIN"),
    Language.AZ: ("LATIN",),
    Language.RU: ("CYRILLIC", "LATIN"),
    Language.EN: ("LATIN",),
}
"""Letters a reader of a language is taken to read."""


class PersonName(NamedTuple):
    """A name as written, and one reading in Latin letters where the reader needs it."""

    written: str
    other: str | None

    def __str__(self) -> str:
        """Both on one line."""
        return f"{self.written} ({self.other})" if self.other else self.written


def place_names(gazetteer: Gazetteer, key: PlaceKey) -> str:
    """Every name of a settlement side by side, the reader's first."""
    return side_by_side(gazetteer, key, language())


def person_name(entry: Entry) -> PersonName:
    """The preferred name of a person; words for somebody who has none."""
    if not entry.name:
        return PersonName(gettext("somebody without a name"), None)
    return written_name(entry.name, entry.names[0].language if entry.names else None)


def written_name(text: str, written_in: Language | None) -> PersonName:
    """A name as a source wrote it, for the reader of the active language."""
    if _letters(text) <= set(_LETTERS[language()]):
        return PersonName(text, None)
    reading = romanise(text, written_in).title()
    return PersonName(text, None if reading.casefold() == text.casefold() else reading)


def latin_reading(text: str, written_in: Language | None) -> str | None:
    """A name in Latin letters, for who compares two scripts; None if it is in them."""
    if _letters(text) <= {"LATIN"}:
        return None
    return romanise(text, written_in).title()


def _letters(text: str) -> set[str]:
    """The scripts of a text, by the Unicode names of its letters."""
    return {unicodedata.name(c, "").partition(" ")[0] for c in text if c.isalpha()}
