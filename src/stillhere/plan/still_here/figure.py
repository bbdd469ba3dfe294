"""How many are still there: what was seen, and the range of what was not."""

from collections.abc import Mapping
from math import sqrt
from types import MappingProxyType

from stillhere.ledger import Picture, PlaceKey
from stillhere.plan.atlas import Atlas
from stillhere.plan.belief import Belief
from stillhere.plan.rules import MILLION, PlanRules
from stillhere.plan.still_here.assumptions import assumed
from stillhere.plan.still_here.learned import Factor, factor
from stillhere.plan.still_here.lists import LISTS, VISITS, Known, seen_on, table
from stillhere.plan.still_here.seen import NOBODY, SeenAt, added, seen_at
from stillhere.plan.still_here.shares import Part, Parts, parts_of, together
from stillhere.plan.still_here.spread import interval
from stillhere.plan.still_here.systems import Sparse, Unlisted, on_none
from stillhere.plan.still_here.values import (
    Assumption,
    Estimate,
    PlaceStillHere,
    Range,
    StillHere,
)
from stillhere.reports import ReportId

_THOUSAND = 1000


def still_here(
    picture: Picture, believed: Belief, atlas: Atlas, rules: PlanRules
) -> StillHere:
    """At least so many seen; so many to so many not yet found, by the model.

    Operations only: no page that leaves them may show it below the whole region, and none
    but those of operations shows it at all. Never a reason to stop.

    Args:
        picture: What is known.
        believed: What is believed of it.
        atlas: Every dwelling there is.
        rules: The table the belief was made by; section ``still_here``.

    Returns:
        Whole region and places. Where nobody is known and no dwelling either, no range
        is given, and the one assumption says so.

    Cost: like one look at every person and every door.
    """
    seen = seen_at(picture, atlas)
    known = Known.of(picture, believed)
    on = seen_on(picture, atlas, known, seen)
    if not believed.doors and not believed.places:
        return _nothing_known(picture, believed, seen, on)
    learned = factor(picture, believed, atlas, rules)
    parts = parts_of(picture, believed, known, rules)
    unlisted = _unlisted(table(picture, believed, known, on), on, rules)
    ranges = _Ranges(learned, together(parts.values()), unlisted, rules)
    estimate = None if unlisted is None else _told(unlisted)
    left, by_name, no_list = ranges.of(together(parts.values()))
    return StillHere(
        picture=believed.picture,
        rules=rules.digest,
        seen=_whole(seen).seen(),
        left=left,
        by_name=by_name,
        no_list=no_list,
        places=MappingProxyType(_places(seen, parts, ranges)),
        lists=MappingProxyType(_on_lists(on)),
        estimate=estimate,
        assumptions=assumed(rules, learned, estimate),
        cites=_weighed(picture),
    )


class _Ranges:
    """Turns parts into ranges, with what all doors share."""

    def __init__(
        self, learned: Factor, whole: Parts, unlisted: Unlisted | None, rules: PlanRules
    ) -> None:
        self._learned = learned
        self._share = rules.share("still_here", "interval")
        self._apart = rules.share("still_here", "apart")
        self._more, self._unsure = 1.0, 0.0
        mean = whole.no_list.mean * learned.share
        if unlisted is not None and mean > 0 and _clearly_above(unlisted, mean):
            self._more = unlisted.people / mean
            self._unsure = unlisted.variance / unlisted.people**2

    def of(self, parts: Parts) -> tuple[Range, Range, Range]:
        """All not yet found, those on a list, those on none."""
        listed = parts.listed.times(self._learned.share)
        no_list = parts.no_list.times(self._learned.share * self._more)
        common = self._learned.error
        apart = self._unsure * no_list.mean**2
        whole = listed.plus(no_list)
        return (
            self._range(whole, common * whole.mean**2 + apart),
            self._range(listed, common * listed.mean**2),
            self._range(no_list, common * no_list.mean**2 + apart),
        )

    def _range(self, part: Part, shared: float) -> Range:
        variance = self._apart * part.variance + shared
        low, high = interval(part.mean, variance, self._share)
        return Range(low, high, int(part.mean * MILLION + 0.5))


def _unlisted(
    cells: Mapping[int, float], on: Mapping[int, int], rules: PlanRules
) -> Unlisted | None:
    """The estimate from the lists; None where too few people were seen."""
    numbers = ("fewest_on_list", "fewest_shared", "misfit_hundredths")
    sparse = Sparse(*(rules.number("still_here", name) for name in numbers))
    if sum(on.values()) < rules.number("still_here", "fewest_seen"):
        return None
    return on_none(cells, sparse)


def _clearly_above(unlisted: Unlisted, mean: float) -> bool:
    """Whether it is larger even without its standard error."""
    return unlisted.people - sqrt(unlisted.variance) > mean


def _told(unlisted: Unlisted) -> Estimate:
    return Estimate(
        unlisted.method,
        int(_THOUSAND * unlisted.people + 0.5),
        int(_THOUSAND * sqrt(unlisted.variance) + 0.5),
    )


def _places(
    seen: Mapping[PlaceKey, SeenAt], parts: Mapping[PlaceKey, Parts], ranges: _Ranges
) -> dict[PlaceKey, PlaceStillHere]:
    keys = {key for key in seen if "/" not in key} | set(parts)
    return {
        key: PlaceStillHere(
            key, seen.get(key, NOBODY).seen(), *ranges.of(parts.get(key, Parts()))
        )
        for key in sorted(keys)
    }


def _whole(seen: Mapping[PlaceKey, SeenAt]) -> SeenAt:
    return added(at for key, at in seen.items() if "/" not in key)


def _on_lists(on: Mapping[int, int]) -> dict[str, int]:
    """How many of the people seen each list knew, and how many none did."""
    told = {
        name: sum(people for bits, people in on.items() if bits & bit)
        for name, bit in LISTS.items()
    }
    return {**told, "none": on.get(VISITS, 0)}


def _weighed(picture: Picture) -> tuple[ReportId, ...]:
    behind = (picture.count("listed").cites, picture.count("calls").cites)
    return tuple(sorted({report for part in behind for report in part}))


def _nothing_known(
    picture: Picture,
    believed: Belief,
    seen: Mapping[PlaceKey, SeenAt],
    on: Mapping[int, int],
) -> StillHere:
    return StillHere(
        picture=believed.picture,
        rules=believed.rules,
        seen=_whole(seen).seen(),
        left=None,
        by_name=None,
        no_list=None,
        places=MappingProxyType({}),
        lists=MappingProxyType(_on_lists(on)),
        estimate=None,
        assumptions=(Assumption("nothing_known"), Assumption("no_stop")),
        cites=_weighed(picture),
    )
