"""Write what a full world has beside the lists of the core world."""

from pathlib import Path

from stillhere.exercise.files import write_csv
from stillhere.exercise.full.access import clearances, draw_access
from stillhere.exercise.full.sheltering import Sheltered
from stillhere.exercise.full.signs import passes, sightings
from stillhere.exercise.full.truth import write_course
from stillhere.exercise.sheet import Sheet


def write_full(
    out: Path, full: Sheltered, sheets: list[Sheet], days: int
) -> list[dict[str, object]]:
    """Write its own lists and the course of things; none of their rows names anybody.

    Args:
        out: The folder of the world.
        full: The world.
        sheets: The lists of the core world, for the numbers on file.
        days: The last day with clearances.

    Returns:
        Where the sightings truly were, for the truth.
    """
    access = draw_access(full.world)
    seen, places = sightings(full.world)
    for sheet in (passes(full.world), seen, clearances(full.world, access, days)):
        write_csv(out / "lists", sheet)
    write_course(out / "truth", full, access, sheets)
    return places
