"""Streets of settlements: every name of a street leads to one folded name."""

from collections.abc import Iterable, Mapping
from typing import Final

from stillhere.places.address import fold_street, read_address
from stillhere.places.place import PlaceId

_SOME_HOUSE: Final = ", 1"


def street_key(name: str, language: str | None = None) -> str:
    """The folded name of a street written with or without its word for street."""
    street = read_address(name + _SOME_HOUSE, language).street
    return fold_street(street or name, language)


def street_names(
    streets: Iterable[tuple[PlaceId, Iterable[str]]],
) -> dict[tuple[PlaceId, str], str]:
    """Settlement and folded name to the one folded name of that street.

    The one is the smallest of its folded names. A name that two streets of a settlement
    have leads to itself; names that lead to themselves anyway are left out.
    """
    found: dict[tuple[PlaceId, str], set[str]] = {}
    for settlement, names in streets:
        keys = {key for key in map(street_key, names) if key}
        for key in keys if len(keys) > 1 else ():
            found.setdefault((settlement, key), set()).add(min(keys))
    return {
        at: min(ones)
        for at, ones in sorted(found.items())
        if len(ones) == 1 and min(ones) != at[1]
    }


Named = Mapping[tuple[PlaceId, str], str]
