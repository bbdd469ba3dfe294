"""The names of a place, as tables have them or as reports write them."""

from stillhere.desk.naming import place_names
from stillhere.ledger import PlaceEntry
from stillhere.places import Gazetteer

_WRITTEN = 4


def names_of(gazetteer: Gazetteer, place: PlaceEntry) -> str:
    """All names of a settlement; as reports write it where no table knows it."""
    if place.key in gazetteer or not place.names:
        return place_names(gazetteer, place.settlement)
    return " · ".join(place.names[:_WRITTEN])
