"""What people who were found are visited again for, and the sentence that says so.

The sentence names needs. It never says that a child is alone, nor that anyone asks.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from stillhere.reports import ReportId
from stillhere.vocabulary import ENGLISH, Counted, Voice, worded


class WhatFor(StrEnum):
    """What a follow-up visit is for."""

    MEDICINE = "medicine"
    POWER = "power"
    CARE = "care"
    WATER = "water"
    FOOD = "food"
    HEAT = "heat"
    SHELTER = "shelter"
    SEAT = "seat"
    STAYS = "stays"
    OTHER = "other"


SUPPLIES = frozenset(
    {WhatFor.MEDICINE, WhatFor.POWER, WhatFor.WATER, WhatFor.FOOD, WhatFor.HEAT}
)
"""What is at an end again: only what was given on the spot begins its time anew."""

WORDS: Mapping[WhatFor, str] = {  # said to readers
    WhatFor.MEDICINE: "medicine",
    WhatFor.POWER: "power for what keeps somebody well",
    WhatFor.CARE: "care",
    WhatFor.WATER: "water",
    WhatFor.FOOD: "food",
    WhatFor.HEAT: "heating",
    WhatFor.SHELTER: "shelter",
    WhatFor.SEAT: "a seat to leave, or an answer about it",
    WhatFor.STAYS: "to see how it goes after the decision to stay",
    WhatFor.OTHER: "something else that was asked for",
}

_FOUND = Counted("{number} person was found here", "{number} people were found here")


class FollowReason(NamedTuple):
    """Why to go there again.

    Attributes:
        people: How many were found there; 0 where only a need was told of.
        purposes: In the order in which they are due.
        cites: Reports it rests on, sorted.
    """

    people: int
    purposes: tuple[WhatFor, ...]
    cites: tuple[ReportId, ...]

    def spoken(self, voice: Voice) -> str:
        """The sentence in the words of a voice."""
        told = voice.text(worded("Something is needed here"))
        who = voice.count(_FOUND, self.people) if self.people else told
        wanted = ", ".join(voice.text(WORDS[purpose]) for purpose in self.purposes)
        return voice.text(worded("{who}: {wanted}.")).format(who=who, wanted=wanted)

    @property
    def sentence(self) -> str:
        """The sentence in English."""
        return self.spoken(ENGLISH)
