"""Files of `truth/` that only a full world has."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from stillhere.exercise.files import write_table
from stillhere.exercise.full.access import Access
from stillhere.exercise.full.answering import answered_at, numbers_on_file
from stillhere.exercise.full.sheltering import Sheltered
from stillhere.exercise.full.telling import told
from stillhere.exercise.full.weakening import deaths
from stillhere.exercise.sheet import Sheet
from stillhere.exercise.truth_files import household_code, person_code
from stillhere.exercise.world import World

COURSE = ("person", "dies_hour")
PHONES = ("phone", "household", "answers_at")
HINTS = ("teller", "about", "near", "dwelling", "name", "settlement", "address", "flat")
ACCESS = ("settlement", "from_hour", "until_hour", "why")
OTHER_PLACES = ("building", "kind")


def write_course(
    truth: Path, full: Sheltered, access: Access, sheets: Sequence[Sheet]
) -> None:
    """Write course.csv, phones.csv, hints.csv, access.csv and other_places.csv."""
    world = full.world
    dying = ((person_code(n), hour) for n, hour in deaths(world).items())
    write_table(truth / "course.csv", COURSE, dying)
    write_table(truth / "phones.csv", PHONES, _phones(world, sheets))
    write_table(truth / "hints.csv", HINTS, _hints(world))
    names = [place.names["en"] for place in world.buildings.places]
    closed = ((names[c.settlement], *c[1:]) for c in access.closed)
    write_table(truth / "access.csv", ACCESS, closed)
    codes = (
        (world.buildings.code(full.first + n), kind)
        for n, kind in enumerate(full.kinds)
    )
    write_table(truth / "other_places.csv", OTHER_PLACES, codes)


def _phones(world: World, sheets: Sequence[Sheet]) -> Iterable[Sequence[object]]:
    """Every number on file; nobody answers where the whole household is still there."""
    stays = world.remaining.stays
    for number, household in numbers_on_file(world, sheets):
        left = any(not stays[n] for n in world.members(household))
        at = answered_at(world.seed, number) if left else 0
        yield number, household_code(household), at


def _hints(world: World) -> Iterable[Sequence[object]]:
    for said in told(world):
        yield (
            person_code(said.teller),
            person_code(said.about),
            said.near,
            world.buildings.dwelling(int(world.remaining.where[said.about])),
            said.name,
            said.settlement,
            said.address,
            said.flat,
        )
