"""The expected number of every place in two parts: known to a list, known to none.

Each part is a mean and a variance: doors are taken to be independent of each other here;
what they share is added where the interval is made.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from stillhere.ledger import Picture, PlaceKey
from stillhere.plan.belief import Belief, Door
from stillhere.plan.rules import MILLION, PlanRules
from stillhere.plan.still_here.lists import CALLS, Known, names_somebody
from stillhere.plan.still_here.seen import died


class Part(NamedTuple):
    """A number of people: its mean and variance."""

    mean: float = 0.0
    variance: float = 0.0

    def plus(self, other: "Part") -> "Part":
        """Both together, independent of each other."""
        return Part(self.mean + other.mean, self.variance + other.variance)

    def times(self, share: float) -> "Part":
        """That share of it."""
        return Part(self.mean * share, self.variance * share)


class Parts(NamedTuple):
    """People on a list or told of by a call, and people on none."""

    listed: Part = Part()
    no_list: Part = Part()

    def plus(self, other: "Parts") -> "Parts":
        """Both together."""
        return Parts(self.listed.plus(other.listed), self.no_list.plus(other.no_list))


def parts_of(
    picture: Picture, believed: Belief, known: Known, rules: PlanRules
) -> dict[PlaceKey, Parts]:
    """Per settlement, in key order; the empty key for people of no known place."""
    named, dead = _expected(picture, believed)
    found: dict[PlaceKey, Parts] = {}
    other: dict[PlaceKey, Part] = {}
    for key, door in believed.doors.items():
        left = door.expected - dead.get(key, 0)
        if left <= 0:
            continue
        place = PlaceKey(key.partition("/")[0])
        whole = _of_door(door).times(left / door.expected)
        own = min(1.0, named.get(key, 0) / left)
        bits = known.door(key)
        if names_somebody(bits):
            other[place] = other.get(place, Part()).plus(whole.times(1 - own))
            parts = Parts(whole.times(own))
        else:
            parts = Parts(whole) if bits & CALLS else Parts(no_list=whole)
        found[place] = found.get(place, Parts()).plus(parts)
    found = _sheltered(found, other)
    some = rules.share("still_here", "no_door")
    for key, belief in believed.places.items():
        mean = some * max(0, belief.unplaced - dead.get(key, 0)) / MILLION
        found[key] = found.get(key, Parts()).plus(Parts(Part(mean, mean)))
    return {key: found[key] for key in sorted(found)}


def together(parts: Iterable[Parts]) -> Parts:
    """All places, summed in their order."""
    whole = Parts()
    for part in parts:
        whole = whole.plus(part)
    return whole


def _sheltered(
    found: Mapping[PlaceKey, Parts], other: Mapping[PlaceKey, Part]
) -> dict[PlaceKey, Parts]:
    """Who shelters in a dwelling of others stands on a list as often as anybody."""
    whole = together(found.values())
    mean = whole.listed.mean + whole.no_list.mean
    listed = whole.listed.mean / mean if mean else 0.0
    return {
        key: parts.plus(
            Parts(
                other.get(key, Part()).times(listed),
                other.get(key, Part()).times(1 - listed),
            )
        )
        for key, parts in found.items()
    }


def _expected(
    picture: Picture, believed: Belief
) -> tuple[dict[PlaceKey, int], dict[PlaceKey, int]]:
    """What is expected of those whose home it is, by door (settlement where none is).

    Returns:
        Millionths of people nobody has seen, and of people reported dead: these are
        among the seen already.
    """
    left: dict[PlaceKey, int] = {}
    dead: dict[PlaceKey, int] = {}
    for person, chance in believed.people.items():
        entry = picture.entries[person]
        home = entry.home
        door = PlaceKey("") if home is None else home.dwelling or home.settlement
        found = dead if died(entry) else left
        found[door] = found.get(door, 0) + chance
    return left, dead


def _of_door(door: Door) -> Part:
    """People behind a door: nobody, or one and as many more as are expected then."""
    mean, chance = door.expected / MILLION, door.chance / MILLION
    if not chance:
        return Part(mean, mean)
    if_any = mean / chance
    more = max(0.0, if_any - 1)
    return Part(mean, chance * (1 - chance) * if_any * if_any + chance * more)
