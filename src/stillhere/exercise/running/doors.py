"""Who is behind which door: the truth, and what one knock finds.

Only the process of the clock reads this. A knock is decided by a hash and by nothing
else: the first 53 bits of BLAKE2b-64 over the UTF-8 text ``SEED DWELLING J`` (one blank
between; the seed in decimals, the dwelling as ``building/flat``, J counted from 1), read
as a fraction of one, are below the largest q of the people inside.
"""

import csv
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from stillhere.errors import Finding, StillHereError
from stillhere.exercise.remaining import STATES
from stillhere.intake import BuildingTable

_COLUMNS = frozenset({"person", "where", "state", "q"})
_GONE = STATES[0]
_BITS = 53


class Behind(NamedTuple):
    """A dwelling that is not empty: its code, how many, the largest q, and who."""

    dwelling: str
    people: int
    q: float
    persons: tuple[str, ...] = ()


@dataclass(slots=True)
class Doors:
    """Dwellings with people, and what was found of them so far.

    Attributes:
        seed: Of the world, as text.
        behind: Number of a dwelling in the atlas to who is there.
    """

    seed: str
    behind: Mapping[int, Behind]
    _knocks: dict[int, int] = field(default_factory=dict)
    _found: set[int] = field(default_factory=set)

    @property
    def people(self) -> int:
        """Everybody still there at hour 0, the dead included."""
        return sum(there.people for there in self.behind.values())

    def open(self, door: int) -> bool:
        """Whether nobody was found there yet."""
        return door not in self._found

    def knock(self, door: int) -> int:
        """Knock once more; gives everybody of the dwelling, or 0 where nobody answers."""
        number = self._knocks[door] = self._knocks.get(door, 0) + 1
        there = self.behind.get(door)
        if there is None or luck(self.seed, there.dwelling, number) >= there.q:
            return 0
        self._found.add(door)
        return there.people


def luck(seed: str, dwelling: str, number: int) -> float:
    """A fraction of one that the world, the dwelling and the number of a knock decide."""
    digest = blake2b(f"{seed} {dwelling} {number}".encode(), digest_size=8).digest()
    bits = int.from_bytes(digest, "big") >> (64 - _BITS)
    return float(bits) / (1 << _BITS)


def read_doors(folder: Path, table: BuildingTable) -> tuple[Doors, Sequence[Finding]]:
    """Read who is where from ``truth/`` of a world's folder.

    Args:
        folder: With ``truth/persons.csv`` and, if known, the seed in ``world.json``.
        table: Every dwelling; numbers are those of its atlas.

    Returns:
        The doors; a finding where no seed is stated, which then is 0.

    Raises:
        StillHereError: A file is missing or damaged, or names a dwelling that the table
            does not.
    """
    first = _first_numbers(table)
    path = folder / "truth" / "persons.csv"
    behind: dict[int, Behind] = {}
    for line, row in _remaining(path):
        code, q = row["where"].strip(), _detection(path, line, row)
        number = _number(code, first, table)
        if number is None:
            raise StillHereError(
                "exercise/dwelling-unknown", path=path, line=line, dwelling=code
            )
        known = behind.get(number, Behind(code, 0, 0.0))
        persons = (*known.persons, row["person"])
        behind[number] = Behind(code, len(persons), max(known.q, q), persons)
    seed, findings = _seed(folder / "truth" / "world.json")
    return Doors(seed, behind), findings


def _first_numbers(table: BuildingTable) -> dict[str, int]:
    """Number of the first dwelling of each building, as the atlas counts."""
    first, number = {}, 0
    for building in table:
        first[building.code] = number
        number += building.flats
    return first


def _number(code: str, first: Mapping[str, int], table: BuildingTable) -> int | None:
    building, _, flat = code.rpartition("/")
    if building not in first or not flat.isascii() or not flat.isdigit():
        return None
    inside = 1 <= int(flat) <= table[building].flats
    return first[building] + int(flat) - 1 if inside else None


def _remaining(path: Path) -> list[tuple[int, Mapping[str, str]]]:
    """Rows of everybody who is not gone, with their lines."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, restval="")
            rows = [(reader.line_num, row) for row in reader]
            header = frozenset(reader.fieldnames or ())
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise StillHereError("exercise/people-not-readable", path=path) from error
    if not header >= _COLUMNS:
        raise StillHereError("exercise/people-not-readable", path=path)
    for line, row in rows:
        if row["state"].strip() not in STATES:
            raise _damaged(path, line, f"no state is called {row['state'].strip()!r}")
    return [(line, row) for line, row in rows if row["state"].strip() != _GONE]


def _detection(path: Path, line: int, row: Mapping[str, str]) -> float:
    try:
        q = float(row["q"])
    except ValueError:
        q = -1.0
    if not 0 <= q <= 1:
        raise _damaged(path, line, f"{row['q'].strip()!r} is no q from 0 to 1")
    return q


def _damaged(path: Path, line: int, reason: str) -> StillHereError:
    return StillHereError("exercise/person-damaged", path=path, line=line, why=reason)


def _seed(path: Path) -> tuple[str, Sequence[Finding]]:
    try:
        stated = json.loads(path.read_bytes())["seed"]
    except (OSError, ValueError, KeyError, TypeError):
        stated = None
    if isinstance(stated, bool) or not isinstance(stated, int | str):
        return "0", (Finding.of("exercise/seed-missing", path=path),)
    return str(stated), ()
