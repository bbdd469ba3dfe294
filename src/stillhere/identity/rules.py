"""The frozen rule: integer weights, thresholds and term frequencies, with a digest.

Two nodes whose rules differ say so; nothing in `build` estimates any of this. What is
shipped stands in ``rules.toml`` and ``frequencies.tsv``; ``stillhere train`` and
``stillhere calibrate`` write files of the same sections, which `from_toml` reads.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from math import log2
from types import MappingProxyType

from stillhere.identity.rules_limits import check, is_chances
from stillhere.identity.rules_text import (
    FORMAT,
    FREQUENCIES,
    sections_of,
    text_of,
    unreadable,
)

MILLION = 1_000_000
SMALL = 800_000
"""Coverage, millionths, below which B grows no more. Where nearly all people stand in the
register it says how many others a row may be; one of a tenth of them makes no pair ten
times as unlikely."""
Table = Mapping[str, int]
Weights = Mapping[str, Table]

GIVEN, FAMILY = f"{FREQUENCIES}.given", f"{FREQUENCIES}.family"


@dataclass(frozen=True, slots=True)
class IdentityRules:
    """Everything `build` and `update` weigh with.

    Attributes:
        weights: Section to name to integer, as in ``rules.toml``; ``population`` holds
            what the operation declares, ``edition`` the version of the rules.
        given, family: Folded token to rarity in millibits.
        base: B, millibits: what a pair needs before it is as likely as not.
        digest: BLAKE2b-128 over all of the above, hex.
    """

    weights: Weights
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
        return _made(_declared(weights, population, coverage), given, family)

    @classmethod
    def from_toml(
        cls, text: str, population: int | None = None, coverage: int | None = None
    ) -> "IdentityRules":
        """The rules of a file; what it leaves out is as shipped.

        Args:
            text: As `to_toml` writes it.
            population: What the operation declares counts before the file.
            coverage: Likewise, millionths.

        Raises:
            StillHereError: ``identity/rules-not-readable``: it is no TOML, a value is no
                whole number or cannot be what it is (a threshold above all chances, a
                table of chances that falls), or this version knows no such section or
                name.
        """
        shipped, given, family = _shipped_tables()
        stated = sections_of(text)
        top = stated.pop("")
        if top.pop("format", FORMAT) != FORMAT:
            raise unreadable("it was written for another version of this program")
        stated["edition"] = top
        given = MappingProxyType(stated.pop(GIVEN, {}) or dict(given))
        family = MappingProxyType(stated.pop(FAMILY, {}) or dict(family))
        weights = _overlaid(shipped, stated)
        check(weights)
        return _made(_declared(weights, population, coverage), given, family)

    def to_toml(self, heading: str = "") -> str:
        """All of it as the text of a rules file.

        Args:
            heading: Lines of comment at its top: from what, when and why.
        """
        sections: dict[str, Table] = {"": {"format": FORMAT, **self["edition"]}}
        sections |= {n: table for n, table in self.weights.items() if n != "edition"}
        return text_of(sections | {GIVEN: self.given, FAMILY: self.family}, heading)

    def changed(
        self,
        tables: Mapping[str, Table],
        *,
        given: Table | None = None,
        family: Table | None = None,
    ) -> "IdentityRules":
        """These rules with some numbers others, under one higher version.

        Args:
            tables: Section to the names that change; a section of chances is replaced
                whole.
            given: Rarities of given names in place of all of the old ones.
            family: Likewise of family names.

        Raises:
            StillHereError: There is no such section or name.
        """
        edition = {"version": self["edition"]["version"] + 1}
        weights = _overlaid(self.weights, {"edition": edition, **tables})
        return _made(
            weights,
            self.given if given is None else MappingProxyType(dict(given)),
            self.family if family is None else MappingProxyType(dict(family)),
        )

    def __getitem__(self, section: str) -> Table:
        return self.weights[section]


def _made(weights: Weights, given: Table, family: Table) -> IdentityRules:
    """Rules of these tables: base and digest follow."""
    people, share = (weights["population"][name] for name in ("people", "coverage"))
    base = round(1000 * log2(max(people, 2) * MILLION / max(share, SMALL)))
    base += weights["shape"]["nobody"]
    digest = _digest(weights, given, family, base)
    return IdentityRules(weights, given, family, base, digest)


def _declared(
    weights: Weights, population: int | None, coverage: int | None
) -> Weights:
    """The tables with what the operation declares, if it does."""
    stated = {"people": population, "coverage": coverage}
    known = {name: number for name, number in stated.items() if number}
    return _overlaid(weights, {"population": known})


def _overlaid(weights: Weights, stated: Mapping[str, Table]) -> Weights:
    """The tables with some numbers put in place of others."""
    found = dict(weights)
    for name, table in stated.items():
        if name not in weights:
            raise unreadable(f"there is no section {name}")
        unknown = sorted(set(table) - set(weights[name]))
        if unknown and not is_chances(name):
            raise unreadable(f"section {name} has no {unknown[0]}")
        whole = {} if is_chances(name) and table else weights[name]
        found[name] = MappingProxyType({**whole, **table})
    return MappingProxyType(found)


@cache
def _shipped_tables() -> tuple[Weights, Table, Table]:
    room = files("stillhere.identity")
    chances = sections_of((room / "chances.toml").read_text(encoding="utf-8"))
    stated = chances | sections_of((room / "rules.toml").read_text(encoding="utf-8"))
    stated["edition"] = stated.pop("")
    given: dict[str, int] = {}
    family: dict[str, int] = {}
    table = (room / "frequencies.tsv").read_text(encoding="utf-8")
    for line in table.splitlines():
        if line and not line.startswith("#"):
            role, token, rarity = line.split("\t")
            (given if role == "given" else family)[token] = int(rarity)
    weights = {name: MappingProxyType(numbers) for name, numbers in stated.items()}
    return (
        MappingProxyType(weights),
        MappingProxyType(given),
        MappingProxyType(family),
    )


def _digest(weights: Weights, given: Table, family: Table, base: int) -> str:
    plain = [
        {name: dict(table) for name, table in weights.items()},
        dict(given),
        dict(family),
        base,
    ]
    text = json.dumps(plain, sort_keys=True, separators=(",", ":"))
    return blake2b(text.encode(), digest_size=16).hexdigest()
