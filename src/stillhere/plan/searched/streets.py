"""The written name of a street in each language, from the addresses of its buildings."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping

from stillhere.ledger import PlaceKey
from stillhere.plan.atlas import Atlas
from stillhere.vocabulary import Language

_HOUSE = re.compile(r"[\s,]*\S*\d\S*$")


def street_names(
    atlas: Atlas, settlement: PlaceKey
) -> dict[PlaceKey, Mapping[Language, str]]:
    """Streets of a settlement by key, each with its name as addresses write it.

    The address without the number at its end, as most buildings of the street have it;
    ties go to the first by code points. A street without any address is left out.
    """
    written: dict[PlaceKey, dict[Language, Counter[str]]] = defaultdict(dict)
    for building in atlas.buildings.table:
        street = atlas.buildings.street_of(building.code)
        if street and atlas.buildings.settlement(building) == settlement:
            names = written[PlaceKey(f"{settlement}/{street}")]
            for language, address in building.addresses.items():
                text = _HOUSE.sub("", address) or address
                names.setdefault(language, Counter())[text] += 1
    return {
        key: {language: _most(texts) for language, texts in sorted(names.items())}
        for key, names in sorted(written.items())
    }


def _most(texts: Counter[str]) -> str:
    return min(texts, key=lambda text: (-texts[text], text))
