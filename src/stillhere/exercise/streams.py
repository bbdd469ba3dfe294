"""One stream of random numbers per purpose, so that adding one never shifts another."""

from collections.abc import Sequence
from enum import IntEnum
from typing import TypeVar

import numpy as np

T = TypeVar("T")

_BLOCK = 8192


class Stream(IntEnum):
    """Purpose of a stream; the numbers are part of the format and never change."""

    BUILDINGS = 1
    BLOCKS = 2
    VILLAGES = 3
    HOUSEHOLDS = 4
    AGES = 5
    GIVEN = 6
    FAMILY = 7
    DISABLED = 8
    REMAIN = 9
    DISPLACED = 10
    DETECTION = 11
    TWINS = 12
    PHONES = 13
    FATHERS = 14
    DOCUMENTS = 15
    REGISTER = 20
    ARRIVALS = 21
    MANIFESTS = 22
    SOCIAL = 23
    CALLS = 24
    TRACING = 25
    ARRIVED = 31
    BOARDED = 32
    SERVED = 33
    CALLED = 34
    SOUGHT = 35
    REGISTERED = 36
    STRANGERS = 40
    TOGETHER = 50
    OTHER_PLACES = 51
    SHELTERED = 52
    PATIENTS = 53
    RESIDENTS = 54
    TOLD = 55
    DYING = 56
    ACCESS = 57
    PASSES = 58
    SIGHTINGS = 59
    SKILLS = 60
    FILLED = 61


def generator(seed: int, town: str, stream: Stream) -> np.random.Generator:
    """The generator of one purpose; equal arguments give equal numbers."""
    name = int.from_bytes(town.encode("utf-8"), "big")
    entropy = np.random.SeedSequence([seed, name, int(stream)])
    return np.random.Generator(np.random.PCG64(entropy))


class Dice:
    """Single draws for row-by-row writing, taken from a generator in blocks."""

    def __init__(self, rng: np.random.Generator) -> None:
        """Draw from `rng` alone."""
        self._rng = rng
        self._left: list[float] = []

    def roll(self) -> float:
        """A number in [0, 1)."""
        if not self._left:
            self._left = self._rng.random(_BLOCK).tolist()
        return self._left.pop()

    def chance(self, probability: float) -> bool:
        """Whether an event of this probability happens."""
        return self.roll() < probability

    def below(self, bound: int) -> int:
        """A whole number from 0 to `bound` - 1."""
        return int(self.roll() * bound)

    def pick(self, things: Sequence[T]) -> T:
        """One of `things`, each equally likely."""
        return things[int(self.roll() * len(things))]

    def weighted(self, weights: Sequence[float]) -> int:
        """An index drawn with these weights."""
        point = self.roll() * sum(weights)
        for index, weight in enumerate(weights):
            point -= weight
            if point < 0:
                return index
        return len(weights) - 1
