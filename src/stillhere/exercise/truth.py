"""Reading the truth of a world folder, made by this program or any other."""

import csv
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from stillhere.errors import StillHereError
from stillhere.exercise.people import HOUR_0

Row = tuple[str, int]
"""A row of a list: path inside `lists/`, line of the file or sheet from 1."""

_PERSONS = frozenset(
    {"person", "household", "where", "state", "birth_date", "disabled"}
)
_MENTIONS = frozenset({"file", "row", "person"})
_WRITTEN = frozenset({"file", "row", "spelling", "birth"})


@dataclass(frozen=True, slots=True)
class TruePerson:
    """One line of `truth/persons.csv`; `where` is empty for who is gone."""

    person: str
    household: str
    where: str
    state: str
    birth: date | None
    disabled: bool


@dataclass(frozen=True, slots=True)
class Truth:
    """Who is who, and who is where.

    `mentions` gives the person of every row about a known person; `written` how a row
    was written (spelling, birth), for worlds that say so.
    """

    persons: Mapping[str, TruePerson]
    mentions: Mapping[Row, str]
    hour_0: date = HOUR_0
    written: Mapping[Row, tuple[str, str]] = field(default_factory=dict)

    def registered(self, register_file: str) -> frozenset[str]:
        """Everyone who stands in the register."""
        return frozenset(
            person
            for (file, _), person in self.mentions.items()
            if file == register_file
        )

    def remaining(self) -> list[TruePerson]:
        """Everyone who is not gone, the dead included."""
        return [p for p in self.persons.values() if p.state != "gone"]

    def dependent(self) -> frozenset[str]:
        """Of the remaining: alone and 75 or older, bedridden, disabled, a child alone.

        Alone is who is the only one of a household, or has nobody else alive in the
        dwelling; a child (below 18) is alone with nobody of 18 or more beside it.
        """
        sizes: dict[str, int] = {}
        for person in self.persons.values():
            sizes[person.household] = sizes.get(person.household, 0) + 1
        beside: dict[str, list[TruePerson]] = {}
        for person in self.remaining():
            if person.state != "dead":
                beside.setdefault(person.where, []).append(person)
        return frozenset(
            person.person
            for person in self.remaining()
            if self._depends(person, sizes, beside)
        )

    def _depends(
        self,
        person: TruePerson,
        sizes: Mapping[str, int],
        beside: Mapping[str, list[TruePerson]],
    ) -> bool:
        if person.disabled or person.state == "bedridden":
            return True
        others = [p for p in beside.get(person.where, []) if p is not person]
        age = self.age(person)
        if age is None:
            return False
        if age < 18:
            return not any((self.age(p) or 0) >= 18 for p in others)
        return age >= 75 and (not others or sizes[person.household] == 1)

    def age(self, person: TruePerson) -> int | None:
        """Full years at hour 0; None without a birth date."""
        born = person.birth
        if born is None:
            return None
        before = (self.hour_0.month, self.hour_0.day) < (born.month, born.day)
        return self.hour_0.year - born.year - int(before)


def read_truth(folder: Path) -> Truth:
    """Read `truth/` of a world folder.

    Raises:
        StillHereError: A file of the truth is missing or lacks a column.
    """
    truth = folder / "truth"
    persons = {
        row["person"]: _person(row) for row in _table(truth / "persons.csv", _PERSONS)
    }
    mentions = {
        (row["file"], int(row["row"])): row["person"]
        for row in _table(truth / "mentions.csv", _MENTIONS)
    }
    notes = truth / "written.csv"
    written = {
        (row["file"], int(row["row"])): (row["spelling"], row["birth"])
        for row in (_table(notes, _WRITTEN) if notes.is_file() else ())
    }
    return Truth(persons, mentions, _hour_0(folder), written)


def _person(row: Mapping[str, str]) -> TruePerson:
    born = row["birth_date"].strip()
    return TruePerson(
        person=row["person"],
        household=row["household"],
        where=row["where"],
        state=row["state"].strip(),
        birth=date.fromisoformat(born) if born else None,
        disabled=row["disabled"].strip().lower() in {"1", "true", "yes"},
    )


def _table(path: Path, columns: frozenset[str]) -> list[dict[str, str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise StillHereError("exercise/truth-not-readable", path=str(path)) from error
    if rows and not columns <= rows[0].keys():
        raise StillHereError("exercise/truth-not-readable", path=str(path))
    return rows


def _hour_0(folder: Path) -> date:
    path = folder / "lists" / "operation.json"
    if not path.is_file():
        return HOUR_0
    try:
        declared = json.loads(path.read_text(encoding="utf-8"))
        return datetime.fromisoformat(declared["hour_0"]).date()
    except (ValueError, KeyError, TypeError):
        return HOUR_0
