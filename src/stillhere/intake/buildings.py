"""An index over the table of buildings: an address in any script finds its building.

The table is part of the rules and hashed with them; it is no report.
"""

from collections.abc import Mapping

from stillhere.intake.world import Building, BuildingTable
from stillhere.places import Gazetteer, fold_street, place_key, read_address

Door = tuple[str, str, str]
"""Settlement, folded street, house."""


class Buildings:
    """Buildings by code and by address. Immutable once made.

    Attributes:
        addresses: Settlement, folded street and house to the code of a building; None
            where several have this address.
        unlisted: Settlements that the gazetteer does not know, by their folded name.
    """

    def __init__(
        self,
        table: BuildingTable,
        gazetteer: Gazetteer,
        addresses: Mapping[Door, str | None] | None = None,
    ) -> None:
        """Index the addresses.

        Args:
            table: Buildings.
            gazetteer: Resolves the settlements of the table.
            addresses: `addresses` of an index over the same two, where it was kept.
        """
        self.table = table
        self._one_street = gazetteer.street
        self._settlements = {
            text: gazetteer.resolve(text) or text
            for text in {building.settlement for building in table}
        }
        self.unlisted = {
            place_key(text): text
            for text, key in sorted(self._settlements.items())
            if key == text and place_key(text)
        }
        self.addresses: dict[Door, str | None] = dict(addresses or {})
        for building in table if addresses is None else ():
            for language, text in building.addresses.items():
                self._enter(building, text, language.value)
        self._streets: dict[str, str] = {}
        for (_, street, _), code in self.addresses.items():
            if code is not None and street:
                self._streets[code] = min(street, self._streets.get(code, street))
        self._named: dict[tuple[str, str], str] = {}
        for (settlement, street, _), code in self.addresses.items():
            if code is not None and street:
                one = self._streets[code]
                self._named[settlement, street] = min(
                    one, self._named.get((settlement, street), one)
                )

    def _enter(self, building: Building, text: str, language: str) -> None:
        address = read_address(text, language)
        street = fold_street(address.street, language)
        street = self._one_street(self.settlement(building), street)
        if not (street or address.house):
            return
        key = (self.settlement(building), street, address.house)
        if self.addresses.setdefault(key, building.code) != building.code:
            self.addresses[key] = None

    def settlement(self, building: Building) -> str:
        """Identifier of its settlement in the gazetteer, else the text of the table."""
        return self._settlements[building.settlement]

    def named(self, code: str) -> Building | None:
        """The building of a code, or None."""
        return self.table.by_code.get(code)

    def street_of(self, code: str) -> str:
        """The folded street of a building, one for all languages; empty for none."""
        return self._streets.get(code, "")

    def street(self, settlement: str, street: str) -> str:
        """The one name of a folded street, whichever language it was written in.

        The name is that under which the table has the street; an unknown one is given
        back as it is.
        """
        return self._named.get((settlement, street), street)

    def find(self, settlement: str, street: str, house: str) -> Building | None:
        """The one building of an address.

        Args:
            settlement: As `settlement` gives it.
            street: What `places.fold_street` gave.
            house: House number of `places.read_address`.

        Returns:
            None where no building, or more than one, has this address.
        """
        found = self.addresses.get((settlement, street, house))
        return None if found is None else self.table[found]
