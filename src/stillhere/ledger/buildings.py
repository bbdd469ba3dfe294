"""The table of buildings of an operation: an address in any script finds its building.

A table, not a report: it is part of the rules and hashed with them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b

from stillhere.errors import StillHereError
from stillhere.ledger.canonical import canonical_bytes
from stillhere.places import Gazetteer, fold_street, read_address

ADDRESSES = ("address_hy", "address_az", "address_ru", "address_en")


@dataclass(frozen=True, slots=True)
class Building:
    """One building.

    Attributes:
        id: As the table names it.
        settlement: Identifier in the gazetteer, or the text of the table.
        addresses: In each script, as written.
        x_km, y_km: Local plane of the operation, as stated.
        flats: Number of dwellings in it, from 1.
    """

    id: str
    settlement: str
    addresses: tuple[str, ...]
    x_km: float
    y_km: float
    flats: int


class Buildings:
    """Buildings by id and by address. Immutable once made; empty where none are known."""

    def __init__(
        self, buildings: Iterable[Building], gazetteer: Gazetteer | None = None
    ) -> None:
        """Index the buildings; `gazetteer` resolves the settlements of the table."""
        places = Gazetteer(()) if gazetteer is None else gazetteer
        self.by_id = {b.id: b for b in sorted(buildings, key=lambda b: b.id)}
        self.settlement = {
            b.id: places.resolve(b.settlement) or b.settlement
            for b in self.by_id.values()
        }
        self._by_address: dict[tuple[str, str, str], str | None] = {}
        for building in self.by_id.values():
            for text in building.addresses:
                self._enter(building, text)
        parts = tuple(self.by_id.values())
        self.digest = blake2b(canonical_bytes(parts), digest_size=16).hexdigest()

    @classmethod
    def load(
        cls, rows: Iterable[Mapping[str, str]], gazetteer: Gazetteer | None = None
    ) -> "Buildings":
        """Make a table of the rows of ``buildings.csv``, by column names.

        Raises:
            StillHereError: A column is missing or holds no number where one must stand.
        """
        return cls((_building(row) for row in rows), gazetteer)

    def _enter(self, building: Building, text: str) -> None:
        address = read_address(text)
        street = fold_street(address.street)
        if not (street or address.house):
            return
        key = (self.settlement[building.id], street, address.house)
        known = self._by_address.setdefault(key, building.id)
        if known != building.id:
            self._by_address[key] = None

    def find(self, settlement: str, street: str, house: str) -> Building | None:
        """The one building of an address.

        Args:
            settlement: Identifier in the gazetteer, or the text of the table.
            street: What `places.fold_street` gave.
            house: House number of `places.read_address`.

        Returns:
            None where no building, or more than one, has this address.
        """
        found = self._by_address.get((settlement, street, house))
        return None if found is None else self.by_id[found]

    def __len__(self) -> int:
        return len(self.by_id)


def _building(row: Mapping[str, str]) -> Building:
    try:
        return Building(
            id=row["building"],
            settlement=row["settlement"],
            addresses=tuple(row[name] for name in ADDRESSES if row[name]),
            x_km=float(row["x_km"]),
            y_km=float(row["y_km"]),
            flats=int(row["flats"]),
        )
    except (KeyError, ValueError) as problem:
        number = row.get("building", "?")
        raise StillHereError("ledger/building-unreadable", building=number) from problem
