"""A person statement as one row of numbers: all that keys and weights look at.

Pure in the statement, the traits of its list and the reader of places; numbers of tokens,
lists and groups are of this index only and never compared across two.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from stillhere.identity.doors import HASHES, SPOT, Doors, written_door
from stillhere.identity.growing import Array, Growing
from stillhere.identity.settlements import SettlementShares  # noqa: TC001 (used at run time)
from stillhere.identity.slips import packed
from stillhere.identity.vocabulary import Vocabulary, hash64
from stillhere.identity.written import WrittenNames
from stillhere.intake.located import PlaceReader
from stillhere.names import NameOrder
from stillhere.reports.statements import (
    Birth,
    PersonStatement,
    WrittenName,
)
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
    STREET,
    DOC_A,
    DOC_B,
    PHONE_A,
    PHONE_B,
    GROUP,
    VEHICLE,
    ID_HIGH,
    ID_LOW,
) = range(12)
WIDE = 12
"""Columns of 64-bit hashes and packed numbers; 0 where nothing was stated."""

LIST, ORDINAL, TRAITS = range(3)
ONCE, ANCHOR, GONE = 1, 2, 4
"""Traits: a person stands once in the list; it is a register; the row says who left."""

NO_ORDINAL = -(1 << 30)

ABOARD = (PersonEvent.BOARDED, PersonEvent.DEPARTED)
_GONE = (*ABOARD, PersonEvent.ARRIVED)
SEXES = {Sex.FEMALE: 1, Sex.MALE: 2, Sex.OTHER: 3}


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
        wide: (n, 12) 64-bit hashes of place, house, dwelling, street; documents, packed;
            hashes of phones, group, vehicle; and the two halves of the report id.
        lists: (n, 3) number of the list, stated ordinal, traits of list and row.
        spots: (n, 2) metres east and north on the plane of the operation, plus `doors.PLANE`,
            of the building a mention places its person in; 0 where none is known.
        doors: What written places mean.
        counted: How rare settlements are, where lists tell it themselves; else None.
        lone: Document numbers that may be slips, sorted, where they were told; else None.
    """

    def __init__(self, vocabulary: Vocabulary, places: PlaceReader) -> None:
        self.vocabulary = vocabulary
        self.places = places
        self.doors = Doors(places)
        self.names = WrittenNames()
        self.tokens = Growing(np.int32, TOKENS)
        self.small = Growing(np.int16, SMALL)
        self.wide = Growing(np.uint64, WIDE)
        self.lists = Growing(np.int32, 3)
        self.spots = Growing(np.int32, 2)
        self.list_numbers: dict[str, int] = {}
        self.counted: SettlementShares | None = None
        self.lone: Array | None = None

    def columns(self) -> tuple[Growing, ...]:
        """All columns, in a fixed order."""
        return (self.tokens, self.small, self.wide, self.lists, self.spots)

    def write(
        self,
        start: int,
        mentions: Sequence[PersonStatement],
        lists: Mapping[str, ListTraits],
    ) -> None:
        """Fill rows from this slot on; the columns must already reach them."""
        rows = slice(start, start + len(mentions))
        self.tokens.view[rows] = _table(
            (self.tokens_of(m.name) for m in mentions), TOKENS, np.int32
        )
        self.small.view[rows] = _table(map(self._small, mentions), SMALL, np.int16)
        self.wide.view[rows] = _table(map(self._wide, mentions), WIDE, np.uint64)
        listed = (self._listed(m, traits_of(lists, m.source)) for m in mentions)
        self.lists.view[rows] = _table(listed, 3, np.int32)
        doors = (self.doors.of(written_door(m)) for m in mentions)
        self.spots.view[rows] = _table((d[SPOT] for d in doors), 2, np.int32)

    def tokens_of(self, name: WrittenName) -> tuple[int, ...]:
        """Numbers of the tokens of a name."""
        return tuple(map(self.vocabulary.number, self.names.tokens(name)))

    def _small(self, mention: PersonStatement) -> tuple[int, ...]:
        sex = SEXES[mention.sex] if mention.sex else 0
        ordered = is_ordered(mention.name)
        return (
            *birth_row(mention.birth),
            sex,
            ordered,
            self.doors.of(written_door(mention))[0],
        )

    def _wide(self, mention: PersonStatement) -> tuple[int, ...]:
        return (
            *self.doors.of(written_door(mention))[HASHES],
            *two_documents(mention.documents),
            *two_phones(mention.phones),
            _group(mention),
            _vehicle(mention),
            int(mention.report[:16], 16),
            int(mention.report[16:], 16),
        )

    def _listed(self, mention: PersonStatement, traits: ListTraits) -> tuple[int, ...]:
        flags = flags_of(traits) + gone(mention.event)
        return self.list_number(mention.source), bounded(mention.ordinal), flags

    def list_number(self, source: str) -> int:
        """The number of a list, new or known."""
        return self.list_numbers.setdefault(source, len(self.list_numbers))


