"""How many are still there: the figure, its parts and places, and what it rests on."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stillhere.desk.access import Act, asks
from stillhere.desk.naming import place_names
from stillhere.desk.operation.current import the_operation
from stillhere.desk.remaining import remaining_of
from stillhere.desk.saying import voice
from stillhere.desk.views.lines import lines
from stillhere.desk.views.pages import page_of
from stillhere.ledger import PlaceKey
from stillhere.places import Gazetteer
from stillhere.plan.still_here import PlaceStillHere, StillHere, sentence

_LISTS = {
    "register": gettext_lazy("In a list of residents"),
    "service": gettext_lazy("On a service list"),
    "requests": gettext_lazy("Asked for in a tracing request"),
    "calls": gettext_lazy("They or their door told of in a call"),
    "none": gettext_lazy("On none of these"),
}


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """One place of the table.

    Attributes:
        key: Of the settlement; empty where no place is known.
        names: All of them side by side.
        told: Its numbers.
    """

    key: PlaceKey
    names: str
    told: PlaceStillHere


@asks(Act.SEE)
def remaining(request: HttpRequest) -> HttpResponse:
    """At least so many seen; so many to so many by the model; the assumptions beside."""
    operation = the_operation()
    picture = operation.picture
    figure = remaining_of(operation, picture)
    page = page_of(request, figure.seen.cites)
    context = {
        "figure": figure,
        "as_of": picture.as_of,
        "places": list(_places(figure, operation.gazetteer)),
        "lists": [(words, figure.lists[name]) for name, words in _LISTS.items()],
        "assumptions": [sentence(one, voice()) for one in figure.assumptions],
        "lines": lines(request, picture, page.items),
        "page": page,
    }
    return render(request, "desk/remaining.html", context)


def _places(figure: StillHere, gazetteer: Gazetteer) -> Iterator[PlaceLine]:
    """Places with the most people expected first."""
    ranked = sorted(figure.places.values(), key=lambda p: (-p.left.expected, p.key))
    for place in ranked:
        names = place_names(gazetteer, place.key) if place.key else _("Place not known")
        yield PlaceLine(place.key, names, place)
