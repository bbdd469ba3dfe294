"""Which lists people were known to: those who were seen, and those who may be there.

A list of residents, a service list and a tracing request name people; a call tells of a
door. Visits are a list too: the one whose people are there for certain.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from stillhere.ledger import Entry, Picture, PlaceKey
from stillhere.ledger.rules import HERE
from stillhere.plan.atlas import Atlas
from stillhere.plan.belief import Belief
from stillhere.plan.rules import MILLION
from stillhere.plan.still_here.seen import SeenAt
from stillhere.vocabulary import PersonEvent

REGISTER, SERVICE, REQUESTS, CALLS, VISITS = (1 << n for n in range(5))
LISTS: Final = {
    "register": REGISTER,
    "service": SERVICE,
    "requests": REQUESTS,
    "calls": CALLS,
}
"""Names of the lists, and their bits."""

_NAMES = REGISTER | SERVICE | REQUESTS
_EVENTS = {
    PersonEvent.RESIDENT: REGISTER,
    PersonEvent.SERVED: SERVICE,
    PersonEvent.SOUGHT: REQUESTS,
}
_FOLDED = {REGISTER: REGISTER, SERVICE: REGISTER}
"""Lists of residents and service lists count as one: both name people at home."""


@dataclass(frozen=True, eq=False)
class Known:
    """What lists know of people and doors, as sets of bits.

    Attributes:
        people: Everybody seen or not, by entry id.
        doors: Dwellings whose people stand on a list or that a call tells of.
    """

    people: Mapping[str, int]
    doors: Mapping[PlaceKey, int]

    @classmethod
    def of(cls, picture: Picture, believed: Belief) -> "Known":
        """Read it from a picture and the calls of a belief."""
        people: dict[str, int] = {}
        doors: dict[PlaceKey, int] = dict.fromkeys(believed.calls, CALLS)
        for entry in picture.entries.values():
            bits = _bits(entry)
            people[entry.id] = bits
            if bits and entry.home is not None and entry.home.dwelling:
                door = entry.home.dwelling
                doors[door] = doors.get(door, 0) | bits
        return cls(people, doors)

    def door(self, key: PlaceKey) -> int:
        """The lists that know a door."""
        return self.doors.get(key, 0)

    def person(self, entry: Entry) -> int:
        """The lists that know a person; calls about their door are among them."""
        home = entry.home.dwelling if entry.home is not None else PlaceKey("")
        return self.people.get(entry.id, 0) | self.door(home) & CALLS


def names_somebody(bits: int) -> bool:
    """Whether a list names people there; a call may tell of a door alone."""
    return bool(bits & _NAMES)


def seen_on(
    picture: Picture, atlas: Atlas, known: Known, seen: Mapping[PlaceKey, SeenAt]
) -> dict[int, int]:
    """People seen by the set of lists they were on; `VISITS` is in each."""
    found: dict[int, int] = {}
    for entry in picture.entries.values():
        if entry.status in HERE:
            bits = known.person(entry) | VISITS
            found[bits] = found.get(bits, 0) + 1
    for key, at in seen.items():
        if at.more and key in atlas.index:
            bits = known.door(key) | VISITS
            found[bits] = found.get(bits, 0) + at.more
    return dict(sorted(found.items()))


def table(
    picture: Picture, believed: Belief, known: Known, seen: Mapping[int, int]
) -> dict[int, float]:
    """Everybody by the set of lists they are on; who is not seen, as far as believed."""
    cells: dict[int, float] = {}
    for bits, people in (*_expected(picture, believed, known), *seen.items()):
        cell = sum({_FOLDED.get(bit, bit) for bit in _each(bits)})
        cells[cell] = cells.get(cell, 0.0) + people
    return cells


def _expected(
    picture: Picture, believed: Belief, known: Known
) -> Iterator[tuple[int, float]]:
    for person, chance in believed.people.items():
        entry = picture.entries[person]
        yield known.person(entry), chance / MILLION
    for key in believed.calls:
        if not names_somebody(known.door(key)):
            yield CALLS, believed.door(key).expected / MILLION


def _each(bits: int) -> list[int]:
    return [1 << n for n in range(bits.bit_length()) if bits >> n & 1]


def _bits(entry: Entry) -> int:
    bits = CALLS if any(ask.kind == "call" for ask in entry.asked_for) else 0
    if any(ask.kind == "tracing" for ask in entry.asked_for):
        bits |= REQUESTS
    for word in entry.words:
        bits |= _EVENTS.get(word.event, 0)
    return bits
