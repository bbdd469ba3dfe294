"""`truth/`: what only `judge` and the clock of an exercise may read."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from stillhere.exercise.files import write_json, write_table
from stillhere.exercise.remaining import STATES
from stillhere.exercise.sheet import Sheet
from stillhere.exercise.world import World

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
WRITTEN_HEADER = ("file", "row", "spelling", "birth")


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
    *,
    core: bool = True,
) -> None:
    """Write persons.csv, mentions.csv, written.csv and world.json."""
    write_table(folder / "persons.csv", PERSONS_HEADER, _persons(world))
    mentions = (m for sheet in sheets for m in sheet.mentions())
    rows = ((file, row, person_code(n)) for file, row, n in mentions)
    write_table(folder / "mentions.csv", MENTIONS_HEADER, rows)
    written = (w for sheet in sheets for w in sheet.written())
    write_table(folder / "written.csv", WRITTEN_HEADER, written)
    write_json(folder / "world.json", _world(world, places, core=core))


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


def _world(
    world: World, places: list[dict[str, object]], *, core: bool
) -> dict[str, object]:
    return {
        "town": world.plan.name,
        "seed": world.seed,
        "scale": world.scale,
        "core": core,
        "people": len(world.persons),
        "dwellings": len(world.buildings.of),
        "remaining": int(world.remaining.stays.sum()),
        "detection_known_to_the_planner": 0.68,
        "calls": places,
    } | ({"together": True} if world.together is not None else {})
