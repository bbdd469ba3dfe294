"""Where the nearest help is: the health post that is said to be working.

A hospital is a health post of the settlement it is in: what is known of it is a report on
that service, with its source and date. A settlement without a clearance is none to send
anybody to, so only those are looked at that may be.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from stillhere.ledger import Picture, PlaceKey, ServiceNote
from stillhere.plan.atlas import Atlas
from stillhere.plan.rules import PlanRules
from stillhere.plan.travel import TravelLaw
from stillhere.reports import ReportId
from stillhere.vocabulary import ENGLISH, Voice, worded
from stillhere.vocabulary.places import Service, ServiceState

_NONE = worded(
    "No health post is known to be working where teams may go. Ask the desk before you "
    "set off."
)
_WORKING = worded(
    "Nearest health post, said to be working: {place}, about {minutes} minutes away. "
    "Call the desk before you go there."
)
_PARTLY = worded(
    "Nearest health post, said to work in part: {place}, about {minutes} minutes away. "
    "Call the desk before you go there."
)
_HELPS = frozenset({ServiceState.WORKING, ServiceState.PARTLY})


@dataclass(frozen=True, slots=True)
class HealthPost:
    """A health post and how far it is.

    Attributes:
        place: Settlement it is in.
        partly: Whether it is said to work in part only.
        travel_s: Seconds to it by the travel law.
        report: The latest word on it.
    """

    place: PlaceKey
    partly: bool
    travel_s: int
    report: ReportId


def nearest_health_post(
    picture: Picture,
    atlas: Atlas,
    doors: tuple[PlaceKey, ...],
    open_to: Callable[[PlaceKey], bool],
    rules: PlanRules,
) -> HealthPost | None:
    """The health post nearest to the middle of some doors.

    Args:
        picture: Of a settlement the latest word on its health post counts (by date, then
            report); one that is out or not known of is left out.
        atlas: Where doors and settlements are; a settlement without a building has no
            place on the plane and is left out.
        doors: Those of a sheet; their own settlements are always looked at.
        open_to: Whether a team may be sent to another settlement.
        rules: Of travel.

    Returns:
        The quickest to reach, ties by key; None where none is known.
    """
    inside = [atlas.index[door] for door in doors if door in atlas.index]
    if not inside:
        return None
    own = {atlas.settlements[atlas.settlement[n]] for n in inside}
    here = tuple(int(at[inside].sum()) // len(inside) for at in (atlas.x_m, atlas.y_m))
    law = TravelLaw.of(rules)
    found = [
        _post(note, place, _travel_s(law, atlas, n, here, inside=place in own))
        for n, place in enumerate(atlas.settlements)
        if (place in own or open_to(place))
        and (note := _latest(picture, place)) is not None
        and note.state in _HELPS
    ]
    return min(found, key=lambda post: (post.travel_s, post.place), default=None)


def help_said(post: HealthPost | None, place: str, voice: Voice = ENGLISH) -> str:
    """Where the nearest help is, in one line; that none is known, where it is so.

    Args:
        post: The nearest; None for none.
        place: All names of its settlement.
        voice: Of the reader.
    """
    if post is None:
        return voice.text(_NONE)
    minutes = voice.number(-(-post.travel_s // 60))
    said = voice.text(_PARTLY if post.partly else _WORKING)
    return said.format(place=place, minutes=minutes)


def _latest(picture: Picture, place: PlaceKey) -> ServiceNote | None:
    known = picture.places.get(place)
    notes = known.services if known is not None else ()
    posts = (note for note in notes if note.service is Service.HEALTH_POST)
    return max(posts, key=lambda note: (note.date or "", note.report), default=None)


def _post(note: ServiceNote, place: PlaceKey, travel_s: int) -> HealthPost:
    partly = note.state is ServiceState.PARTLY
    return HealthPost(place, partly, travel_s, note.report)


def _travel_s(
    law: TravelLaw, atlas: Atlas, number: int, here: tuple[int, ...], *, inside: bool
) -> int:
    x_m, y_m = atlas.centres[number] - np.array(here, dtype=np.int64)
    way = law.inside_s if inside else law.between_s
    return int(way(x_m[None], y_m[None])[0])
