"""A list as columns: what its rows state, each distinct value once.

The second entrance beside statements, for lists of a million rows. A name is folded and a
place read once for every way it is written; the rows are the same numbers either way but
for the report ids, which are the caller's own and decide which of two equals is best.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

import numpy as np

from stillhere.identity import features as f
from stillhere.identity.doors import HASHES, SPOT, Door, written_door
from stillhere.identity.features import Features, ListTraits
from stillhere.identity.growing import Array
from stillhere.identity.vocabulary import NOTHING
from stillhere.reports.statements import Birth, PersonStatement, WrittenName
from stillhere.vocabulary.people import PersonEvent, Sex

V = TypeVar("V")

Seat = tuple[str, int | None, PersonEvent]
"""A stated vehicle, ordinal and event."""


@dataclass(frozen=True, slots=True, eq=False)
class Coded(Generic[V]):
    """A column of n values, each distinct one held once.

    Attributes:
        values: Distinct values, in any order.
        codes: Of each row, the place of its value; n integers.
    """

    values: Sequence[V]
    codes: Array

    @classmethod
    def of(cls, values: Iterable[V]) -> "Coded[V]":
        """A column of these values, which can be hashed."""
        places: dict[V, int] = {}
        codes = [places.setdefault(value, len(places)) for value in values]
        return cls(tuple(places), np.array(codes, np.int32))


@dataclass(frozen=True, slots=True, eq=False)
class NameHalves:
    """A column of n names in cells of their own, the two halves each by itself.

    Few distinct halves make many names.

    Attributes:
        given: Given and father's name as written, nothing else stated.
        family: Family and maiden name likewise.
    """

    given: Coded[WrittenName]
    family: Coded[WrittenName]

    def whole(self, rows: Array) -> Coded[WrittenName]:
        """The names of some rows."""
        given, family = self.given.codes[rows], self.family.codes[rows]
        packed = given.astype(np.int64) << 32 | family
        pairs, codes = np.unique(packed, return_inverse=True)
        names = [
            replace(
                self.given.values[pair >> 32],
                family=self.family.values[pair & 0xFFFFFFFF].family,
                maiden=self.family.values[pair & 0xFFFFFFFF].maiden,
            )
            for pair in pairs.tolist()
        ]
        return Coded(names, codes)


@dataclass(frozen=True, slots=True, eq=False)
class MentionColumns:
    """What n rows of one list state, column by column.

    Attributes:
        source: The list.
        ids: (n, 2) unsigned 64-bit: the halves of each report id; none twice.
        names: As written.
        births, sexes: As stated, or None.
        places: Where a row places its person, as `Features.door` takes it.
        documents, phones: As in a statement.
        groups: Household or party as stated; empty for none.
        seats: Vehicle, ordinal and event.
    """

    source: str
    ids: Array
    names: Coded[WrittenName] | NameHalves
    births: Coded[Birth | None]
    sexes: Coded[Sex | None]
    places: Coded[Door]
    documents: Coded[tuple[str, ...]]
    phones: Coded[tuple[str, ...]]
    groups: Coded[str]
    seats: Coded[Seat]

    def __len__(self) -> int:
        return len(self.ids)

    @classmethod
    def of(cls, source: str, mentions: Sequence[PersonStatement]) -> "MentionColumns":
        """The columns of statements of one list."""
        halves = [(int(m.report[:16], 16), int(m.report[16:], 16)) for m in mentions]
        return cls(
            source,
            np.array(halves, np.uint64).reshape(-1, 2),
            Coded.of(m.name for m in mentions),
            Coded.of(m.birth for m in mentions),
            Coded.of(m.sex for m in mentions),
            Coded.of(written_door(m) for m in mentions),
            Coded.of(m.documents for m in mentions),
            Coded.of(m.phones for m in mentions),
            Coded.of(m.household or m.head for m in mentions),
            Coded.of((m.vehicle, m.ordinal, m.event) for m in mentions),
        )


def fill(
    features: Features, start: int, columns: MentionColumns, traits: ListTraits
) -> None:
    """Write the rows of a list from this slot on; the features must reach them."""
    if not len(columns):
        return
    rows = slice(start, start + len(columns))
    small, wide = features.small.view[rows], features.wide.view[rows]
    lists, source = features.lists.view[rows], columns.source
    names, places = columns.names, columns.places
    features.tokens.view[rows] = _tokens(features, names)
    small[:, : f.SEX] = _spread(columns.births, f.birth_row, np.int16)
    small[:, f.SEX] = _spread(columns.sexes, _sex, np.int16)
    small[:, f.ORDER] = _ordered(names)
    doors = _spread(places, features.doors.of, np.uint64)
    small[:, f.TOWN] = doors[:, 0]
    wide[:, f.PLACE : f.DOC_A] = doors[:, HASHES]
    features.spots.view[rows] = doors[:, SPOT]
    documents = _spread(columns.documents, f.two_documents, np.uint64)
    phones = _spread(columns.phones, f.two_phones, np.uint64)
    wide[:, f.DOC_A : f.PHONE_A], wide[:, f.PHONE_A : f.GROUP] = documents, phones
    groups = _spread(columns.groups, lambda g: f.group_hash(source, g), np.uint64)
    wide[:, f.GROUP] = groups
    vehicles = _spread(columns.seats, lambda seat: _vehicle(source, seat), np.uint64)
    wide[:, f.VEHICLE], wide[:, f.ID_HIGH :] = vehicles, columns.ids
    lists[:, f.LIST] = features.list_number(source)
    lists[:, f.ORDINAL] = _spread(columns.seats, lambda s: f.bounded(s[1]), np.int32)
    lists[:, f.TRAITS] = _spread(columns.seats, lambda s: f.gone(s[2]), np.int32)
    lists[:, f.TRAITS] += f.flags_of(traits)


def _tokens(features: Features, names: Coded[WrittenName] | NameHalves) -> Array:
    """Tokens of names; halves are put together where neither speaks for the other."""
    if isinstance(names, Coded):
        return _spread(names, features.tokens_of, np.int32)
    given = _spread(names.given, features.tokens_of, np.int32)
    family = _spread(names.family, features.tokens_of, np.int32)
    odd = given[:, (f.FAMILY, f.MAIDEN)].any(axis=1)
    odd |= family[:, (f.GIVEN, f.PATRONYMIC)].any(axis=1)
    tokens: Array = np.where(given != NOTHING, given, family)
    if odd.any():
        whole = names.whole(np.flatnonzero(odd))
        tokens[odd] = _spread(whole, features.tokens_of, np.int32)
    return tokens


def _ordered(names: Coded[WrittenName] | NameHalves) -> Array | int:
    """Whether it is known which part of a name is which."""
    if isinstance(names, Coded):
        return _spread(names, f.is_ordered, np.int16)
    return 1


def _spread(
    column: Coded[V],
    read: Callable[[V], Any],
    dtype: Any,  # noqa: ANN401 (numpy dtype-like)
) -> Array:
    """What is read of each distinct value, row by row."""
    read_once = [read(value) for value in column.values]
    spread: Array = np.array(read_once, dtype)[column.codes]
    return spread


def _sex(sex: Sex | None) -> int:
    return f.SEXES[sex] if sex else 0


def _vehicle(source: str, seat: Seat) -> int:
    vehicle, ordinal, event = seat
    aboard = event in f.ABOARD and ordinal is not None
    return f.vehicle_hash(source, vehicle, aboard=aboard)
