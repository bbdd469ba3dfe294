"""How far a place is known, in words; "visited" says nothing of who may still be there."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from stillhere.desk.naming import place_names
from stillhere.ledger import PlaceEntry, Visited
from stillhere.places import Gazetteer

_WRITTEN = 4

VISITED: Mapping[Visited, Promise] = {
    Visited.NOT_VISITED: _("not visited"),
    Visited.PASSED: _("passed by"),
    Visited.VISITED: _("visited"),
}
"""In the order in which places are listed."""


def names_of(gazetteer: Gazetteer, place: PlaceEntry) -> str:
    """All names of a settlement; as reports write it where no table knows it."""
    if place.key in gazetteer or not place.names:
        return place_names(gazetteer, place.settlement)
    return " · ".join(place.names[:_WRITTEN])
