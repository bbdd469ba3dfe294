"""Dwellings by the people expected there, and a picture of one settlement."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from stillhere.desk.access import Act, asks
from stillhere.desk.believed import atlas_of, belief_of
from stillhere.desk.naming import place_names
from stillhere.desk.operation.current import the_operation
from stillhere.desk.operation.live import Operation
from stillhere.desk.planning.working import the_workshop
from stillhere.desk.searching.dots import Mask, dots_of
from stillhere.desk.views.entering.words import address_words
from stillhere.desk.views.pages import page_of
from stillhere.desk.views.searching.shown import thousandths
from stillhere.ledger import Picture, PlaceKey, Visited
from stillhere.plan import Atlas, Belief, Clearances, Door
from stillhere.plan.believing.ranked import by_expected
from stillhere.plan.reasons import Reason, reason


@dataclass(frozen=True, slots=True)
class DoorLine:
    """One dwelling of the list.

    Attributes:
        door: What is believed of it.
        address: Street, house and flat in the reader's language.
        names: Of its settlement, side by side.
        left: People expected there, thousandths.
        why: One sentence.
        marks: What stands in the way, in words; empty for nothing.
    """

    door: Door
    address: str
    names: str
    left: int
    why: Reason
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A settlement the list can be narrowed to."""

    key: PlaceKey
    names: str
    here: bool


@dataclass(frozen=True, slots=True)
class Closed:
    """Where no team may go today.

    Attributes:
        atlas: The dwellings.
        cleared: What is open at this minute.
        doors: Per dwelling, whether a car may go there.
    """

    atlas: Atlas
    cleared: Clearances
    doors: Mask

    def words(self, key: PlaceKey) -> str:
        """Why nobody may go to a door today; empty where somebody may."""
        if not self.cleared.allows(PlaceKey(key.partition("/")[0])):
            return _("closed today: no clearance for cars")
        number = self.atlas.index.get(key)
        if number is None or self.doors[number]:
            return ""
        return _("closed today: hazardous area")


@asks(Act.SEE)
def dwellings(request: HttpRequest) -> HttpResponse:
    """Every dwelling with people expected, most first; of one settlement where asked."""
    operation = the_operation()
    picture = operation.picture
    believed = belief_of(operation, picture)
    asked = PlaceKey(request.GET.get("settlement", ""))
    wanted = asked if asked in believed.places else None
    page = page_of(request, by_expected(believed.doors, wanted))
    closed = closed_today(operation)
    drawn = wanted or _fullest(believed)
    context: dict[str, Any] = {
        "page": page,
        "lines": [
            _line(operation, picture, believed, closed, door) for door in page.items
        ],
        "choices": list(_choices(operation, believed, wanted)),
        "wanted": wanted,
        "shown": place_names(operation.gazetteer, wanted) if wanted else "",
        "drawn": place_names(operation.gazetteer, drawn) if drawn else "",
        "dots": dots_of(believed.doors, drawn, closed.doors) if drawn else None,
    }
    context |= _sums(believed, wanted)
    return render(request, "desk/dwellings.html", context)


def closed_today(operation: Operation) -> Closed:
    """Where no team may go at this minute."""
    atlas, cleared = atlas_of(operation), the_workshop().cleared(operation)
    return Closed(atlas, cleared, cleared.doors(atlas))


def _sums(believed: Belief, wanted: PlaceKey | None) -> dict[str, int]:
    """People expected, and those of them whose door nobody knows; thousandths."""
    places = believed.places
    kept = [places[wanted]] if wanted is not None else list(places.values())
    return {
        "expected": thousandths(sum(place.expected for place in kept)),
        "unplaced": thousandths(sum(place.unplaced for place in kept)),
    }


def _fullest(believed: Belief) -> PlaceKey | None:
    """The settlement with doors where most people are expected."""
    places = [place for place in believed.places.values() if place.doors]
    most = max(places, key=lambda place: place.expected, default=None)
    return most.key if most is not None else None


def _choices(
    operation: Operation, believed: Belief, wanted: PlaceKey | None
) -> Iterator[Choice]:
    places = [place for place in believed.places.values() if place.doors]
    for place in sorted(places, key=lambda one: (-one.expected, one.key)):
        names = place_names(operation.gazetteer, place.key)
        yield Choice(place.key, names, place.key == wanted)


def _line(
    operation: Operation,
    picture: Picture,
    believed: Belief,
    closed: Closed,
    door: Door,
) -> DoorLine:
    settlement = PlaceKey(door.key.partition("/")[0])
    marks = (_visited(picture, settlement), closed.words(door.key))
    return DoorLine(
        door=door,
        address=address_words(door.key, operation),
        names=place_names(operation.gazetteer, settlement),
        left=thousandths(door.expected),
        why=reason(door.key, picture, believed),
        marks=_kept(marks),
    )


def _kept(marks: Sequence[str]) -> tuple[str, ...]:
    return tuple(mark for mark in marks if mark)


def _visited(picture: Picture, settlement: PlaceKey) -> str:
    """That nobody visited a settlement yet; empty where somebody did."""
    place = picture.places.get(settlement)
    known = place.visited if place is not None else Visited.NOT_VISITED
    if known is Visited.NOT_VISITED:
        return _("place not visited")
    return _("place only passed by") if known is Visited.PASSED else ""
