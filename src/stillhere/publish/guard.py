"""What the public must not read: names of places that were not visited, and of people.

Words of our own name nobody; what comes from outside (names of lists and of those who
state figures) is looked through, and a list whose name gives something away goes by what
it is instead.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from stillhere.errors import StillHereError
from stillhere.ledger import Picture, Visited
from stillhere.places import Gazetteer, Place
from stillhere.publish.amounts import in_our_words
from stillhere.publish.sentences import (
    Backed,
    Block,
    Cited,
    Day,
    Named,
    Ours,
    Page,
    Placed,
    Sentence,
)
from stillhere.vocabulary import PersonEvent

_FEWEST_LETTERS = 3
_WORD = re.compile(r"[^\W_]+")
_KINDS = {  # said to readers
    PersonEvent.ARRIVED: "a list of arrivals",
    PersonEvent.BOARDED: "a list of passengers",
    PersonEvent.DEPARTED: "a list of departures",
    PersonEvent.RESIDENT: "a register",
}


class Guard:
    """Knows the names that stay out of public pages."""

    def __init__(self, picture: Picture, gazetteer: Gazetteer, region: str) -> None:
        """Collect them.

        Args:
            picture: Which places were visited, and everybody's names.
            gazetteer: All names of places.
            region: The words of its name may be said.
        """
        self._picture, self._gazetteer = picture, gazetteer
        self._allowed = set(_words(region))
        visited = visited_keys(picture)
        self._places = {
            words
            for name in _hidden(picture, gazetteer, visited)
            if (words := tuple(_words(name))) and not set(words) <= self._allowed
        }

    @cached_property
    def _people(self) -> set[str]:
        names = (name.text for e in self._picture.entries.values() for name in e.names)
        words = (word for name in names for word in _words(name))
        places = {
            word for place in self._near for n in place.names for word in _words(n)
        }
        long = {word for word in words if len(word) >= _FEWEST_LETTERS}
        return long - self._allowed - places

    @property
    def _near(self) -> Iterator[Place]:
        """Places whose names are no names of people here.

        Of loaded tables, which may hold a whole country, only those of the picture: a
        village a day's drive away must not let a first name through.
        """
        known, loaded = self._picture.places, self._gazetteer.loaded
        return (p for p in self._gazetteer if p.id not in loaded or p.id in known)

    def gives_away(self, text: str) -> str:
        """The first name in a text that must stay out; empty for none."""
        words = tuple(_words(text))
        for first in range(len(words)):
            for last in range(first + 1, len(words) + 1):
                if words[first:last] in self._places:
                    return " ".join(words[first:last])
        return next((w for w in words if w in self._people), "")

    def label(self, source: str) -> Named | Ours:
        """How the public reads of a source: its name, or what it is."""
        if not self.gives_away(source):
            return Named(source)
        entry = self._picture.sources.get(source)
        events = [event for event, _ in entry.events] if entry else []
        return next((Ours(_KINDS[e]) for e in events if e in _KINDS), Ours("a list"))

    def labels(self) -> dict[str, Named | Ours]:
        """How the public reads of every source."""
        return {name: self.label(name) for name in self._picture.sources}

    def check(self, page: Page) -> Page:
        """The page itself.

        Raises:
            StillHereError: Words of somebody else on it name what must stay out.
        """
        for block in page.blocks:
            for text in _foreign(block):
                name = self.gives_away(text)
                if name:
                    raise StillHereError("publish/not-for-the-public", what=name)
        return page


def visited_keys(picture: Picture) -> frozenset[str]:
    """Keys of the settlements that were visited."""
    settled = picture.settlements
    return frozenset(str(p.key) for p in settled if p.visited is Visited.VISITED)


def _hidden(
    picture: Picture, gazetteer: Gazetteer, visited: frozenset[str]
) -> Iterator[str]:
    for place in gazetteer:
        if place.id not in visited:
            yield from place.names
    for known in picture.settlements:
        if known.key not in visited:
            yield from known.names


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _foreign(block: Block) -> Iterator[str]:
    parts: Iterable[object]
    if isinstance(block, Sentence):
        parts = block.parts.values()
    else:
        parts = (part for row in block.rows for part in row)
    for part in parts:
        if isinstance(part, Named):
            yield part.text
        elif isinstance(part, Placed):
            yield from part.place.names
        elif isinstance(part, Cited):
            if not in_our_words(part.figure.qualifier):
                yield part.figure.qualifier
        elif not isinstance(part, Ours | Day | Backed | None):
            raise TypeError(type(part).__name__)
