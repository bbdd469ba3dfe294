"""The public table of the plan: rates, weights and times, frozen and hashed."""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from types import MappingProxyType

from stillhere.errors import StillHereError

MILLION = 1_000_000
Number = int | tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PlanRules:
    """Everything belief and plans are computed by.

    Attributes:
        tables: Section to name to integer (or integers), as in ``rules.toml``.
        digest: Hex digest over all of them.
    """

    tables: Mapping[str, Mapping[str, Number]]
    digest: str

    @classmethod
    def shipped(cls) -> "PlanRules":
        """The table that comes with this version; ``rules.toml`` names every source."""
        return _shipped()

    def changed(self, section: str, **numbers: int) -> "PlanRules":
        """The rules with other numbers, as a person sets them.

        Raises:
            StillHereError: There is no such section or number, or one is negative.
        """
        table = self.tables.get(section, {})
        for name, number in numbers.items():
            if not isinstance(table.get(name), int) or number < 0:
                raise StillHereError("plan/no-such-number", name=f"{section}.{name}")
        return _frozen({**self.tables, section: {**table, **numbers}})

    def number(self, section: str, name: str) -> int:
        """One integer; raises KeyError where there is none of this name."""
        value = self.tables[section][name]
        if not isinstance(value, int):
            raise KeyError(f"{section}.{name}")
        return value

    def row(self, section: str, name: str) -> tuple[int, ...]:
        """Several integers; raises KeyError where there are none of this name."""
        value = self.tables[section][name]
        if isinstance(value, int):
            raise KeyError(f"{section}.{name}")
        return value

    def share(self, section: str, name: str) -> float:
        """A number of millionths as a share of one."""
        return self.number(section, name) / MILLION


@cache
def _shipped() -> PlanRules:
    text = files("stillhere.plan").joinpath("rules.toml").read_text(encoding="utf-8")
    stated = tomllib.loads(text)
    tables: dict[str, Mapping[str, Number]] = {
        "edition": {"version": stated["version"]}
    }
    for section, table in stated.items():
        if isinstance(table, dict):
            tables[section] = {
                name: tuple(value) if isinstance(value, list) else value
                for name, value in table.items()
            }
    return _frozen(tables)


def _frozen(tables: Mapping[str, Mapping[str, Number]]) -> PlanRules:
    text = json.dumps(
        {section: dict(table) for section, table in tables.items()},
        sort_keys=True,
        separators=(",", ":"),
    )
    closed = {s: MappingProxyType(dict(t)) for s, t in sorted(tables.items())}
    digest = blake2b(text.encode(), digest_size=16).hexdigest()
    return PlanRules(MappingProxyType(closed), digest)
