"""What a person is asked when they look at a doubtful pair, and why they are asked."""

from dataclasses import dataclass
from enum import StrEnum

from stillhere.ledger import MentionId


class Effect(StrEnum):
    """What a decision on a pair would change."""

    ACCOUNTS = "accounts"
    """"Same" gives word of somebody who stands in the list without word."""
    CONFIRMS = "confirms"
    """"Same" takes somebody off the list whom a machine alone may not take off."""
    MOVES = "moves"
    """"Same" gives one the word of another, who may come on the list for want of it."""
    EXPOSES = "exposes"
    """"Different" puts somebody on the list who does not stand there."""
    JOINS = "joins"
    """"Same" makes one person of two; nobody comes on the list or leaves it."""
    PARTS = "parts"
    """"Different" makes two people of one; likewise."""

    @property
    def flips(self) -> bool:
        """Whether somebody may come on the list without word, or leave it."""
        return self not in (Effect.JOINS, Effect.PARTS)


class Why(StrEnum):
    """Why the machine does not settle a pair by itself."""

    UNSURE = "unsure"
    """The evidence does not reach as far as a link needs."""
    ANOTHER = "another"
    """The evidence would reach, were there not another row that fits as well."""
    RIVAL = "rival"
    """One list holds both people by rows of their own: only one of them can be meant."""
    NARROW = "narrow"
    """The two are held for one person, but not by much."""
    WEAK = "weak"
    """Likely one person; too little to take who is alone or dependent off the list."""
    SECOND = "second"
    """One person has said that they are the same, and it takes two."""


EFFECTS = {  # said to readers
    Effect.ACCOUNTS: "If they are the same, there is word of a person who is on the list.",
    Effect.CONFIRMS: "If they are the same, a person leaves the list for certain.",
    Effect.MOVES: "If they are the same, word of one person becomes word of another.",
    Effect.EXPOSES: "If they are different, a person comes back on the list.",
    Effect.JOINS: "If they are the same, two entries become one.",
    Effect.PARTS: "If they are different, one entry becomes two.",
}
WHYS = {  # said to readers
    Why.UNSURE: "They may be one person, but the evidence is not enough.",
    Why.ANOTHER: "They may be one person, but another row fits as well.",
    Why.RIVAL: "One list names both people, so only one of them can be meant.",
    Why.NARROW: "They are held for one person, but only narrowly.",
    Why.WEAK: "They are held for one person, but nothing certain ties them.",
    Why.SECOND: "One person said that they are the same; it takes a second to say so.",
}


@dataclass(frozen=True, slots=True)
class Doubt:
    """A pair of mentions a person should look at.

    Attributes:
        a, b: The mentions, a < b: of all between the two people, the likeliest pair.
        people: Their referents; twice the same where the pair is held for one person.
        probability: The smaller of the two sides, in millionths.
        weight: w1 in millibits.
        effect: What a decision would change.
        flips: Referents who may come on the list without word or leave it, sorted.
        concern: The larger of the two people's; 0 where neither is listed.
        why: Why the machine does not settle it.
        place: Its place in the queue, the first being 1.
    """

    a: MentionId
    b: MentionId
    people: tuple[MentionId, MentionId]
    probability: int
    weight: int
    effect: Effect
    flips: tuple[MentionId, ...]
    concern: int
    why: Why
    place: int

    @property
    def held(self) -> bool:
        """Whether the two are held for one person now."""
        return self.people[0] == self.people[1]
