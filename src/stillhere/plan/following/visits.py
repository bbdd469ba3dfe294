"""Follow-up visits: who was found is seen again in time, those overdue before new doors.

Computed anew from reports; times are counted when the list is read and never stored.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from stillhere.ledger import Picture, PlaceKey
from stillhere.plan.atlas import Atlas
from stillhere.plan.following.found import Found, found_by_door
from stillhere.plan.following.moments import Clock
from stillhere.plan.following.needs import (
    Given,
    Need,
    given,
    left_empty,
    open_needs,
    reports_of,
)
from stillhere.plan.following.what_for import SUPPLIES, FollowReason, WhatFor
from stillhere.plan.rules import PlanRules

_HOUR = dt.timedelta(hours=1)


class FollowUp(NamedTuple):
    """One dwelling (or a settlement, where no door is known) to go to again.

    Attributes:
        key: Of the dwelling or settlement.
        due: ISO time by which somebody should be there.
        overdue: That time is over: it comes before any new door.
        since: ISO time of the latest help; of the find or the need where there was
            none; None where no report says when.
        people: Found there, named or not.
        why: What for, as a sentence that can be spoken.
    """

    key: PlaceKey
    due: str
    overdue: bool
    since: str | None
    people: int
    why: FollowReason


@dataclass(slots=True)
class _Door:
    """Everything known of one place to go to again."""

    people: Sequence[Found] = ()
    needs: Sequence[Need] = ()
    given: Sequence[Given] = ()
    dues: dict[WhatFor, dt.datetime] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """People found by name, else most of those met without."""
        return len(self.people) or max((visit.met for visit in self.given), default=0)


def follow_ups(
    picture: Picture, atlas: Atlas, rules: PlanRules, now: str
) -> tuple[FollowUp, ...]:
    """Everybody who was found and has to be seen again, and where something is needed.

    Args:
        picture: Statuses, needs and visits.
        atlas: Where doors are, for people whose report names an address.
        rules: Hours, section ``follow_up``.
        now: ISO time at which the list is read.

    Returns:
        By due time, so that those overdue come first; ties by key. What was given on the
        spot begins the time of that supply anew, a visit that met somebody the time of
        everything else. A find or need without a date is due at once. Who left, arrived
        or is in care is not in it, nor is a door that was found empty later.
    """
    clock = Clock(now)
    found = []
    for key, door in sorted(_doors(picture, atlas).items()):
        door.dues.update(_dues(door, rules, clock))
        if door.dues:
            found.append((min(door.dues.values()), _follow_up(key, door, clock)))
    found.sort(key=lambda one: (one[0], one[1].key))
    return tuple(follow_up for _, follow_up in found)


def days_without_help(follow_up: FollowUp, now: str) -> int | None:
    """Whole days since the latest help; None where no report says when that was."""
    clock = Clock(now)
    since = clock.at(follow_up.since)
    return None if since is None else clock.days_since(since)


def _doors(picture: Picture, atlas: Atlas) -> dict[PlaceKey, _Door]:
    people, needs = found_by_door(picture, atlas), open_needs(picture)
    visits, empty = given(picture), left_empty(picture)
    met = {key for key, several in visits.items() if any(one.met for one in several)}
    met -= {key for key in met if "/" not in key or _somebody_known(picture, key)}
    return {
        key: _Door(people.get(key, ()), needs.get(key, ()), visits.get(key, ()))
        for key in {*people, *needs, *met}
        if not _left(people.get(key, ()), visits.get(key, ()), empty.get(key))
    }


def _somebody_known(picture: Picture, key: PlaceKey) -> bool:
    """Whether who was met at a door is a person with a name, wherever they are now."""
    visits = picture.places[key].visits
    return any(
        v.report in picture.referents or v.report in picture.entries for v in visits
    )


def _left(people: Sequence[Found], visits: Sequence[Given], empty: str | None) -> bool:
    """Whether a door was entered and found empty after anybody was last met there."""
    dates = [*(p.since for p in people), *(v.date for v in visits if v.met)]
    return empty is not None and all((date or "") < empty for date in dates)


def _dues(
    door: _Door, rules: PlanRules, clock: Clock
) -> Iterator[tuple[WhatFor, dt.datetime]]:
    """When each purpose is due."""
    begins: dict[WhatFor, list[tuple[str | None, str]]] = {}
    for person in door.people or _nameless(door):
        for purpose in person.purposes:
            begins.setdefault(purpose, []).append((person.since, ""))
    for need in door.needs:
        for purpose in need.purposes:
            begins.setdefault(purpose, []).append((need.since, need.hours))
    for purpose in sorted(begins):
        helped = max(_helped(purpose, door.given, clock), default=None)
        dues = [_due(purpose, one, helped, rules, clock) for one in begins[purpose]]
        yield purpose, min(dues)


def _nameless(door: _Door) -> Iterator[Found]:
    """One party met without a name, who wait for a seat as everybody found does."""
    dates = [visit.date for visit in door.given if visit.met and visit.date]
    if any(visit.met for visit in door.given):
        yield Found(frozenset({WhatFor.SEAT}), max(dates, default=None), ())


def _helped(
    purpose: WhatFor, visits: Sequence[Given], clock: Clock
) -> Iterator[dt.datetime]:
    """Moments at which a purpose was served."""
    for visit in visits:
        moment = clock.at(visit.date)
        served = purpose in visit.supplies if purpose in SUPPLIES else visit.met > 0
        if served and moment is not None:
            yield moment


def _due(
    purpose: WhatFor,
    begin: tuple[str | None, str],
    helped: dt.datetime | None,
    rules: PlanRules,
    clock: Clock,
) -> dt.datetime:
    since, urgency = begin
    began = clock.at(since)
    if helped is not None and (began is None or began <= helped):
        return helped + rules.number("follow_up", f"{purpose.value}_h") * _HOUR
    if began is None:
        return clock.now
    hours = urgency or f"{purpose.value}_h"
    return began + rules.number("follow_up", hours) * _HOUR


def _follow_up(key: PlaceKey, door: _Door, clock: Clock) -> FollowUp:
    due = min(door.dues.values())
    purposes = tuple(sorted(door.dues, key=lambda what: (door.dues[what], what)))
    cites = {report for person in door.people for report in person.cites}
    cites |= reports_of(door.needs) | reports_of(door.given)
    return FollowUp(
        key=key,
        due=clock.written(due),
        overdue=due <= clock.now,
        since=_since(door, clock),
        people=door.count,
        why=FollowReason(door.count, purposes, tuple(sorted(cites))),
    )


def _since(door: _Door, clock: Clock) -> str | None:
    """The latest help; else the earliest find or need."""
    helped = filter(None, (clock.at(visit.date) for visit in door.given))
    latest = max(helped, default=None)
    if latest is None:
        begun = (*(p.since for p in door.people), *(n.since for n in door.needs))
        latest = min(filter(None, map(clock.at, begun)), default=None)
    return None if latest is None else clock.written(latest)
