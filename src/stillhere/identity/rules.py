"""The frozen rule: integer weights, thresholds and term frequencies, with a digest.

Two nodes whose rules differ say so; nothing in `build` estimates any of this.
"""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from math import log2
from types import MappingProxyType

MILLION = 1_000_000
Table = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class IdentityRules:
    """Everything `build` and `update` weigh with.

    Attributes:
        weights: Section to name to integer, as in ``rules.toml``.
        given, family: Folded token to rarity in millibits.
        base: B, millibits: what a pair needs before it is as likely as not.
        digest: BLAKE2b-128 over all of the above, hex.
    """

    weights: Mapping[str, Table]
    given: Table
    family: Table
    base: int
    digest: str

    @classmethod
    def shipped(
        cls, population: int | None = None, coverage: int | None = None
    ) -> "IdentityRules":
        """The rules of this version for an operation.

        Args:
            population: Declared number of people; the shipped figure where None.
            coverage: Millionths of them in the register; likewise.
        """
        weights, given, family = _shipped_tables()
        shape = weights["population"]
        people = population or shape["people"]
        share = coverage or shape["coverage"]
        base = round(1000 * log2(max(people, 2) * MILLION / max(share, 1)))
        return cls(weights, given, family, base, _digest(weights, given, family, base))

    def __getitem__(self, section: str) -> Table:
        return self.weights[section]


@cache
def _shipped_tables() -> tuple[Mapping[str, Table], Table, Table]:
    room = files("stillhere.identity")
    stated = tomllib.loads((room / "rules.toml").read_text(encoding="utf-8"))
    weights = {
        name: MappingProxyType(table)
        for name, table in stated.items()
        if isinstance(table, dict)
    }
    weights["edition"] = MappingProxyType({"version": stated["version"]})
    given: dict[str, int] = {}
    family: dict[str, int] = {}
    table = (room / "frequencies.tsv").read_text(encoding="utf-8")
    for line in table.splitlines():
        if line and not line.startswith("#"):
            role, token, rarity = line.split("\t")
            (given if role == "given" else family)[token] = int(rarity)
    return (
        MappingProxyType(weights),
        MappingProxyType(given),
        MappingProxyType(family),
    )


def _digest(
    weights: Mapping[str, Table], given: Table, family: Table, base: int
) -> str:
    plain = [
        {name: dict(table) for name, table in weights.items()},
        dict(given),
        dict(family),
        base,
    ]
    text = json.dumps(plain, sort_keys=True, separators=(",", ":"))
    return blake2b(text.encode(), digest_size=16).hexdigest()
