"""Texts of places that no table reads for sure, by how many people they concern.

A person decides what such a text means; until then it is a place of its own, under its
folded name.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from stillhere.intake.located import PlaceReader
from stillhere.ledger import Entry, MentionId, PersistentMap, Picture
from stillhere.places import (
    Gazetteer,
    PlaceId,
    PlaceMatch,
    PlaceReading,
    ReadAs,
    place_key,
    read_address,
)
from stillhere.reports import ReportId
from stillhere.reports.statements import PersonStatement, Statement, WrittenPlace
from stillhere.vocabulary import Language

_OPEN: Final = frozenset({ReadAs.SEVERAL, ReadAs.SLIP, ReadAs.UNKNOWN})
_MOST: Final = 6
"""Most places that are offered of those that share a name."""


class Spelling(NamedTuple):
    """A way a name is written, in a language where its list declares one."""

    text: str
    language: Language | None


@dataclass(frozen=True, slots=True)
class Unplaced:
    """One name that is read for none, for several, or for one only but for a slip.

    Attributes:
        key: Its folded form, which all spellings share.
        spellings: How it is written, the most frequent first.
        how: Why it is here: `several`, `slip` or `unknown`.
        read_as: Identifier of the place it is taken for; only of a slip.
        shared: Places that share it, of `several`.
        who: People concerned, by id, sorted.
        reports: Where it stands, also those on no person; sorted.
        mentions: How often it stands in them.
    """

    key: str
    spellings: tuple[Spelling, ...]
    how: ReadAs
    read_as: str
    shared: tuple[PlaceId, ...]
    who: tuple[str, ...]
    reports: tuple[ReportId, ...]
    mentions: int

    @property
    def texts(self) -> tuple[str, ...]:
        """How it is written, the most frequent first, each text once."""
        return tuple(dict.fromkeys(one.text for one in self.spellings))

    @property
    def people(self) -> int:
        """How many people it concerns."""
        return len(self.who)


class _Stands(NamedTuple):
    """A name in a report; without a person where it is on none."""

    key: str
    spelling: Spelling
    report: ReportId
    person: str = ""


class PlaceTexts:
    """Names that a person should look at, in one picture after the other.

    Not for several threads at once.

    Args:
        gazetteer: By which texts are read; what it says was decided is in no queue.
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self._reader = PlaceReader(gazetteer)
        self._read: dict[Spelling, PlaceReading] = {}
        self._keys: dict[Spelling, str] = {}
        self._entries: PersistentMap[Entry] = PersistentMap.of({})
        self._statements: PersistentMap[Statement] = PersistentMap.of({})
        self._held: dict[str, tuple[_Stands, ...]] = {}
        self._named: dict[str, dict[str, None]] = {}

    def of(self, picture: Picture) -> tuple[Unplaced, ...]:
        """Every such name of a picture, most people first, then by its text.

        Costs a look at every person the first time, then at those who changed.
        """
        for name in picture.entries.differing(self._entries):
            self._put(name, self._of_person(picture, picture.entries.get(name)))
        for name in picture.statements.differing(self._statements):
            self._put(f"/{name}", self._of_statement(picture, ReportId(name)))
        self._entries, self._statements = picture.entries, picture.statements
        found = (self._unplaced(key, held) for key, held in self._named.items() if held)
        return tuple(sorted(found, key=lambda one: (-one.people, one.texts)))

    def reading(self, text: str, language: Language | None = None) -> PlaceReading:
        """How a text is read; each text is read once."""
        spelling = Spelling(text, language)
        known = self._read.get(spelling)
        if known is None:
            known = self._read[spelling] = self.gazetteer.read(text, language)
        return known

    def _put(self, origin: str, stands: Iterable[_Stands]) -> None:
        """Replace what is known of a person or a report."""
        for before in self._held.pop(origin, ()):
            self._named[before.key].pop(origin, None)
        if new := tuple(stands):
            self._held[origin] = new
            for one in new:
                self._named.setdefault(one.key, {})[origin] = None

    def _of_person(self, picture: Picture, entry: Entry | None) -> Iterator[_Stands]:
        for mention in entry.members if entry is not None else ():
            said = picture.evidence.mention(mention)
            if said is not None and entry is not None:
                for text, place in _texts(said):
                    spelling = Spelling(text, said.name.language)
                    yield from self._stands(spelling, mention, place, entry.id)

    def _of_statement(self, picture: Picture, report: ReportId) -> Iterator[_Stands]:
        place = getattr(picture.statements.get(report), "place", None)
        if not place or picture.evidence.mention(MentionId(report)) is not None:
            return
        if settlement := _settlement(place, None):
            yield from self._stands(Spelling(settlement, None), report, place)

    def _stands(
        self,
        spelling: Spelling,
        report: ReportId,
        place: WrittenPlace | None,
        person: str = "",
    ) -> Iterator[_Stands]:
        key = self._key(spelling)
        if key and self._is_open(spelling, place):
            yield _Stands(key, spelling, report, person)

    def _is_open(self, spelling: Spelling, place: WrittenPlace | None) -> bool:
        """Whether it is to be looked at, with what stands beside it in its report."""
        how = self.reading(*spelling).how
        if how is not ReadAs.SEVERAL or place is None:
            return how in _OPEN
        return self._reader.locate(place, spelling.language).settlement.startswith("~")

    def _key(self, spelling: Spelling) -> str:
        if spelling not in self._keys:
            self._keys[spelling] = place_key(*spelling)
        return self._keys[spelling]

    def _unplaced(self, key: str, origins: Iterable[str]) -> Unplaced:
        stands = [one for o in origins for one in self._held[o] if one.key == key]
        counts = Counter(one.spelling for one in stands)
        spellings = sorted(counts, key=lambda s: (-counts[s], s.text, s.language or ""))
        reading = self.reading(*spellings[0])
        return Unplaced(
            key=key,
            spellings=tuple(spellings),
            how=reading.how,
            read_as=reading.place or "",
            shared=reading.candidates if reading.how is ReadAs.SEVERAL else (),
            who=tuple(sorted({one.person for one in stands} - {""})),
            reports=tuple(sorted({one.report for one in stands})),
            mentions=len(stands),
        )


def unplaced(picture: Picture, gazetteer: Gazetteer) -> tuple[Unplaced, ...]:
    """Every name that a person should look at, most people first, then by its text.

    Args:
        picture: Its people say where they live and come from.
        gazetteer: By which the picture was built.
    """
    return PlaceTexts(gazetteer).of(picture)


def candidates(one: Unplaced, gazetteer: Gazetteer, limit: int = 3) -> list[PlaceMatch]:
    """The places a text most likely means, best first; empty where none is near.

    Those that share its name are all there, up to six, even beyond the limit.
    """
    found = gazetteer.find(one.texts[0], max(limit, _MOST))
    return found[: max(limit, sum(match.exact for match in found))]


def _texts(said: PersonStatement) -> Iterator[tuple[str, WrittenPlace | None]]:
    """The names of settlements in a statement, each once, with what stands beside it."""
    settlement = _settlement(said.place, said.name.language)
    if settlement:
        yield settlement, said.place
    if said.origin and said.origin != settlement:
        yield said.origin, None


def _settlement(place: WrittenPlace, language: Language | None) -> str:
    """The settlement of a place; out of the address where it has none."""
    if place.settlement or not place.address:
        return place.settlement
    return read_address(place.address, language).settlement or ""
