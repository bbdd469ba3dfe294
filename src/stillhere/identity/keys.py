"""Keys: what two mentions must share to be compared. Pure, vectorised over mentions.

No key is dropped because it is frequent in this world. A row without a full birth date
gives a key for each year it may mean; a row with one gives its year alone.

Some keys would bring everybody together whom a better key brings together anyway: a
given name with a father's name, a family name with an initial. These are *sought*: only a
mention that has no full birth date, or no given name, looks for them, and it meets those
who hold them and those who seek them. The two lowest bits of a key say which it is.
"""

from typing import Final

import numpy as np

from stillhere.identity import features as f
from stillhere.identity.doors import TOWN_PLACE
from stillhere.identity.features import Features
from stillhere.identity.growing import Array, within
from stillhere.identity.slips import shortened

YEARS: Final = 6
SOUNDS: Final = 7
"""Sounds one initial may stand for, at most."""

SOUGHT: Final = 10
"""Columns of one-sided keys beside those of sounds."""

KEYS: Final = 8 + 2 * YEARS + 4 + SOUGHT + YEARS + SOUNDS
"""Columns of the key matrix: names, dates, house, 2 x years, numbers, one-sided ones."""

ONE_SIDED: Final = np.uint64(2)
SEEKER: Final = np.uint64(1)

_ODD = np.uint64(0x9E3779B97F4A7C15)
_WORD = (1 << 64) - 1
_NONE = np.uint64(0)
_HIGH = np.uint64(_WORD - 3)


def mix(kind: int, *parts: Array) -> Array:
    """One 64-bit key from a kind and columns; order of columns matters.

    Later columns are broadcast to the shape of the first.
    """
    key = np.full(parts[0].shape, kind * int(_ODD) & _WORD, np.uint64)
    for part in parts:
        key = _scramble(key ^ part.astype(np.uint64))
    return key


def _scramble(key: Array) -> Array:
    """The finaliser of splitmix64 (Steele, Lea, Flood 2014)."""
    mixed: Array = key + _ODD
    mixed ^= mixed >> np.uint64(30)
    mixed *= np.uint64(0xBF58476D1CE4E5B9)
    mixed ^= mixed >> np.uint64(27)
    mixed *= np.uint64(0x94D049BB133111EB)
    mixed ^= mixed >> np.uint64(31)
    return mixed


def any_seeks(features: Features, slots: Array) -> bool:
    """Whether any of these mentions looks for one-sided keys."""
    return bool(_seeks(features, slots).any())


def _seeks(features: Features, slots: Array) -> Array:
    """Whether a mention has no full birth date, or no given name."""
    given = features.tokens.view[slots, f.GIVEN]
    seeks: Array = ~_dated(features.small.view[slots]) | (given == 0)
    return seeks


def seeking(features: Features, slots: Array) -> Array:
    """Mask of the mentions that may look for one-sided keys: all that do, and more."""
    given = features.tokens.view[slots, f.GIVEN]
    initial = features.vocabulary.initial.view[given]
    seeks: Array = initial | _seeks(features, slots)
    return seeks


