"""Follow-up visits as stops for whoever orders the day's doors."""

from collections.abc import Sequence
from typing import NamedTuple

from stillhere.ledger import PlaceKey
from stillhere.plan.atlas import Atlas
from stillhere.plan.following.moments import Clock
from stillhere.plan.following.visits import FollowUp
from stillhere.plan.following.what_for import FollowReason


class DueStop(NamedTuple):
    """A dwelling to go to again by a time.

    Attributes:
        number: Of the dwelling in the atlas.
        key: Of the dwelling.
        due_s: Seconds from `now` to the due time; 0 or less for one that is overdue and
            comes before any new door.
        people: Found there.
        why: What for.
    """

    number: int
    key: PlaceKey
    due_s: int
    people: int
    why: FollowReason


def due_stops(
    follow_ups: Sequence[FollowUp], atlas: Atlas, now: str, within_s: int
) -> tuple[DueStop, ...]:
    """The follow-up visits of a day, in the order they are due.

    Args:
        follow_ups: As `follow_ups` gives them.
        atlas: Only dwellings of it can be stops; a building named without a flat is left
            to a person.
        now: ISO time from which seconds count: the beginning of the day.
        within_s: Those due up to so many seconds later.
    """
    clock = Clock(now)
    found = []
    for one in follow_ups:
        number = atlas.index.get(one.key)
        due = clock.at(one.due)
        if number is None or due is None:
            continue
        due_s = int((due - clock.now).total_seconds())
        if due_s <= within_s:
            found.append(DueStop(number, one.key, due_s, one.people, one.why))
    return tuple(sorted(found, key=lambda stop: (stop.due_s, stop.key)))
