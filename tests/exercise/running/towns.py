"""Small hand-made worlds on disk, and policies with a script."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from stillhere.exercise.running import Clock, Knock, Played
from stillhere.exercise.running.doors import Behind, Doors
from stillhere.exercise.running.happening import Happening
from stillhere.exercise.running.news import NOTHING
from stillhere.exercise.running.ways import Ways
from stillhere.intake import World, read_world
from stillhere.plan import Atlas
from stillhere.reports import Report

Place = tuple[str, str, float, float, int]
"""Building, settlement, kilometres east and north, flats."""

TOWN, VILLAGE, FAR = "Khankendi", "Hollow Mill", "Long Ridge"
PLACES: tuple[Place, ...] = (
    ("B1", TOWN, 0.3, 0.4, 1),
    ("B2", TOWN, -0.3, -0.4, 3),
    ("V1", VILLAGE, 10.0, 0.0, 1),
    ("V2", VILLAGE, 10.1, 0.0, 1),
)
HOUSE, FLAT_1, FLAT_2, FLAT_3, FARM, BARN = range(6)
"""Numbers of the dwellings of `PLACES`."""

_PERSONS = "person,household,home,where,state,q,birth_date,disabled"


def write_world(
    folder: Path,
    places: Sequence[Place] = PLACES,
    people: Sequence[tuple[str, str, object]] = (),
    told: Mapping[str, object] | None = None,
) -> Path:
    """A folder of the form, as any program could write it.

    `people` are (where, state, q) of everybody.
    """
    (folder / "lists").mkdir(parents=True)
    (folder / "truth").mkdir()
    header = "building,settlement,address_hy,address_az,address_ru,address_en,x_km,y_km"
    rows = [f"{b},{s},,,,{b} Street 1,{x},{y},{n}" for b, s, x, y, n in places]
    _write(folder / "lists/buildings.csv", f"{header},flats", rows)
    persons = [
        f"P{n},H,,{w},{s},{q},1950-01-01,0" for n, (w, s, q) in enumerate(people)
    ]
    _write(folder / "truth/persons.csv", _PERSONS, persons)
    world = {"seed": 7} if told is None else told
    (folder / "truth/world.json").write_text(json.dumps(world), encoding="utf-8")
    return folder


def _write(path: Path, header: str, rows: Sequence[str]) -> None:
    path.write_text("\n".join((header, *rows)) + "\n", encoding="utf-8")


def tables(folder: Path, places: Sequence[Place] = PLACES) -> tuple[World, Atlas]:
    """World and atlas of places, written and read."""
    world = read_world(write_world(folder / "world", places))
    return world, Atlas.of(world.buildings, world.gazetteer)


@dataclass
class Scripted:
    """Chooses what a script says, and keeps what it was asked and told.

    `script` gives the doors of a team, one day after the other.
    """

    script: Mapping[tuple[int, int], Sequence[int]]
    asked: list[tuple[int, int, int, float]] = field(default_factory=list)
    heard: list[tuple[str, object]] = field(default_factory=list)
    news: list[tuple[Report, ...]] = field(default_factory=list)
    _day: int = 0
    _step: dict[int, int] = field(default_factory=dict)

    def morning(self, day: int, news: Sequence[Report]) -> None:
        self._day, self._step = day, {}
        self.heard.append(("morning", day))
        self.news.append(tuple(news))

    def choose(self, team: int, at: int, clock_min: float) -> int:
        self.asked.append((self._day, team, at, clock_min))
        self.heard.append(("choose", team))
        step = self._step[team] = self._step.get(team, -1) + 1
        doors = self.script.get((self._day, team), ())
        return doors[step] if step < len(doors) else -1

    def told(self, knock: Knock) -> None:
        self.heard.append(("told", knock))

    def evening(self, day: int) -> None:
        self.heard.append(("evening", day))

    def close(self) -> Mapping[str, str]:
        return {"script": "done"}


def played(
    atlas: Atlas,
    policy: Scripted,
    behind: Mapping[int, Behind] | None = None,
    hours: float = 80,
    happening: Happening | None = None,
) -> Played:
    """A run of a script."""
    clock = Clock(policy, Doors("7", behind or {}), Ways(atlas), happening)
    return clock.run(hours, NOTHING, lambda *_: None)


def sure(people: int = 1, code: str = "any") -> Behind:
    """A dwelling where every knock finds everybody."""
    persons = tuple(f"{code} {n}" for n in range(people))
    return Behind(code, people, 1.0, persons)
