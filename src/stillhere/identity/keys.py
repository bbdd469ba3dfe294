"""Keys: what two mentions must share to be compared. Pure, vectorised over mentions.

No key is dropped because it is frequent in this world. A row without a full birth date
gives a key for each year it may mean; a row with one gives its year alone.
"""

import numpy as np

from stillhere.identity import features as f
from stillhere.identity.features import Features
from stillhere.identity.growing import Array

YEARS = 6
KEYS = 7 + 2 * YEARS + 4
"""Columns of the key matrix: names, dates, dwelling, 2 x years, documents, phones."""

_ODD = np.uint64(0x9E3779B97F4A7C15)
_WORD = (1 << 64) - 1
_NONE = np.uint64(0)


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
    key = key + _ODD
    key = (key ^ (key >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    key = (key ^ (key >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    mixed: Array = key ^ (key >> np.uint64(31))
    return mixed


def key_matrix(features: Features, slots: Array) -> Array:
    """Keys of mentions.

    Returns:
        (n, KEYS) unsigned 64-bit; 0 where a mention lacks what the key needs. The same
        key may stand twice in a row.
    """
    vocabulary = features.vocabulary
    tokens = features.tokens.view[slots]
    small = features.small.view[slots].astype(np.int64)
    wide = features.wide.view[slots]
    given = vocabulary.sound.view[tokens[:, f.GIVEN]]
    family = vocabulary.sound.view[tokens[:, f.FAMILY]]
    maiden = vocabulary.sound.view[tokens[:, f.MAIDEN]]
    initial = vocabulary.initial.view[tokens[:, f.GIVEN]]
    given = np.where(initial, _NONE, given)
    first = vocabulary.first.view[tokens[:, f.GIVEN]]
    place = wide[:, f.PLACE]
    columns = [
        _both(1, given, family),
        _both(1, given, maiden),
        *_dates(given, family, small),
        _need(mix(5, wide[:, f.DWELLING], given), wide[:, f.DWELLING], given),
        _need(mix(6, wide[:, f.HOUSE], family, first), wide[:, f.HOUSE], family),
        *(_need(mix(9, wide[:, c]), wide[:, c]) for c in (f.DOC_A, f.DOC_B)),
        *(_need(mix(9, wide[:, c]), wide[:, c]) for c in (f.PHONE_A, f.PHONE_B)),
    ]
    stacked = np.stack(columns, axis=1)
    return np.concatenate((stacked, _years(given, family, first, place, small)), axis=1)


def _need(key: Array, *needed: Array) -> Array:
    for column in needed:
        key = np.where(column != 0, key, _NONE)
    return key


def _both(kind: int, one: Array, two: Array) -> Array:
    """A key of two tokens whichever came first."""
    return _need(mix(kind, np.minimum(one, two), np.maximum(one, two)), one, two)


def _dates(given: Array, family: Array, small: Array) -> list[Array]:
    month, day = small[:, f.MONTH], small[:, f.DAY]
    full = (month > 0) & (day > 0) & ~((month == 1) & (day == 1))
    year = np.where(full, small[:, f.FIRST], 0)
    low, high = np.minimum(month, day), np.maximum(month, day)
    return [
        _need(mix(2, family, year, low, high), family, year),
        _need(mix(2, given, year, low, high), given, year),
        _need(mix(3, given, family, low, high), given, family, year),
    ]


def _years(
    given: Array, family: Array, first: Array, place: Array, small: Array
) -> Array:
    """Keys of each year the birth may fall in: (n, 2 * YEARS)."""
    start, end = small[:, f.FIRST], small[:, f.LAST]
    vague = (start != end) | (small[:, f.MONTH] == 0)
    start = np.where(vague & (start > 0), start - 1, start)[:, None]
    end = np.where(vague & (end > 0), end + 1, end)[:, None]
    year = start + np.arange(YEARS)
    year = np.where((start > 0) & (year <= end), year, 0)
    given, family = given[:, None], family[:, None]
    first, place = first[:, None], place[:, None]
    return np.concatenate(
        (
            _need(mix(7, year, given, place), year, given, place),
            _need(mix(8, year, family, first), year, family, first),
        ),
        axis=1,
    )
