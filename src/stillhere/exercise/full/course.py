"""What happens in a full world while a clock runs: the truth beside who is where.

Only `judge` and the process that answers doors and phones may read it. A core world has
none of these files: nobody dies, no phone is answered, nobody tells, all is open.
"""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from stillhere.errors import StillHereError
from stillhere.exercise.full.answering import national

_NEVER = 1 << 40


class Answer(NamedTuple):
    """What a call to a household that left settles.

    Attributes:
        household: Its code in the truth.
        safe: Persons of it who are safe, sorted.
        not_with_us: Persons of it who are still there, sorted.
    """

    household: str
    safe: tuple[str, ...]
    not_with_us: tuple[str, ...]


class Hint(NamedTuple):
    """Who somebody says is still there too.

    Attributes:
        about: The person told of.
        near: `house`, `street` or `village`: how the two know of each other.
        dwelling: Where the person told of truly is.
        name: As said; empty where no name is known.
        settlement, address, flat: The place as said, English; `flat` empty where
            not known or a house.
    """

    about: str
    near: str
    dwelling: str
    name: str
    settlement: str
    address: str
    flat: str


class Shut(NamedTuple):
    """A settlement (English name) closed from one hour after hour 0 to another."""

    settlement: str
    from_hour: int
    until_hour: int
    why: str


@dataclass(frozen=True, slots=True)
class Course:
    """Who dies when, who answers which phone, who tells of whom, what is closed.

    Attributes:
        dies: Person to the whole hour after hour 0 of death, unless found before.
        phones: Number (eight digits) to (which call is answered, households it
            reaches); 0 for a number nobody ever answers.
        households: Household to what its answer settles.
        hints: Person to what that person says when found alive.
        closed: In the order of the file.
    """

    dies: Mapping[str, int] = field(default_factory=dict)
    phones: Mapping[str, tuple[int, tuple[str, ...]]] = field(default_factory=dict)
    households: Mapping[str, Answer] = field(default_factory=dict)
    hints: Mapping[str, tuple[Hint, ...]] = field(default_factory=dict)
    closed: tuple[Shut, ...] = ()

    @classmethod
    def read(cls, folder: Path) -> "Course":
        """Read `truth/` of a world folder; an empty course where it has none.

        Raises:
            StillHereError: A file of the course cannot be read or lacks a column.
        """
        truth = folder / "truth"
        try:
            dies = {r["person"]: int(r["dies_hour"]) for r in _rows(truth, "course")}
            phones = _phones(_rows(truth, "phones"))
            reached = {h for _, households in phones.values() for h in households}
            return cls(
                dies,
                phones,
                _answers(_rows(truth, "persons"), reached) if reached else {},
                _hints(_rows(truth, "hints")),
                tuple(_shut(row) for row in _rows(truth, "access")),
            )
        except (OSError, ValueError, KeyError, TypeError, csv.Error) as error:
            raise StillHereError(
                "exercise/truth-not-readable", path=str(truth)
            ) from error

    def alive(self, person: str, hour: float) -> bool:
        """Whether somebody not found yet is alive at an hour after hour 0.

        Of people who were alive at hour 0; `truth/persons.csv` says who was dead.
        """
        return hour < self.dies.get(person, _NEVER)

    def call(self, number: str, call: int = 1) -> tuple[Answer, ...]:
        """What the n-th call to a number settles, from 1; empty if nobody answers.

        Args:
            number: In any way of writing it.
            call: Which call to this number it is.
        """
        at, households = self.phones.get(national(number) or number, (0, ()))
        return tuple(self.households[h] for h in households) if at == call else ()

    def tells(self, persons: Iterable[str], hour: float) -> tuple[Hint, ...]:
        """What people found at an hour say, each place once; the dead say nothing."""
        said = (
            h for p in persons if self.alive(p, hour) for h in self.hints.get(p, ())
        )
        return tuple(dict.fromkeys(said))

    def why_closed(self, settlement: str, hour: float) -> str:
        """Why teams may not go to a settlement at an hour; empty where they may."""
        return next(
            (
                shut.why
                for shut in self.closed
                if shut.settlement == settlement
                and shut.from_hour <= hour < shut.until_hour
            ),
            "",
        )


Row = dict[str, str]


def _rows(truth: Path, name: str) -> list[Row]:
    path = truth / f"{name}.csv"
    if not path.is_file():
        return []
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _phones(rows: Iterable[Row]) -> dict[str, tuple[int, tuple[str, ...]]]:
    found: dict[str, tuple[int, tuple[str, ...]]] = {}
    for row in rows:
        at = int(row["answers_at"])
        before, households = found.get(row["phone"], (0, ()))
        answering = (row["household"],) if at else ()
        found[row["phone"]] = (max(at, before), (*households, *answering))
    return found


def _answers(rows: Iterable[Row], reached: set[str]) -> dict[str, Answer]:
    safe: dict[str, list[str]] = {h: [] for h in reached}
    others: dict[str, list[str]] = {h: [] for h in reached}
    for row in rows:
        if row["household"] in reached:
            group = safe if row["state"].strip() == "gone" else others
            group[row["household"]].append(row["person"])
    return {
        h: Answer(h, tuple(sorted(safe[h])), tuple(sorted(others[h]))) for h in reached
    }


def _hints(rows: Iterable[Row]) -> dict[str, tuple[Hint, ...]]:
    found: dict[str, list[Hint]] = {}
    for row in rows:
        hint = Hint(**{name: row[name] for name in Hint._fields})
        found.setdefault(row["teller"], []).append(hint)
    return {teller: tuple(hints) for teller, hints in found.items()}


def _shut(row: Row) -> Shut:
    return Shut(
        row["settlement"], int(row["from_hour"]), int(row["until_hour"]), row["why"]
    )
