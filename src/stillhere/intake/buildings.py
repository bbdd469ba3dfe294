"""An index over the table of buildings: an address in any script finds its building.

The table is part of the rules and hashed with them; it is no report.
"""

from stillhere.intake.world import Building, BuildingTable
from stillhere.places import Gazetteer, fold_street, read_address


class Buildings:
    """Buildings by code and by address. Immutable once made."""

    def __init__(self, table: BuildingTable, gazetteer: Gazetteer) -> None:
        """Index the addresses; `gazetteer` resolves the settlements of the table."""
        self.table = table
        self._settlements = {
            text: gazetteer.resolve(text) or text
            for text in {building.settlement for building in table}
        }
        self._by_address: dict[tuple[str, str, str], str | None] = {}
        for building in table:
            for language, text in building.addresses.items():
                self._enter(building, text, language.value)

    def _enter(self, building: Building, text: str, language: str) -> None:
        address = read_address(text, language)
        street = fold_street(address.street, language)
        if not (street or address.house):
            return
        key = (self.settlement(building), street, address.house)
        if self._by_address.setdefault(key, building.code) != building.code:
            self._by_address[key] = None

    def settlement(self, building: Building) -> str:
        """Identifier of its settlement in the gazetteer, else the text of the table."""
        return self._settlements[building.settlement]

    def named(self, code: str) -> Building | None:
        """The building of a code, or None."""
        return self.table.by_code.get(code)

    def find(self, settlement: str, street: str, house: str) -> Building | None:
        """The one building of an address.

        Args:
            settlement: As `settlement` gives it.
            street: What `places.fold_street` gave.
            house: House number of `places.read_address`.

        Returns:
            None where no building, or more than one, has this address.
        """
        found = self._by_address.get((settlement, street, house))
        return None if found is None else self.table[found]