def _table(rows: Iterable[tuple[int, ...]], columns: int, dtype: Any) -> Array:  # noqa: ANN401 (numpy dtype-like)
    return np.array(list(rows), dtype).reshape(-1, columns)


def is_ordered(name: WrittenName) -> int:
    """1 where it is known which part of a name is which."""
    return int(not name.full or name.order != NameOrder.UNKNOWN)


def bounded(ordinal: int | None) -> int:
    """A stated ordinal as it is kept."""
    stated = NO_ORDINAL if ordinal is None else ordinal
    return max(min(stated, 1 << 29), NO_ORDINAL)


def gone(event: PersonEvent) -> int:
    """What an event adds to the traits of a row."""
    return GONE * (event in _GONE)


def flags_of(traits: ListTraits) -> int:
    """The traits of a list as one number."""
    return ONCE * traits.once + ANCHOR * traits.register


def birth_row(birth: Birth | None) -> tuple[int, int, int, int, int]:
    """A birth as the first columns of the small integers."""
    if birth is None:
        return 0, 0, 0, 0, 0
    return birth.first, birth.last, birth.month, birth.day, int(birth.swappable)


def two_documents(numbers: tuple[str, ...]) -> tuple[int, int]:
    """The first two document numbers, packed; 0 for none."""
    return _two([packed(number) for number in numbers[:2]])


def two_phones(numbers: tuple[str, ...]) -> tuple[int, int]:
    """Hashes of the first two phone numbers; 0 for none."""
    return _two([phone_hash(number) for number in numbers[:2]])


def phone_hash(number: str) -> int:
    """Of a phone number."""
    return hash64(f"p{number}")


def _two(held: list[int]) -> tuple[int, int]:
    one, two = (*held, 0, 0)[:2]
    return one, two


_beside = lru_cache(maxsize=4_096)(hash64)
"""Members of a household or vehicle stand side by side."""


def group_hash(source: str, household: str) -> int:
    """Of a stated household or party; 0 for none."""
    return _beside(f"h{source}\x1f{household}") if household else 0


def vehicle_hash(source: str, vehicle: str, *, aboard: bool) -> int:
    """Of a stated vehicle; a passenger list that numbers its rows is one itself."""
    return _beside(f"v{source}\x1f{vehicle}") if vehicle or aboard else 0


def _group(mention: PersonStatement) -> int:
    return group_hash(mention.source, mention.household or mention.head)


def _vehicle(mention: PersonStatement) -> int:
    aboard = mention.event in ABOARD and mention.ordinal is not None
    return vehicle_hash(mention.source, mention.vehicle, aboard=aboard)


def traits_of(lists: Mapping[str, ListTraits], source: str) -> ListTraits:
    """The traits of a list; none where it was never declared."""
    return lists.get(source) or ListTraits(source)
