"""What comes before the index on one day: visits that are due, settlements owed one.

A search that a person has ended takes no door any more; visits to people who were found
go on there all the same.
"""

from datetime import date
from typing import NamedTuple

from stillhere.ledger import Picture, PlaceKey
from stillhere.ledger.places import Visited
from stillhere.plan.atlas import Atlas
from stillhere.plan.following import DueStop, due_stops, follow_ups
from stillhere.plan.rules import PlanRules
from stillhere.plan.searched import ended_doors

_DAY = 10


class Duties(NamedTuple):
    """What a day has to begin with.

    Attributes:
        due: Follow-up visits of the day; from its due time on, each outranks every door.
        owed: Settlements nobody has visited although the day for it has come.
        ended: Doors where a person has ended the search, with reasons.
    """

    due: tuple[DueStop, ...] = ()
    owed: tuple[PlaceKey, ...] = ()
    ended: frozenset[PlaceKey] = frozenset()


NO_DUTIES = Duties()


def duties(
    picture: Picture, atlas: Atlas, rules: PlanRules, now: str, hour_0: str | None
) -> Duties:
    """The duties of a day.

    Args:
        picture: What is known.
        atlas: The dwellings.
        rules: Section ``time``: by which day every settlement is visited.
        now: ISO time at which the day begins.
        hour_0: ISO time at which the search began; None, or what names no day, where
            nobody has said: no settlement is owed a visit then.
    """
    within_s = rules.number("time", "day_s")
    visits = follow_ups(picture, atlas, rules, now)
    return Duties(
        due=due_stops(visits, atlas, now, within_s),
        owed=owed(picture, atlas, rules, now, hour_0),
        ended=ended_doors(picture, atlas),
    )


def owed(
    picture: Picture, atlas: Atlas, rules: PlanRules, now: str, hour_0: str | None
) -> tuple[PlaceKey, ...]:
    """Settlements that are owed a visit today, sorted; none before the last day for it."""
    begun = _day(hour_0)
    if begun is None:
        return ()
    days = date.fromisoformat(now[:_DAY]) - begun
    if days.days < rules.number("time", "settlement_by_day") - 1:
        return ()
    return tuple(key for key in atlas.settlements if not _visited(picture, key))


def _visited(picture: Picture, key: PlaceKey) -> bool:
    """Whether somebody knocked in a settlement, or called through all of it."""
    place = picture.places.get(key)
    if place is None:
        return False
    return place.dwellings_visited > 0 or place.visited is Visited.VISITED


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat((text or "")[:_DAY])
    except ValueError:
        return None
