"""All names of a settlement side by side; the reader's language decides the order."""

from stillhere.ledger import PlaceKey
from stillhere.places import Gazetteer
from stillhere.places.place import Place, PlaceId
from stillhere.vocabulary import Language

_NAMES = 5
"""One for each of the four languages, and the first other name."""


def side_by_side(gazetteer: Gazetteer, key: PlaceKey, language: Language) -> str:
    """Every name of a settlement, the reader's first; its key where it has none."""
    if key not in gazetteer:
        return key.removeprefix("~")
    return all_names(gazetteer[PlaceId(key)], language)


def all_names(place: Place, language: Language) -> str:
    """Every name of a place, the reader's first."""
    return " · ".join(dict.fromkeys((place.name(language), *place.names[:_NAMES])))
