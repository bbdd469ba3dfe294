"""Households joined over lists: what a family is called in each, and who is in it.

Read from the households of a picture, that is from lists and from who turned out to be
one person; computed when somebody looks, in no digest, and never fed back to identity or
to an entry: a family that two lists group alike is not evidence for its own links.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from stillhere.ledger.household import Household
from stillhere.ledger.parts import HouseholdId, MentionId
from stillhere.reports import ReportId

_SHARED: Final = 2
_MOST: Final = 20
"""People of a joined household; more are a bus or a building, not a family."""

Pair = tuple[HouseholdId, HouseholdId]


@dataclass(frozen=True, slots=True)
class JoinedHousehold:
    """One household as several lists group it.

    Attributes:
        id: The smallest key of its groups.
        groups: The groups of the lists, registers first, then by source and text; no
            two of one source.
        members: Everybody any of them names, each once, sorted.
        without_word: Of those, who is still listed, sorted.
    """

    id: HouseholdId
    groups: tuple[Household, ...]
    members: tuple[MentionId, ...]
    without_word: tuple[MentionId, ...]

    @property
    def everywhere(self) -> tuple[MentionId, ...]:
        """Who stands in every list that groups this household, sorted."""
        common = set(self.members)
        for group in self.groups:
            common.intersection_update(group.members)
        return tuple(sorted(common))

    @property
    def cites(self) -> tuple[ReportId, ...]:
        """Reports behind the household, sorted."""
        return tuple(sorted({cite for group in self.groups for cite in group.cites}))


def join_households(households: Iterable[Household]) -> tuple[JoinedHousehold, ...]:
    """Join the groups of several lists that are one household.

    Two groups of two lists are one household where they share two people, or consist
    of the same person. Groups that share most are joined first. A party that shares two
    people with each of two households of a list is joined to neither; two groups of one
    list are never joined, however others see it, nor more than twenty people.

    Returns:
        Every group in one joined household, by key; the order given does not matter.
    """
    known = {household.id: household for household in households}
    bundle: dict[HouseholdId, tuple[HouseholdId, ...]] = {c: (c,) for c in known}
    for one, two in _pairs(known):
        both = (*bundle[one], *bundle[two])
        if bundle[one] != bundle[two] and _may_join([known[code] for code in both]):
            for code in both:
                bundle[code] = tuple(sorted(both))
    return tuple(
        _joined([known[code] for code in codes])
        for codes in sorted(set(bundle.values()))
    )


def _pairs(known: dict[HouseholdId, Household]) -> list[Pair]:
    """Pairs of groups that are one household, those that share most first."""
    of: dict[MentionId, list[HouseholdId]] = defaultdict(list)
    for code in sorted(known):
        for person in known[code].members:
            of[person].append(code)
    shared = Counter(pair for codes in of.values() for pair in combinations(codes, 2))
    alike = [
        pair
        for pair, people in shared.items()
        if people >= _SHARED or known[pair[0]].members == known[pair[1]].members
    ]
    sides = [side for pair in alike for side in (pair, pair[::-1])]
    times = Counter((own, known[other].source) for own, other in sides)
    clear = (
        (one, two)
        for one, two in alike
        if times[one, known[two].source] == times[two, known[one].source] == 1
    )
    return sorted(clear, key=lambda pair: (-shared[pair], pair))


def _may_join(groups: list[Household]) -> bool:
    people = {person for group in groups for person in group.members}
    return len(people) <= _MOST and len({g.source for g in groups}) == len(groups)


def _joined(groups: list[Household]) -> JoinedHousehold:
    listed = {person for group in groups for person in group.without_word}
    ordered = sorted(groups, key=lambda g: (not g.register, g.source, g.text))
    return JoinedHousehold(
        id=min(group.id for group in groups),
        groups=tuple(ordered),
        members=tuple(sorted({p for group in groups for p in group.members})),
        without_word=tuple(sorted(listed)),
    )
