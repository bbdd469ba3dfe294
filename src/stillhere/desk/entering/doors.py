"""Buildings offered while an address is typed, and a door said in words."""

from collections.abc import Container, Iterator
from typing import NamedTuple

from stillhere.intake import BuildingTable
from stillhere.intake.world import Building
from stillhere.ledger import PlaceKey
from stillhere.places import Gazetteer
from stillhere.vocabulary import Language


class Offered(NamedTuple):
    """One address, with the text its settlement is told apart by."""

    address: str
    settlement: str


def offered(
    table: BuildingTable, typed: str, settlement: str = "", limit: int = 8
) -> list[Offered]:
    """Addresses all typed words occur in, those that begin like it first.

    Args:
        table: Of the operation.
        typed: A part of an address, in any of its languages.
        settlement: As the table writes it; only addresses there, where it is given.
        limit: At most so many; none for fewer than two characters.
    """
    words = typed.casefold().split()
    if len("".join(words)) < len("ab"):
        return []
    found = [
        one
        for folded, one in _addresses(table)
        if all(word in folded for word in words) and settlement in {"", one.settlement}
    ]
    found.sort(key=lambda one: (not one.address.casefold().startswith(words[0]), one))
    return found[:limit]


_Folded = tuple[tuple[str, Offered], ...]
_LAID_OUT: list[tuple[BuildingTable, _Folded]] = []
"""The table asked last with its addresses: a process has one operation."""


def _addresses(table: BuildingTable) -> _Folded:
    """Every address in every language, folded for comparing."""
    if not _LAID_OUT or _LAID_OUT[0][0] is not table:
        _LAID_OUT[:] = [(table, tuple(_folded(table)))]
    return _LAID_OUT[0][1]


def _folded(table: BuildingTable) -> Iterator[tuple[str, Offered]]:
    for building in table:
        for address in dict.fromkeys(building.addresses.values()):
            yield address.casefold(), Offered(address, building.settlement)


def door_fields(key: PlaceKey, table: BuildingTable) -> dict[str, str]:
    """Settlement, building and flat of a dwelling key, as an entry states them."""
    settlement, _, rest = key.partition("/")
    code, _, flat = rest.partition("/")
    building = _building(table, code)
    found = {"settlement": settlement, "building": building.code if building else code}
    return {**found, "flat": flat} if flat else found


def address_of(key: PlaceKey, table: BuildingTable, language: Language) -> str:
    """The address of a dwelling in a language, else in any; empty where none is known.

    The flat is not part of it: see `flat_of`.
    """
    building = _building(table, key.partition("/")[2].partition("/")[0])
    if building is None or not building.addresses:
        return ""
    written = dict(building.addresses)
    return written.get(language) or next(iter(written.values()))


def flat_of(key: PlaceKey, table: BuildingTable) -> str:
    """The number of a flat; empty for a house of one dwelling."""
    code, _, flat = key.partition("/")[2].partition("/")
    building = _building(table, code)
    return flat if building is not None and building.flats > 1 else ""


def _building(table: BuildingTable, code: str) -> Building | None:
    return table.by_code.get(code)


def places_offered(
    gazetteer: Gazetteer, language: Language, known: Container[str]
) -> Iterator[tuple[str, str]]:
    """For every settlement a text that means it alone, and all its names.

    Of loaded tables, which may hold a whole country, only what is known of already: the
    others are read all the same when they are typed.
    """
    for place in gazetteer:
        if place.id in gazetteer.loaded and place.id not in known:
            continue
        name = place.name(language.value)
        text = name if gazetteer.resolve(name) == place.id else place.id
        yield text, " · ".join(dict.fromkeys((name, *place.names)))
