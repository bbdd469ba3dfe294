"""When night falls on the places of an operation."""

from stillhere.places import PlaceId
from stillhere.plan.atlas import Atlas
from stillhere.plan.clearances.daylight import nightfall_s
from stillhere.plan.clearances.moments import Moment
from stillhere.plan.rules import PlanRules

_HOUR_S = 3600
_DEGREES_PER_HOUR = 15


def night_of(now: Moment, atlas: Atlas, rules: PlanRules) -> int:
    """Seconds from midnight to when clearances of a day run out.

    Sunset at the settlement with most dwellings that has a position, by the clock of
    `now` (by the sun's where it states no offset); the hour of the rules where no
    settlement has one, or the sun does not set.
    """
    stated = rules.number("roads", "nightfall_s")
    place = _middle(atlas)
    if place is None or not now.day:
        return stated
    lat, lon = place
    offset = now.offset_s
    if offset is None:
        offset = round(lon / _DEGREES_PER_HOUR) * _HOUR_S
    sunset = nightfall_s(now.day, lat, lon, offset)
    if sunset is None:
        return stated
    return max(0, sunset - rules.number("roads", "before_sunset_s"))


def _middle(atlas: Atlas) -> tuple[float, float] | None:
    counts = [int((atlas.settlement == n).sum()) for n in range(len(atlas.settlements))]
    known = [
        (count, key)
        for count, key in zip(counts, atlas.settlements, strict=True)
        if key in atlas.gazetteer
    ]
    if not known:
        return None
    most = max(known, key=lambda one: (one[0], one[1]))[1]
    place = atlas.gazetteer[PlaceId(most)]
    return place.lat, place.lon