def key_matrix(features: Features, slots: Array, *, one_sided: bool = True) -> Array:
    """Keys of mentions.

    Args:
        features: Of an index.
        slots: Of it.
        one_sided: Whether anybody seeks, or may come to; else one-sided keys are left
            out.

    Returns:
        (n, KEYS) unsigned 64-bit; 0 where a mention lacks what the key needs. The same
        key may stand twice in a row. Some more columns where it was told which document
        numbers may be slips.
    """
    vocabulary = features.vocabulary
    tokens = features.tokens.view[slots]
    small = features.small.view[slots].astype(np.int64)
    wide = features.wide.view[slots]
    initial = vocabulary.initial.view[tokens[:, f.GIVEN]]
    stands = vocabulary.stands.view[tokens[:, f.GIVEN]]
    starts = vocabulary.stands.view[tokens[:, f.FAMILY]]
    sound = vocabulary.sound.view
    given = np.where(initial, _NONE, sound[tokens[:, f.GIVEN]])
    family, maiden = sound[tokens[:, f.FAMILY]], sound[tokens[:, f.MAIDEN]]
    first = np.where(initial, 0, stands)
    house, place = wide[:, f.HOUSE], wide[:, f.PLACE]
    columns = [
        _both(1, given, family),
        _both(1, given, maiden),
        *_dates(given, family, (first, starts), place, small),
        _need(mix(5, house, given), house, given),
        _need(mix(6, house, family, first), house, family, first),
        *(_need(mix(9, wide[:, c]), wide[:, c]) for c in (f.DOC_A, f.DOC_B)),
        *(_need(mix(9, wide[:, c]), wide[:, c]) for c in (f.PHONE_A, f.PHONE_B)),
    ]
    years = _years(given, family, first, place, small)
    two_sided = np.concatenate((np.stack(columns, axis=1), years), axis=1) & _HIGH
    found = [two_sided]
    if one_sided:
        found.append(_one_sided(features, slots))
    if features.lone is not None:
        found.append(_slipped(wide[:, f.DOC_A : f.PHONE_A], features.lone))
    return np.concatenate(found, axis=1)


def _slipped(numbers: Array, lone: Array) -> Array:
    """Keys that two documents have between which there is one slip."""
    alone = np.where(within(numbers.ravel(), lone), numbers.ravel(), 0)
    short = shortened(alone).reshape(len(numbers), -1)
    keys: Array = _need(mix(22, short), short) & _HIGH
    return keys


def _one_sided(features: Features, slots: Array) -> Array:
    """Keys that few look for, see `_seeks`.

    Returns:
        (n, SOUGHT + YEARS + SOUNDS).
    """
    vocabulary = features.vocabulary
    tokens, wide = features.tokens.view[slots], features.wide.view[slots]
    initial = vocabulary.initial.view[tokens[:, f.GIVEN]]
    stands = vocabulary.stands.view[tokens[:, f.GIVEN]]
    sound = vocabulary.sound.view
    given = np.where(initial, _NONE, sound[tokens[:, f.GIVEN]])
    family = sound[tokens[:, f.FAMILY]]
    father = _known(vocabulary.initial.view, sound, tokens[:, f.PATRONYMIC])
    street, place = wide[:, f.STREET], wide[:, f.PLACE]
    town = features.small.view[slots, f.TOWN] == TOWN_PLACE
    starts = vocabulary.stands.view[tokens[:, f.FAMILY]]
    head, tail = vocabulary.head.view, vocabulary.tail.view
    sought = [
        _need(mix(11, given, father), given, father),
        _need(mix(12, family, father), family, father),
        _need(mix(13, street, given), street, given),
        _need(mix(14, street, family), street, family),
        _need(mix(15, given, place, np.where(town, starts, 0)), given, place),
        _need(mix(16, family, place, np.where(town, stands, 0)), family, place),
    ]
    for kind, name, end, other in (
        (17, given, head, f.FAMILY),
        (18, given, tail, f.FAMILY),
        (19, family, head, f.GIVEN),
        (20, family, tail, f.GIVEN),
    ):
        part = end[tokens[:, other]]
        sought.append(_need(mix(kind, name, part), name, part))
    small = features.small.view[slots].astype(np.int64)
    seeks = _seeks(features, slots)
    # A married woman on a list that says neither town nor father.
    lost = seeks & (place == 0)
    aged = _aged(np.where(lost | ~seeks, given, _NONE), small)
    begun = _begun(family, np.where(initial & ~seeks, 0, stands))
    keys = np.concatenate((np.stack(sought, axis=1), aged, begun), axis=1)
    marks = np.empty(keys.shape, np.uint64)
    marks[:, :-SOUNDS] = np.where(seeks, ONE_SIDED | SEEKER, ONE_SIDED)[:, None]
    # Whoever is named in full holds the key of the sound they begin with.
    marks[:, -SOUNDS:] = np.where(initial, ONE_SIDED | SEEKER, ONE_SIDED)[:, None]
    marked: Array = np.where(keys != 0, keys & _HIGH | marks, _NONE)
    return marked


