"""Numbers of documents as written, packed in 64 bits, and whether one slip parts two.

A number of up to fifteen digits, or of up to ten letters and digits, is held sign by
sign: the last in the lowest bits, no sign as 0. Any other is held as a hash, which is
only ever equal. A slip is one sign changed, left out or put in, or two neighbours that
have changed places.
"""

from typing import Final

import numpy as np

from stillhere.identity.growing import Array
from stillhere.identity.vocabulary import hash64

FEWEST: Final = 6
"""Signs both numbers must have for a slip to be told from another number."""

_DIGITS: Final = "0123456789"
_SIGNS: Final = _DIGITS + "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_KIND: Final = 60
"""The bit from which on it stands how a number is held; below are its signs."""

_HASH: Final = 8 << _KIND
_SIGNED: Final = np.uint64((1 << _KIND) - 1)
LONGEST: Final = 15
"""Signs of the longest number that is held sign by sign."""

_PACKED: Final = (
    (1, 4, 15, {sign: place for place, sign in enumerate(_DIGITS, 1)}),
    (2, 6, 10, {sign: place for place, sign in enumerate(_SIGNS, 1)}),
)
"""Kind, bits of a sign, signs at most, and the number of each sign."""


def packed(number: str) -> int:
    """A document number in 64 bits; never 0, and the same for no other but by accident."""
    for kind, bits, most, signs in _PACKED:
        if len(number) <= most and all(sign in signs for sign in number):
            held = 0
            for sign in number:
                held = held << bits | signs[sign]
            return kind << _KIND | held
    return hash64(f"d{number}") | _HASH


def shortened(numbers: Array) -> Array:
    """What one slip leaves of packed numbers: two that a slip parts have one in common.

    Args:
        numbers: n of them, 0 for none.

    Returns:
        (n, `LONGEST` + 1) unsigned 64-bit: the number, and the number without each of
        its signs; 0 where it has no such sign or too few.
    """
    short = np.zeros((len(numbers), LONGEST + 1), np.uint64)
    for kind, bits, most, _ in _PACKED:
        held = numbers & _SIGNED
        fits = (numbers >> _KIND == kind) & (
            held >> np.uint64(bits * (FEWEST - 1)) != 0
        )
        index = np.flatnonzero(fits)
        held = held[index]
        short[index, LONGEST] = held
        for place in range(most):
            at, after = np.uint64(bits * place), np.uint64(bits * (place + 1))
            behind = held & ((np.uint64(1) << at) - np.uint64(1))
            left_out = held >> after << at | behind
            short[index, place] = np.where(held >> at != 0, left_out, 0)
        short[index] |= np.where(short[index] != 0, np.uint64(kind << _KIND), 0)
    return short


def slipped(one: Array, two: Array) -> tuple[Array, Array]:
    """Which packed numbers one slip parts.

    Args:
        one: Packed numbers, 0 for none; unsigned 64-bit.
        two: As many.

    Returns:
        Masks: one slip parts them; and that slip changed the last sign, as in a series
        of numbers given out together.
    """
    slip = np.zeros(len(one), np.bool_)
    last = slip.copy()
    for kind, bits, _, _ in _PACKED:
        held = (one >> _KIND == kind) & (two >> _KIND == kind) & (one != two)
        index = np.flatnonzero(held)
        if len(index):
            slip[index], last[index] = _parted(one[index], two[index], bits)
    return slip, last


def _parted(one: Array, two: Array, bits: int) -> tuple[Array, Array]:
    """The same of numbers of one kind, none of which are equal."""
    one, two = one & _SIGNED, two & _SIGNED
    step, mask = np.uint64(bits), np.uint64((1 << bits) - 1)
    apart = one ^ two
    # From the first sign on that differs, counted from the end:
    low = (apart & (~apart + np.uint64(1))).astype(np.float64)
    start = (np.frexp(low)[1] - 1).astype(np.uint64) // step * step
    apart, a, b = apart >> start, one >> start, two >> start
    changed = apart <= mask
    crossed = (a & mask == b >> step & mask) & (b & mask == a >> step & mask)
    moved = crossed & (apart >> step <= mask)
    lost = (a >> step == b) | (b >> step == a)
    long = np.minimum(one, two) >> np.uint64(bits * (FEWEST - 1)) != 0
    return (changed | moved | lost) & long, changed & (start == 0) & long
