"""Texts of places that no table reads for sure, by how many people they concern.

A person decides what such a text means; until then it is a place of its own, under its
folded name.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from stillhere.ledger import MentionId, Picture
from stillhere.places import Gazetteer, PlaceMatch, ReadAs, place_key, read_address
from stillhere.reports import ReportId
from stillhere.reports.statements import PersonStatement

_OPEN: Final = frozenset({ReadAs.SEVERAL, ReadAs.SLIP, ReadAs.UNKNOWN})


@dataclass(frozen=True, slots=True)
class Unplaced:
    """One name that is read for none, for several, or for one only but for a slip.

    Attributes:
        texts: How it is written, the most frequent first; all have one folded form.
        how: Why it is here: `several`, `slip` or `unknown`.
        read_as: Identifier of the place it is taken for; only of a slip.
        people: Who is concerned, each person once.
        mentions: How often it stands in reports, also in those on no person.
    """

    texts: tuple[str, ...]
    how: ReadAs
    read_as: str
    people: int
    mentions: int


@dataclass(slots=True)
class _Told:
    """What is told of one name."""

    how: ReadAs
    read_as: str
    texts: dict[str, int] = field(default_factory=dict)
    people: set[str] = field(default_factory=set)


def unplaced(picture: Picture, gazetteer: Gazetteer) -> tuple[Unplaced, ...]:
    """Every name that a person should look at, most people first, then by its text.

    Args:
        picture: Its people say where they live and come from.
        gazetteer: By which the picture was built.
    """
    queue = _Queue(gazetteer)
    for mention in map(MentionId, map(ReportId, _mentions(picture))):
        said = picture.evidence.mention(mention)
        if said is not None:
            for text in _texts(said):
                queue.take(text, said.name.language, picture.referent(mention))
    for report, other in picture.statements.items():
        place = getattr(other, "place", None)
        if place and picture.evidence.mention(MentionId(ReportId(report))) is None:
            queue.take(place.settlement, None)
    found = (
        Unplaced(
            texts=tuple(sorted(told.texts, key=lambda t: (-told.texts[t], t))),
            how=told.how,
            read_as=told.read_as,
            people=len(told.people),
            mentions=sum(told.texts.values()),
        )
        for told in queue.told.values()
    )
    return tuple(sorted(found, key=lambda one: (-one.people, one.texts)))


def candidates(one: Unplaced, gazetteer: Gazetteer, limit: int = 3) -> list[PlaceMatch]:
    """The places nearest in name to a text, best first; empty where none is near."""
    return gazetteer.find(one.texts[0], limit)


def _mentions(picture: Picture) -> Iterator[str]:
    yield from picture.entries
    yield from picture.referents


class _Queue:
    """Names as they come, each text read once."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._read: dict[tuple[str, str | None], _Told | None] = {}
        self.told: dict[str, _Told] = {}

    def take(self, text: str, language: str | None, person: str = "") -> None:
        """Count a text, for a person where it is said of one, if it is to be looked at."""
        if (text, language) not in self._read:
            self._read[text, language] = self._told(text, language)
        told = self._read[text, language]
        if told is not None:
            told.texts[text] = told.texts.get(text, 0) + 1
            told.people.update({person} - {""})

    def _told(self, text: str, language: str | None) -> _Told | None:
        key = place_key(text, language)
        reading = self._gazetteer.read(text, language)
        if not key or reading.how not in _OPEN:
            return None
        return self.told.setdefault(key, _Told(reading.how, reading.place or ""))


def _texts(said: PersonStatement) -> Iterator[str]:
    """The names of settlements in a statement; out of the address where it has none."""
    settlement = said.place.settlement
    if not settlement and said.place.address:
        settlement = (
            read_address(said.place.address, said.name.language).settlement or ""
        )
    yield from dict.fromkeys(text for text in (settlement, said.origin) if text)
