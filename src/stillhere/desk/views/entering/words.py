"""A door in the reader's words."""

from django.utils.translation import gettext as _

from stillhere.desk.entering.doors import address_of, flat_of
from stillhere.desk.naming import place_names
from stillhere.desk.operation.live import Operation
from stillhere.desk.saying import language
from stillhere.ledger import PlaceKey


def door_words(key: PlaceKey, operation: Operation) -> str:
    """A place in one line: its address where one is known, then its settlement."""
    names = place_names(operation.gazetteer, PlaceKey(key.partition("/")[0]))
    address = address_words(key, operation)
    return f"{address}, {names}" if address else names


def address_words(key: PlaceKey, operation: Operation) -> str:
    """Street, house and flat; the key's own words where no building is known."""
    if "/" not in key:
        return ""
    table = operation.world.buildings
    address = address_of(key, table, language())
    flat = flat_of(key, table)
    if not address:
        return key.partition("/")[2].replace("|", " ")
    if not flat:
        return address
    return _("{address}, flat {flat}").format(address=address, flat=flat)
