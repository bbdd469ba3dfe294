"""Everything a picture is built by beside the reports, under one digest."""

from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from hashlib import blake2b
from importlib.metadata import version

from stillhere.identity import WEIGHING_VERSION, IdentityRules
from stillhere.intake import BuildingTable, World
from stillhere.ledger import LedgerRules
from stillhere.ledger.canonical import canonical_bytes
from stillhere.names import FOLD_VERSION
from stillhere.places import READING_VERSION, Gazetteer

_LIBRARIES = ("anyascii", "rapidfuzz")
"""Libraries whose version may touch a value of the picture."""


_MILLION = 1_000_000


@dataclass(frozen=True, eq=False)
class Rules:
    """The rules of an operation; two nodes whose digests differ say so.

    Attributes:
        identity: Weights, thresholds, declared population and coverage.
        ledger: Precedence, who is dependent, the table of concern.
        gazetteer: Names of places.
        buildings: Table of buildings; empty where the operation has none.
    """

    identity: IdentityRules = field(default_factory=IdentityRules.shipped)
    ledger: LedgerRules = field(default_factory=LedgerRules)
    gazetteer: Gazetteer = field(default_factory=Gazetteer.demo)
    buildings: BuildingTable = field(default_factory=BuildingTable)

    @classmethod
    def shipped(
        cls,
        gazetteer: Gazetteer | None = None,
        buildings: BuildingTable | None = None,
        *,
        population: int | None = None,
        coverage: int | None = None,
    ) -> "Rules":
        """The rules of this version for one operation.

        Args:
            gazetteer: Its places; the dozen shipped ones where None.
            buildings: Its table of buildings.
            population: Declared number of people; the shipped figure where None.
            coverage: Millionths of them in the register; likewise.
        """
        return cls(
            identity=IdentityRules.shipped(population, coverage),
            gazetteer=Gazetteer.demo() if gazetteer is None else gazetteer,
            buildings=BuildingTable() if buildings is None else buildings,
        )

    @classmethod
    def of_world(cls, world: World) -> "Rules":
        """The rules of an operation, from its tables.

        Raises:
            StillHereError: Its rules of identity are none this version can read.
        """
        stated = world.operation.register_coverage
        coverage = None if stated is None else round(Decimal(stated) * _MILLION)
        population = world.operation.population
        return cls(
            identity=IdentityRules.from_toml(world.rules, population, coverage),
            gazetteer=world.gazetteer,
            buildings=world.buildings,
        )

    @cached_property
    def digest(self) -> str:
        """Hex digest over every part and the versions that touch a value."""
        parts = (
            self.identity.digest,
            self.ledger.digest,
            self.gazetteer.stated,
            _table_digest(self.buildings),
            FOLD_VERSION,
            WEIGHING_VERSION,
            READING_VERSION,
            tuple((name, version(name)) for name in _LIBRARIES),
        )
        return blake2b(canonical_bytes(parts), digest_size=16).hexdigest()


def _table_digest(table: BuildingTable) -> str:
    """Hex digest of a table of buildings, whatever the order of its rows."""
    rows = sorted(
        (b.code, b.settlement, sorted(b.addresses.items()), b.x_m, b.y_m, b.flats)
        for b in table
    )
    return blake2b(canonical_bytes(rows), digest_size=16).hexdigest()