def sought_keys(keys: Array) -> tuple[Array, Array]:
    """Which keys a mention that posts these looks for.

    Returns:
        Positions into `keys`, and keys: a key held by both sides as it is; of a
        one-sided key the seekers', and for a seeker the holders' as well.
    """
    one_sided = keys & ONE_SIDED != 0
    seeker = np.flatnonzero(one_sided & (keys & SEEKER != 0))
    every = np.arange(len(keys))
    wanted = np.where(one_sided, keys | SEEKER, keys)
    return (
        np.concatenate((every, seeker)),
        np.concatenate((wanted, keys[seeker] ^ SEEKER)),
    )


def _known(initial: Array, sound: Array, tokens: Array) -> Array:
    """Sounds of tokens that are names; 0 for initials."""
    known: Array = np.where(initial[tokens], _NONE, sound[tokens])
    return known


def _need(key: Array, *needed: Array) -> Array:
    for column in needed:
        key = np.where(column != 0, key, _NONE)
    return key


def _both(kind: int, one: Array, two: Array) -> Array:
    """A key of two tokens whichever came first."""
    return _need(mix(kind, np.minimum(one, two), np.maximum(one, two)), one, two)


def _dated(small: Array) -> Array:
    """Whether a full date of birth is stated; 1 January often means that none is known."""
    month, day = small[:, f.MONTH], small[:, f.DAY]
    full: Array = (month > 0) & (day > 0) & ~((month == 1) & (day == 1))
    return full


def _dates(
    given: Array,
    family: Array,
    starts: tuple[Array, Array],
    place: Array,
    small: Array,
) -> list[Array]:
    """Keys of a full date: with a first sound, the settlement, or names without the year."""
    month, day = small[:, f.MONTH], small[:, f.DAY]
    year = np.where(_dated(small), small[:, f.FIRST], 0)
    low, high = np.minimum(month, day), np.maximum(month, day)
    return [
        *(
            _need(mix(kind, year, low, high, sound), year, sound)
            for kind, sound in zip((2, 4), starts, strict=True)
        ),
        _need(mix(21, year, low, high, place), year, place),
        _need(mix(3, given, family, low, high), given, family, year),
    ]


def _years(
    given: Array, family: Array, first: Array, place: Array, small: Array
) -> Array:
    """Keys of each year the birth may fall in: (n, 2 * YEARS)."""
    year = _meant(small)
    given, family = given[:, None], family[:, None]
    first, place = first[:, None], place[:, None]
    return np.concatenate(
        (
            _need(mix(7, year, given, place), year, given, place),
            _need(mix(8, year, family, first), year, family, first),
        ),
        axis=1,
    )


def _meant(small: Array) -> Array:
    """The years a birth may fall in, one more on either side if it is vague: (n, YEARS)."""
    start, end = small[:, f.FIRST], small[:, f.LAST]
    vague = (start != end) | (small[:, f.MONTH] == 0)
    start = np.where(vague & (start > 0), start - 1, start)[:, None]
    end = np.where(vague & (end > 0), end + 1, end)[:, None]
    year = start + np.arange(YEARS)
    meant: Array = np.where((start > 0) & (year <= end), year, 0)
    return meant


def _aged(given: Array, small: Array) -> Array:
    """Keys of a given name with each year: (n, YEARS)."""
    year, name = _meant(small), given[:, None]
    return _need(mix(22, year, name), year, name)


def _begun(family: Array, stands: Array) -> Array:
    """Keys of a family name with each sound the given name may begin with.

    Args:
        family: Sounds.
        stands: Bits of the sounds the given name or initial may begin with.

    Returns:
        (n, SOUNDS); one key for a name, as many as it has sounds for an initial.
    """
    keys = np.zeros((len(family), SOUNDS), np.uint64)
    left = stands.astype(np.int64)
    for column in range(SOUNDS):
        lowest = left & -left
        keys[:, column] = _need(mix(10, family, lowest), family, lowest)
        left ^= lowest
    return keys
