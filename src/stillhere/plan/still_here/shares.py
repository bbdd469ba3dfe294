"""The expected number of every place in two parts: known to a list, known to none.

Each part is a mean and a variance: doors are taken to be independent of each other here;
what they share is added where the interval is made.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from stillhere.ledger import Picture, PlaceKey
from stillhere.plan.belief import Belief, Door
from stillhere.plan.rules import MILLION, PlanRules
from stillhere.plan.still_here.lists import CALLS, Known


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
    named = _named(picture, believed)
    found: dict[PlaceKey, Parts] = {}
    other: dict[PlaceKey, Part] = {}
    for key, door in believed.doors.items():
        place = PlaceKey(key.partition("/")[0])
        at_home = named.get(key, 0)
        whole = _of_door(door)
        own = min(1.0, at_home / door.expected) if door.expected else 0.0
        listed = 1.0 if known.door(key) & CALLS and not at_home else own
        found[place] = found.get(place, Parts()).plus(
            Parts(whole.times(listed), Part() if at_home else whole.times(1 - listed))
        )
        if at_home:
            other[place] = other.get(place, Part()).plus(whole.times(1 - own))
    found = _sheltered(found, other)
    some = rules.share("still_here", "no_door")
    for key, belief in believed.places.items():
        mean = some * belief.unplaced / MILLION
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


def _named(picture: Picture, believed: Belief) -> dict[PlaceKey, int]:
    """What is expected at each door of those whose home it is, millionths."""
    found: dict[PlaceKey, int] = {}
    for person, chance in believed.people.items():
        home = picture.entries[person].home
        if home is not None and home.dwelling:
            found[home.dwelling] = found.get(home.dwelling, 0) + chance
    return found


def _of_door(door: Door) -> Part:
    """People behind a door: nobody, or one and as many more as are expected then."""
    mean, chance = door.expected / MILLION, door.chance / MILLION
    if not chance:
        return Part(mean, mean)
    if_any = mean / chance
    more = max(0.0, if_any - 1)
    return Part(mean, chance * (1 - chance) * if_any * if_any + chance * more)
