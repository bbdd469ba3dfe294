"""Keys of settlements and dwellings: the same place, however it is written, has one.

A settlement is its identifier in the gazetteer, else as the table of buildings writes it,
else ``~`` and its folded name. A dwelling is ``settlement/building/flat`` where the table
of buildings knows the address, else ``settlement/street|house/flat``; a building with
several flats named without one is ``settlement/building``.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple, NewType

from stillhere.intake.buildings import Buildings
from stillhere.intake.world import Building, BuildingTable
from stillhere.places import (
    Address,
    Gazetteer,
    PlaceId,
    ReadAs,
    fold_street,
    place_key,
    read_address,
)
from stillhere.reports.statements import WrittenPlace

PlaceKey = NewType("PlaceKey", str)
"""Stable text of a settlement or dwelling."""

UNKNOWN = PlaceKey("")
_NUMBER = re.compile(r"\d+\w?")


class Located(NamedTuple):
    """Keys of a written place; each empty where nothing was stated.

    `street` is the street alone, whether or not a house is stated with it.
    """

    settlement: PlaceKey
    dwelling: PlaceKey
    street: PlaceKey = UNKNOWN

    @property
    def key(self) -> PlaceKey:
        """The dwelling, else the settlement."""
        return self.dwelling or self.settlement


class PlaceReader:
    """Turns written places into keys. Pure; remembers what it has read."""

    def __init__(
        self, gazetteer: Gazetteer, buildings: Buildings | None = None
    ) -> None:
        self.gazetteer = gazetteer
        self._buildings = buildings or Buildings(BuildingTable(), gazetteer)
        self._addresses: dict[tuple[str, str | None], Address] = {}
        self._settlements: dict[tuple[str, str | None], PlaceKey] = {}
        self._several: set[PlaceKey] = set()

    @property
    def buildings(self) -> Buildings:
        """The index over the table of buildings it reads with."""
        return self._buildings

    def settlement(self, text: str, language: str | None = None) -> PlaceKey:
        """The key of a settlement text; empty for a text without a name in it."""
        if not text:
            return UNKNOWN
        known = self._settlements.get((text, language))
        if known is None:
            found = self.gazetteer.read(text, language)
            folded = place_key(text, language)
            unknown = f"~{folded}" if folded else ""
            tabled = self._buildings.unlisted.get(folded)
            known = PlaceKey(found.place or tabled or unknown)
            self._settlements[text, language] = known
            if found.how is ReadAs.SEVERAL:
                self._several.add(known)
        return known

    def _of(self, place: WrittenPlace, language: str | None) -> PlaceKey:
        """The settlement; of several of one name, by district of the address or position."""
        settlement = self.settlement(place.settlement, language)
        if settlement not in self._several or not (place.address or place.lat):
            return settlement
        found = self.gazetteer.read(place.settlement, language, place.address)
        near = found.place or self._near(found.candidates, place)
        return PlaceKey(near or settlement)

    def _near(self, candidates: Sequence[PlaceId], place: WrittenPlace) -> str | None:
        try:
            lat, lon = float(place.lat), float(place.lon)
        except ValueError:
            return None
        return self.gazetteer.one_near(candidates, lat, lon)

    def locate(self, place: WrittenPlace, language: str | None = None) -> Located:
        """The keys of a written place."""
        settlement = self._of(place, language)
        named = self._buildings.named(place.building)
        if named is not None:
            return self._inside(named, _number(place.flat))
        address = self._address(place, language)
        if not settlement and address.settlement:
            settlement = self.settlement(address.settlement, language)
        street = self.gazetteer.street(settlement, address.street)
        if street != address.street:
            address = replace(address, street=street)
        flat = _number(place.flat) or address.flat
        found = self._buildings.find(settlement, address.street, address.house)
        if found is not None:
            return self._inside(found, flat)
        door = "|".join(p for p in (address.street, address.house) if p)
        door = place.building or door
        if not settlement or not door:
            return Located(settlement, UNKNOWN)
        on = self._street(settlement, address.street)
        return Located(settlement, _joined(settlement, door, flat), on)

    def _street(self, settlement: str, street: str) -> PlaceKey:
        if not street:
            return UNKNOWN
        return PlaceKey(f"{settlement}/{self._buildings.street(settlement, street)}")

    def names_house(self, door: str) -> bool:
        """Whether the second part of a dwelling key is one house, not a whole street."""
        return "|" in door or self._buildings.named(door) is not None

    def _address(self, place: WrittenPlace, language: str | None) -> Address:
        """The address with its street folded; empty parts where none is written."""
        street = f"{place.street} {place.house}".strip()
        text = place.address or street
        known = self._addresses.get((text, language))
        if known is None:
            read = read_address(text, language)
            known = replace(read, street=fold_street(read.street, language))
            self._addresses[text, language] = known
        return known

    def _inside(self, building: Building, flat: str) -> Located:
        settlement = PlaceKey(self._buildings.settlement(building))
        door = flat or ("1" if building.flats == 1 else "")
        street = self._street(settlement, self._buildings.street_of(building.code))
        return Located(settlement, _joined(settlement, building.code, door), street)


def _number(flat: str) -> str:
    """The number of a flat, whatever word stands beside it; else the text."""
    found = _NUMBER.search(flat)
    return found.group().lower() if found else flat.lower()


def _joined(settlement: str, door: str, flat: str) -> PlaceKey:
    parts = [settlement, *(part.replace("/", "-") for part in (door, flat) if part)]
    return PlaceKey("/".join(parts))
