"""Keys a slip of the hand away: one or two letters more, less, other or swapped."""

from collections.abc import Iterable
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

_EDGE: Final = 3
_LEAST: Final = 6
"""Letters of a key that may be misspelt; in shorter ones a letter is another name."""
_LONG: Final = 10
"""Letters from which a second slip is allowed."""


class NearKeys:
    """Finds keys near a key without comparing it with every one.

    One slip leaves the first three or the last three letters of six and more whole, so
    that only keys that share one of the two are compared. Of two slips those are found
    that leave one end whole.
    """

    __slots__ = ("_groups",)

    def __init__(self, keys: Iterable[str]) -> None:
        groups: dict[tuple[bool, str, int], list[str]] = {}
        for key in keys:
            if len(key) >= _LEAST - 1:
                for end, edge in _edges(key):
                    groups.setdefault((end, edge, len(key)), []).append(key)
        self._groups = groups

    def near(self, key: str) -> list[tuple[int, str]]:
        """Keys within the slips its length allows and one more: slips and key, sorted.

        Empty for a key too short to be misspelt.
        """
        most = slips_allowed(key) + 1
        if most == 1:
            return []
        offered: list[str] = []
        for end, edge in _edges(key):
            for length in range(len(key) - most, len(key) + most + 1):
                offered += self._groups.get((end, edge, length), ())
        found = process.extract(
            key, offered, scorer=OSA.distance, score_cutoff=most, limit=None
        )
        return sorted({(int(slips), other) for other, slips, _ in found})


def slips_allowed(key: str) -> int:
    """How many slips a key of this length may hold and still be read."""
    if len(key) < _LEAST:
        return 0
    return 1 if len(key) < _LONG else 2


def _edges(key: str) -> tuple[tuple[bool, str], tuple[bool, str]]:
    return (True, key[:_EDGE]), (False, key[-_EDGE:])
