"""What is said of how many are still there: values only.

Whole numbers of people; `expected` in millionths.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from stillhere.ledger import PlaceKey
from stillhere.reports import ReportId


class Seen(NamedTuple):
    """People reports say were seen there: at least so many.

    Attributes:
        alive: Found, or could not leave, or met at a door without a name.
        chose_to_stay: Met, and want to stay; doors where a visit was refused count one.
        dead: Reported dead, established or not.
        cites: Reports behind the three, sorted.
    """

    alive: int
    chose_to_stay: int
    dead: int
    cites: tuple[ReportId, ...]

    @property
    def people(self) -> int:
        """All three."""
        return self.alive + self.chose_to_stay + self.dead


class Range(NamedTuple):
    """People not yet found, the dead included, by the model.

    Attributes:
        low, high: Ends of the interval of the rules (80 %); `high` is at least 1, for no
            place is ever called clear.
        expected: Mean, millionths.
    """

    low: int
    high: int
    expected: int


@dataclass(frozen=True, slots=True)
class PlaceStillHere:
    """One settlement; the empty key holds people of no known place.

    Attributes:
        key: Of the settlement.
        seen: There.
        left: Not yet found, the dead included.
        by_name: Of these, known to a list: by name, or by a call about their door.
        no_list: Of these, known to no list.
    """

    key: PlaceKey
    seen: Seen
    left: Range
    by_name: Range
    no_list: Range


class Assumption(NamedTuple):
    """Something the figure rests on, or what it cannot say.

    Attributes:
        code: Of the sentence, in `assumptions.ASSUMPTIONS`.
        values: Name to whole number, sorted.
    """

    code: str
    values: tuple[tuple[str, int], ...] = ()


class Estimate(NamedTuple):
    """How many stand on none of the lists, from how the lists overlap.

    Attributes:
        method: `two_lists`, `loglinear` or `lower_bound`.
        people: Estimated on none of them, thousandths.
        error: Standard error, thousandths.
    """

    method: str
    people: int
    error: int


@dataclass(frozen=True, eq=False)
class StillHere:
    """How many are still there, as far as a picture can say.

    Attributes:
        picture, rules: Digests of what it was computed from.
        seen: In the whole region.
        left: Not yet found in the whole region; None where nothing is known of who lived
            there.
        by_name, no_list: Parts of it, as in `PlaceStillHere`; None likewise.
        places: Settlements by key.
        lists: The lists people seen were also on, and how many of the seen are on each.
        estimate: What their overlap says; None where it says too little.
        assumptions: What stands beside the figure, in this order.
        cites: Reports of calls and of everybody without word, which the model weighs.
    """

    picture: str
    rules: str
    seen: Seen
    left: Range | None
    by_name: Range | None
    no_list: Range | None
    places: Mapping[PlaceKey, PlaceStillHere]
    lists: Mapping[str, int]
    estimate: Estimate | None
    assumptions: tuple[Assumption, ...]
    cites: tuple[ReportId, ...]
