"""A person statement as one row of numbers: all that keys and weights look at.

Pure in the statement, the traits of its list and the reader of places; numbers of tokens,
lists and groups are of this index only and never compared across two.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from stillhere.identity.growing import Array, Growing
from stillhere.identity.vocabulary import Vocabulary, hash64
from stillhere.identity.written import WrittenNames
from stillhere.intake.located import PlaceKey, PlaceReader
from stillhere.names import NameOrder
from stillhere.places import PlaceId
from stillhere.reports.statements import PersonStatement
from stillhere.vocabulary.people import PersonEvent, Sex

GIVEN, FAMILY, MAIDEN, PATRONYMIC, OTHER = range(5)
TOKENS = 5

FIRST, LAST, MONTH, DAY, SWAPPABLE, SEX, ORDER, TOWN = range(8)
SMALL = 8
"""Columns of the small integers: birth, sex (0 unknown), name order known, kind of place."""

(
    PLACE,
    HOUSE,
    DWELLING,
    DOC_A,
    DOC_B,
    PHONE_A,
    PHONE_B,
    GROUP,
    VEHICLE,
    ID_HIGH,
    ID_LOW,
) = range(11)
WIDE = 11
"""Columns of 64-bit hashes; 0 where nothing was stated."""

LIST, ORDINAL, TRAITS = range(3)
ONCE, ANCHOR = 1, 2
NO_ORDINAL = -(1 << 30)

UNKNOWN_PLACE, VILLAGE, TOWN_PLACE = 0, 1, 2
_ABOARD = (PersonEvent.BOARDED, PersonEvent.DEPARTED)
_SEXES = {Sex.FEMALE: 1, Sex.MALE: 2, Sex.OTHER: 3}


@dataclass(frozen=True, slots=True)
class ListTraits:
    """What identity needs to know of a list.

    Attributes:
        source: Its name.
        once: A person stands at most once in it.
        register: It is a complete register (an anchor list).
    """

    source: str
    once: bool = False
    register: bool = False


class Features:
    """Columns of all mentions, by slot.

    Attributes:
        tokens: (n, 5) numbers of given, family, maiden, patronymic stem, other token.
        small: (n, 8) birth years, month, day, swappable, sex, order known, place kind.
        wide: (n, 11) 64-bit hashes of place, house, dwelling, documents, phones,
            group, vehicle and the two halves of the report id.
        lists: (n, 3) number of the list, stated ordinal, traits.
    """

    def __init__(self, vocabulary: Vocabulary, places: PlaceReader) -> None:
        self.vocabulary = vocabulary
        self.places = places
        self.names = WrittenNames()
        self.tokens = Growing(np.int32, TOKENS)
        self.small = Growing(np.int16, SMALL)
        self.wide = Growing(np.uint64, WIDE)
        self.lists = Growing(np.int32, 3)
        self.list_numbers: dict[str, int] = {}
        self._places: dict[PlaceKey, tuple[int, int]] = {}

    def columns(self) -> tuple[Growing, ...]:
        """All columns, in a fixed order."""
        return (self.tokens, self.small, self.wide, self.lists)

    def write(self, slot: int, mention: PersonStatement, traits: ListTraits) -> None:
        """Fill the row of a slot; the columns must already reach it."""
        self.tokens.view[slot] = self._name(mention)
        kind, place, house, dwelling = self._place(mention)
        self.small.view[slot] = (*_birth(mention), *self._person(mention), kind)
        self.wide.view[slot] = (
            place,
            house,
            dwelling,
            *_two(mention.documents, "d"),
            *_two(mention.phones, "p"),
            _group(mention),
            _vehicle(mention),
            int(mention.report[:16], 16),
            int(mention.report[16:], 16),
        )
        number = self.list_numbers.setdefault(mention.source, len(self.list_numbers))
        ordinal = NO_ORDINAL if mention.ordinal is None else mention.ordinal
        bounded = max(min(ordinal, 1 << 29), NO_ORDINAL)
        flags = ONCE * traits.once + ANCHOR * traits.register
        self.lists.view[slot] = (number, bounded, flags)

    def _name(self, mention: PersonStatement) -> tuple[int, ...]:
        number = self.vocabulary.number
        return tuple(number(token) for token in self.names.tokens(mention.name))

    def _person(self, mention: PersonStatement) -> tuple[int, int]:
        sex = _SEXES[mention.sex] if mention.sex else 0
        name = mention.name
        return sex, int(not name.full or name.order != NameOrder.UNKNOWN)

    def _place(self, mention: PersonStatement) -> tuple[int, int, int, int]:
        """Kind and hash of the settlement, hashes of house and dwelling."""
        written, language = mention.place, mention.name.language
        if not written.settlement and mention.origin:
            written = replace(written, settlement=mention.origin)
        located = self.places.locate(written, language)
        kind, code = self._settlement(located.settlement)
        if not located.dwelling:
            return kind, code, 0, 0
        house, _, flat = located.dwelling.removeprefix(
            f"{located.settlement}/"
        ).partition("/")
        if not self.places.names_house(house):
            return kind, code, 0, 0
        here = hash64(f"a{located.settlement}/{house}")
        return kind, code, here, hash64(f"{here}/{flat}") if flat else 0

    def _settlement(self, key: PlaceKey) -> tuple[int, int]:
        known = self._places.get(key)
        if known is None:
            known = self._places[key] = self._kind(key), hash64(f"g{key}") if key else 0
        return known

    def _kind(self, key: PlaceKey) -> int:
        if key not in self.places.gazetteer:
            return UNKNOWN_PLACE
        town = self.places.gazetteer[PlaceId(key)].kind in ("city", "town")
        return TOWN_PLACE if town else VILLAGE


def _birth(mention: PersonStatement) -> tuple[int, int, int, int, int]:
    birth = mention.birth
    if birth is None:
        return 0, 0, 0, 0, 0
    return birth.first, birth.last, birth.month, birth.day, int(birth.swappable)


def _two(numbers: tuple[str, ...], kind: str) -> tuple[int, int]:
    hashes = [hash64(kind + n) for n in numbers[:2]]
    return (hashes[0] if hashes else 0, hashes[1] if len(hashes) > 1 else 0)


def _group(mention: PersonStatement) -> int:
    household = mention.household or mention.head
    return hash64(f"h{mention.source}\x1f{household}") if household else 0


def _vehicle(mention: PersonStatement) -> int:
    """The stated vehicle; a passenger list that numbers its rows is one itself."""
    vehicle = mention.vehicle
    if not vehicle and not (mention.ordinal is not None and mention.event in _ABOARD):
        return 0
    return hash64(f"v{mention.source}\x1f{vehicle}")


def traits_of(lists: Mapping[str, ListTraits], source: str) -> ListTraits:
    """The traits of a list; none where it was never declared."""
    return lists.get(source) or ListTraits(source)


def same_list(features: Features, a: Array, b: Array) -> Array:
    """Whether two slots stand in one list."""
    rows = features.lists.view
    equal: Array = rows[a, LIST] == rows[b, LIST]
    return equal
