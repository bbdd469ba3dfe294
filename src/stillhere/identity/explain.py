"""Which evidence counted how much, for one pair, in numbers and in words."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from stillhere.identity.clusters import MentionId
from stillhere.identity.comparing.weigh import FEATURES
from stillhere.identity.links import allowed, is_anchor, probabilities
from stillhere.identity.pairs import ACCEPTED, APART, SAME, TREE
from stillhere.identity.world import World

WORDS = {  # said to readers
    "name": "the names",
    "patronymic": "the father's name",
    "birth": "the birth or age",
    "sex": "the sex",
    "settlement": "the settlement",
    "address": "the address",
    "numbers": "document and phone numbers",
    "company": "who stands beside them",
    "decision": "a person's decision",
    "base": "how many others it might be",
}


class Verdict(StrEnum):
    """What became of a pair."""

    JUDGED_SAME = "judged_same"
    JUDGED_DIFFERENT = "judged_different"
    TWO = "two"
    """One list, or one household in it, states both."""
    HOLDS = "holds"
    ALONG = "along"
    """Held for one person by links to others between them."""
    DOUBTFUL = "doubtful"
    APART = "apart"
    """Not compared, or so unlike that it was not kept."""


VERDICTS = {  # said to readers
    Verdict.JUDGED_SAME: "A person decided that they are the same.",
    Verdict.JUDGED_DIFFERENT: "A person decided that they are two people.",
    Verdict.TWO: "One list names both, so they are two people.",
    Verdict.HOLDS: "They are held for one person by this link.",
    Verdict.ALONG: "They are held for one person by links to others.",
    Verdict.DOUBTFUL: "They may be one person, and are not held for one.",
    Verdict.APART: "Nothing brings them together.",
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """One feature of a pair; `millibits` above 0 speaks for one person, below against."""

    feature: str
    millibits: int

    @property
    def sentence(self) -> str:
        """In words, with the weight in bits."""
        if not self.millibits:
            return f"{WORDS[self.feature]}: nothing to compare"
        speaks = "for" if self.millibits > 0 else "against"
        bits = abs(self.millibits) / 1000
        return f"{WORDS[self.feature]}: {bits:.1f} bits {speaks} one person"


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why two mentions are linked or not.

    Attributes:
        a, b: The mentions, a < b.
        evidence: Every feature, company, decision and base; their sum is `weight`.
        weight: w1 in millibits.
        probability: The smaller of the two sides in millionths; 0 for no candidates.
        candidate: The pair was compared at all.
        accepted: It is held for one person by the rule or a person.
        holds: The edge is one of those that hold the cluster.
        forbidden: One list or one household states both: they are two.
        verdict: What became of the pair, in one code of `VERDICTS`.
    """

    a: MentionId
    b: MentionId
    evidence: tuple[Evidence, ...]
    weight: int
    probability: int
    candidate: bool
    accepted: bool
    holds: bool
    forbidden: bool
    verdict: Verdict


def explain(world: World, a: MentionId, b: MentionId) -> Explanation:
    """Explain a pair, candidate or not; raises KeyError for a mention not here."""
    a, b = sorted((a, b))
    one, two = np.array([world.slot_of[a]]), np.array([world.slot_of[b]])
    features = world.scorer.weigh(one, two)[:, 0].tolist()
    there = _entry(world, int(one[0]), int(two[0]))
    back = _entry(world, int(two[0]), int(one[0]))
    own = sum(features) - world.rules.base
    weight, w0, flags = (
        (there.weight, there.w0, there.flags) if there else (own, own, 0)
    )
    evidence = [
        *zip(FEATURES, features, strict=True),
        ("company", weight - w0),
        ("decision", w0 - own),
        ("base", -world.rules.base),
    ]
    one_person = world.cluster.view[one[0]] == world.cluster.view[two[0]]
    fine = bool(allowed(world.features, one, two)[0])
    return Explanation(
        a=a,
        b=b,
        evidence=tuple(Evidence(name, int(bits)) for name, bits in evidence),
        weight=int(weight),
        probability=min(there.chance, back.chance) if there and back else 0,
        candidate=there is not None and not flags & APART,
        accepted=bool(flags & (ACCEPTED | SAME)),
        holds=bool(flags & TREE),
        forbidden=not fine,
        verdict=_verdict(flags, kept=there is not None, one=one_person, fine=fine),
    )


def _verdict(flags: int, *, kept: bool, one: bool, fine: bool) -> Verdict:
    """What became of a pair of these flags: the first that applies."""
    if flags & APART:
        return Verdict.JUDGED_DIFFERENT
    if one and flags & SAME:
        return Verdict.JUDGED_SAME
    if one:
        return Verdict.HOLDS if flags & TREE else Verdict.ALONG
    if not fine:
        return Verdict.TWO
    return Verdict.DOUBTFUL if kept else Verdict.APART


@dataclass(frozen=True, slots=True)
class Candidate:
    """Another mention that may be the same person.

    Attributes:
        mention: Its id.
        weight: w1 in millibits.
        probability: From this side, in millionths.
        accepted: Held for one person.
        register: It stands in a register.
    """

    mention: MentionId
    weight: int
    probability: int
    accepted: bool
    register: bool


def candidates(world: World, mention: MentionId, limit: int) -> list[Candidate]:
    """Candidates of a mention, strongest first, ties by id; at most `limit`."""
    slot = np.array([world.slot_of[mention]])
    entries = world.pairs.of(slot)
    chance, _ = probabilities(entries, world.features)
    anchor = is_anchor(world.features, entries.other)
    rows = zip(
        entries.other.tolist(),
        entries.w1.tolist(),
        chance.tolist(),
        (entries.flags & ACCEPTED > 0).tolist(),
        anchor.tolist(),
        strict=True,
    )
    found = [
        Candidate(world.id_of(other), weight, p, accepted, register)
        for other, weight, p, accepted, register in rows
    ]
    return sorted(found, key=lambda c: (-c.weight, c.mention))[:limit]


@dataclass(frozen=True, slots=True)
class _Found:
    w0: int
    weight: int
    flags: int
    chance: int


def _entry(world: World, a: int, b: int) -> _Found | None:
    entries = world.pairs.of(np.array([a]))
    at = np.flatnonzero(entries.other == b)
    if not len(at):
        return None
    chance, _ = probabilities(entries, world.features)
    place = at[0]
    return _Found(
        int(entries.w0[place]),
        int(entries.w1[place]),
        int(entries.flags[place]),
        int(chance[place]),
    )
