"""The table of clerks' habits (`habits.toml`), read once."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Habit:
    """How one kind of clerk writes names; rates per row, `caps_file` per file."""

    name: str
    language: str
    spellings: tuple[str, ...]
    weights: tuple[float, ...]
    slip: float
    patronymic: float
    patronymic_as_surname: float
    initial: float
    short: float
    given_first: float
    other_surname: float
    caps_file: float


@lru_cache(maxsize=1)
def table() -> dict[str, Any]:
    """The whole table as written."""
    text = files("stillhere.exercise").joinpath("habits.toml")
    return tomllib.loads(text.read_text(encoding="utf-8"))


def habit(name: str) -> Habit:
    """One clerk's habit by its name in the table."""
    row = dict(table()["habits"][name])
    spelling = row.pop("spelling")
    return Habit(
        name=name,
        language=next(iter(spelling)).split("_")[0],
        spellings=tuple(spelling),
        weights=tuple(spelling.values()),
        **row,
    )


def rate(name: str) -> float:
    """One number of the section `lists`."""
    return float(table()["lists"][name])
