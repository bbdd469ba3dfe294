"""Areas in the reader's words: settlements, streets, buildings."""

from django.utils.translation import gettext as _

from stillhere.desk.believed import atlas_of
from stillhere.desk.naming import place_names
from stillhere.desk.operation.live import Operation
from stillhere.desk.saying import language
from stillhere.desk.views.entering.words import address_words
from stillhere.ledger import PlaceKey
from stillhere.plan.searched import street_names


def streets_of(operation: Operation, settlement: PlaceKey) -> dict[PlaceKey, str]:
    """Names of the streets of a settlement side by side, the reader's first."""
    wanted = language()
    found = {}
    for key, names in street_names(atlas_of(operation), settlement).items():
        first = [names[wanted]] if wanted in names else []
        found[key] = " · ".join(dict.fromkeys((*first, *names.values())))
    return found


def area_words(operation: Operation, key: PlaceKey) -> str:
    """One area in one line: its street or address where it has one, its settlement."""
    settlement = PlaceKey(key.partition("/")[0])
    names = place_names(operation.gazetteer, settlement)
    if key == settlement:
        return names
    inner = streets_of(operation, settlement).get(key) or address_words(key, operation)
    return _("{address}, {settlement}").format(address=inner, settlement=names)
