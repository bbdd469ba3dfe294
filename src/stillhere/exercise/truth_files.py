"""`truth/`: what only `judge` and the clock of an exercise may read."""

import csv
import json
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from stillhere.exercise.remaining import STATES
from stillhere.exercise.world import Sheet, World

PERSONS_HEADER = (
    "person",
    "household",
    "home",
    "where",
    "state",
    "q",
    "birth_date",
    "disabled",
)
MENTIONS_HEADER = ("file", "row", "person")


def person_code(n: int) -> str:
    """The code of a person in the truth."""
    return f"P{n + 1:07d}"


def household_code(h: int) -> str:
    """The code of a household in the truth."""
    return f"H{h + 1:06d}"


def write_truth(
    folder: Path,
    world: World,
    sheets: Sequence[Sheet],
    places: list[dict[str, object]],
) -> None:
    """Write persons.csv, mentions.csv and world.json."""
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / "persons.csv", PERSONS_HEADER, _persons(world))
    mentions = (m for sheet in sheets for m in sheet.mentions())
    rows = ((file, row, person_code(n)) for file, row, n in mentions)
    _write(folder / "mentions.csv", MENTIONS_HEADER, rows)
    write_json(folder / "world.json", _world(world, places))


def _persons(world: World) -> Iterable[Sequence[object]]:
    buildings, remaining = world.buildings, world.remaining
    homes = [buildings.dwelling(d) for d in range(len(buildings.of))]
    columns = zip(
        world.people.household.tolist(),
        remaining.where.tolist(),
        remaining.state.tolist(),
        remaining.q.tolist(),
        world.people.birth.tolist(),
        world.people.disabled.tolist(),
        strict=True,
    )
    for n, (h, where, state, q, birth, disabled) in enumerate(columns):
        yield (
            person_code(n),
            household_code(h),
            homes[h],
            homes[where] if where >= 0 else "",
            STATES[state],
            f"{q:.4f}" if where >= 0 else "",
            date.fromordinal(birth).isoformat(),
            int(disabled),
        )


def _world(world: World, places: list[dict[str, object]]) -> dict[str, object]:
    return {
        "town": world.plan.name,
        "seed": world.seed,
        "scale": world.scale,
        "core": True,
        "people": len(world.persons),
        "dwellings": len(world.buildings.of),
        "remaining": int(world.remaining.stays.sum()),
        "detection_known_to_the_planner": 0.68,
        "calls": places,
    }


def _write(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def write_json(path: Path, content: dict[str, object]) -> None:
    """Write JSON as UTF-8, indented, with a last line end."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(content, ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")
