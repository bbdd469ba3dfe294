"""Places: their names in every script, addresses, and distances.

In: a place or an address as written in a list, coordinates in degrees. Out: the place
of the gazetteer, the parts of the address, kilometres. Promise: pure; every name of a
place side by side, none first for ever; no claim whose land a place is; a name that
fits two places resolves to none.
"""

from stillhere.places.address import Address, address_key, fold_street, read_address
from stillhere.places.gazetteer import Gazetteer, PlaceMatch, read_table
from stillhere.places.geometry import LocalPlane, distance_km
from stillhere.places.keys import place_key
from stillhere.places.near_keys import NearKeys, slips_allowed
from stillhere.places.place import Area, Place, PlaceId
from stillhere.places.reading import READING_VERSION, PlaceReading, ReadAs
from stillhere.places.resolving import text_keys

__all__ = [
    "READING_VERSION",
    "Address",
    "Area",
    "Gazetteer",
    "LocalPlane",
    "NearKeys",
    "Place",
    "PlaceId",
    "PlaceMatch",
    "PlaceReading",
    "ReadAs",
    "address_key",
    "distance_km",
    "fold_street",
    "place_key",
    "read_address",
    "read_table",
    "slips_allowed",
    "text_keys",
]
