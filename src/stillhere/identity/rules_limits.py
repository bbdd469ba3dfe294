"""What numbers of a rules file can mean anything: shares, chances, counts of people.

A weight may be any whole number. What is a share or a chance stays between nothing and
all, and a chance learnt of rising evidence never falls.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from stillhere.identity.rules_text import unreadable

MILLION = 1_000_000
_LARGEST = 1 << 31
_WHOLE = re.compile(r"0|[1-9][0-9]{0,6}")

LIMITS: Mapping[str, Mapping[str, tuple[int, int]]] = {
    "shape": {
        "threshold": (1, MILLION),
        "company_limit": (1, _LARGEST),
        "window": (0, _LARGEST),
        "judged": (0, _LARGEST),
    },
    "population": {"people": (1, _LARGEST), "coverage": (1, MILLION)},
    "ride": {"least": (1, _LARGEST), "share": (0, MILLION)},
    "quarter": {"least": (1, _LARGEST), "share": (0, MILLION)},
    "arrived": {
        "least": (0, MILLION),
        "some_from": (0, MILLION),
        "most_from": (0, MILLION),
        "all_from": (0, MILLION),
    },
}
"""Section, name, and the least and the most it may be."""

CHANCES = ("arrived.", "link_chance")
"""How sections begin whose names are bounds: data, and replaced whole."""


def is_chances(section: str) -> bool:
    """Whether the names in a section are bounds of a frozen table of chances."""
    return section.startswith(CHANCES)


def check(weights: Mapping[str, Mapping[str, int]]) -> None:
    """See to it that every share, chance and count can be one.

    Args:
        weights: Section to name to number, of sections and names that are known.

    Raises:
        StillHereError: ``identity/rules-not-readable``, with the first that cannot.
    """
    for reason in _amiss(weights):
        raise unreadable(reason)


def _amiss(weights: Mapping[str, Mapping[str, int]]) -> Iterator[str]:
    for section, limits in LIMITS.items():
        stated = weights.get(section, {})
        for name, (least, most) in limits.items():
            if name in stated and not least <= stated[name] <= most:
                yield f"{section}.{name} is {stated[name]}, {_between(least, most)}"
    support = weights["support"]
    if support["full"] <= support["from"]:
        yield f"support.full is {support['full']}, and it lies above support.from"
    for section, table in weights.items():
        if is_chances(section):
            yield from _falling(section, table)


def _between(least: int, most: int) -> str:
    if most < _LARGEST:
        return f"and it lies between {least} and {most}"
    return f"and it is at least {least}"


def _falling(section: str, table: Mapping[str, int]) -> Iterator[str]:
    """Why a table is no rising one of millionths."""
    for name, chance in table.items():
        if not (_WHOLE.fullmatch(name) and int(name) <= MILLION):
            yield f"{name} in {section} is no whole number from 0 to {MILLION}"
            return
        if not 0 <= chance <= MILLION:
            yield f"{section}.{name} is {chance}, {_between(0, MILLION)}"
    by_bound = sorted((int(name), chance) for name, chance in table.items())
    for (low, before), (high, after) in pairwise(by_bound):
        if after < before:
            yield f"{section} falls from {before} at {low} to {after} at {high}"
