"""Frozen monotone tables: learnt from counts by pooling adjacent violators."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

MILLION = 1_000_000
Array = NDArray[Any]


def learnt(
    stated: Array, true: Array, edges: Sequence[int], least: int = 1
) -> dict[str, int]:
    """A rising table of how often cases came true, by what was stated of them.

    The observed rates are made monotone by pooling neighbours that fall (isotonic
    regression); half a case for and half a case against keep a rate from 0 and 1.

    Args:
        stated: Millionths, by case.
        true: Whether it came true, by case.
        edges: Lower bounds of the classes cases are counted in, rising, 0 first.
        least: Cases a class needs to stand alone; smaller neighbours are joined.

    Returns:
        Lower bound to chance, both in millionths and rising; neighbours of one chance
        are joined. Of no cases, empty.
    """
    place = np.searchsorted(np.asarray(edges), stated, "right") - 1
    cases = np.bincount(place, minlength=len(edges)).tolist()
    right = np.bincount(place[true], minlength=len(edges)).tolist()
    blocks = _pooled(_large(list(zip(edges, cases, right, strict=True)), least))
    return {str(low): _rate(count, hits) for low, count, hits in blocks}


Block = tuple[int, int, int]
"""Lower bound, cases, cases that came true."""


def _large(blocks: Sequence[Block], least: int) -> list[Block]:
    """Neighbours joined until each has enough cases; the last joins the one before."""
    found: list[Block] = []
    for block in blocks:
        if found and found[-1][1] < least:
            empty = not found[-1][1] and len(found) > 1
            joined = _joined(found[-1], block)
            found[-1] = (block[0], *joined[1:]) if empty else joined
        else:
            found.append(block)
    if len(found) > 1 and found[-1][1] < least:
        last = found.pop()
        found[-1] = _joined(found[-1], last)
    return found if found[0][1] else []


def _pooled(blocks: Sequence[Block]) -> list[Block]:
    """Blocks whose rates rise strictly: neighbours that do not are joined."""
    found: list[Block] = []
    for block in blocks:
        found.append(block)
        while len(found) > 1 and _rate(*found[-2][1:]) >= _rate(*found[-1][1:]):
            last = found.pop()
            found[-1] = _joined(found[-1], last)
    return found


def _joined(one: Block, two: Block) -> Block:
    return one[0], one[1] + two[1], one[2] + two[2]


def _rate(cases: int, true: int) -> int:
    return (2 * true + 1) * MILLION // (2 * cases + 2)


def read(table: Mapping[str, int], stated: Array) -> Array:
    """The chance of each of these cases by a table; as stated where it is empty."""
    if not table:
        return stated
    bounds = sorted((int(low), chance) for low, chance in table.items())
    low = np.array([bound for bound, _ in bounds], np.int64)
    chance = np.array([value for _, value in bounds], np.int64)
    found: Array = chance[np.maximum(np.searchsorted(low, stated, "right") - 1, 0)]
    return found


def curve(
    stated: Array, true: Array, edges: Sequence[int], least: int = 1
) -> dict[str, int]:
    """A rising curve from what was stated to how often it came true.

    Args:
        stated: Millionths, by case.
        true: Whether it came true, by case.
        edges: As for `learnt`, and so is `least`.
        least: Likewise.

    Returns:
        Mean stated to chance, both in millionths and rising, for `along`.
    """
    table = learnt(stated, true, edges, least)
    if not table:
        return {}
    place = np.searchsorted([int(low) for low in table], stated, "right") - 1
    cases = np.bincount(place, minlength=len(table))
    total = np.zeros(len(table), np.int64)
    np.add.at(total, place, stated)
    means = (total // np.maximum(cases, 1)).tolist()
    return {
        str(mean): chance for mean, chance in zip(means, table.values(), strict=True)
    }


def along(table: Mapping[str, int], stated: Array) -> Array:
    """The chance of each case along a curve from 0 to a million; empty changes nothing."""
    if not table:
        return stated
    knots = {0: 0} | {int(at): chance for at, chance in table.items()}
    knots[MILLION] = MILLION
    at = np.array(sorted(knots), np.int64)
    chance = np.array([knots[bound] for bound in sorted(knots)], np.int64)
    left = np.clip(np.searchsorted(at, stated, "right") - 1, 0, len(at) - 2)
    steep = (chance[left + 1] - chance[left]) * (stated - at[left])
    found: Array = chance[left] + steep // (at[left + 1] - at[left])
    return found
