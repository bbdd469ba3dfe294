"""Signs of life: loudspeaker passes, light and smoke seen."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from stillhere.exercise.contacts import settlement_name, street_address
from stillhere.exercise.full.assumed import assumed, count
from stillhere.exercise.hours import DAYS_OF_CALLS, START, stamp
from stillhere.exercise.remaining import CHOSE_TO_STAY, DEAD, WALKING
from stillhere.exercise.sheet import Sheet
from stillhere.exercise.streams import Dice, Stream, generator
from stillhere.exercise.world import World

PASSES = "visits/loudspeaker.csv"
SIGHTINGS = "hotline/light-and-smoke.csv"
_PASS_HEADER = ("visit-date", "visit-team", "visit-settlement", "visit-street", "visit-how", "visit-result", "visit-note", "meta-instanceID")  # fmt: skip
_SIGHT_HEADER = ("Call no", "Received", "Caller", "Settlement", "Street and house", "Flat", "x_km", "y_km", "How the caller knows", "Message")  # fmt: skip
_SEEN = ("saw light in the window", "saw smoke from the chimney")

Ints = npt.NDArray[np.int64]


def passes(world: World) -> Sheet:
    """Streets and villages passed with a loudspeaker, where nobody came out."""
    dice = world.dice(Stream.PASSES)
    sheet = Sheet(PASSES)
    sheet.add(_PASS_HEADER)
    found = sorted((_pass_hour(dice), *where) for where in _quiet(world, dice))
    for number, (hour, settlement, street) in enumerate(found, start=1):
        waited = dice.chance(assumed("signs", "waited"))
        when = stamp(hour).replace(" ", "T") + ":00" + START.strftime("%z")
        cells = (
            f"{when[:-2]}:{when[-2:]}",
            1 + dice.below(count("teams", "teams")),
            settlement,
            street,
            _how(street, waited=waited),
            "nobody_answered",
            "loudspeaker, waited for an answer" if waited else "loudspeaker",
            f"uuid:pass-{number:05d}",
        )
        sheet.add(cells)
    return sheet


def _how(street: str, *, waited: bool) -> str:
    if not waited:
        return "passed"
    return "called_out" if street else "called_through"


def _pass_hour(dice: Dice) -> float:
    """A working hour of one of the days, the day before hour 0 included."""
    return 24 * dice.below(DAYS_OF_CALLS + 1) - 24 + 10 * dice.roll()


def _quiet(world: World, dice: Dice) -> Iterator[tuple[str, str]]:
    """Streets of towns and whole villages that were passed and nobody came out."""
    walkers = _walkers(world)
    houses = len(world.phones)
    last = int(world.buildings.of[houses - 1]) + 1
    seen: set[tuple[str, str]] = set()
    streets = world.buildings.street["en"][:last]
    settlements = world.buildings.settlement[:last].tolist()
    for where, text in zip(settlements, streets, strict=True):
        place = world.buildings.places[where]
        town = place.kind == "town"
        key = (place.names["en"], text if town else "")
        if key in seen:
            continue
        seen.add(key)
        share = assumed("signs", "streets" if town else "villages")
        silent = (1 - assumed("signs", "comes_out")) ** walkers.get(key, 0)
        if dice.chance(share * silent):
            yield key


def _walkers(world: World) -> dict[tuple[str, str], int]:
    """How many can walk, per street of a town and per village."""
    was, b = world.remaining, world.buildings
    able = np.isin(was.state, [WALKING, CHOSE_TO_STAY])
    found: dict[tuple[str, str], int] = {}
    for at in b.of[was.where[able]].tolist():
        place = b.places[int(b.settlement[at])]
        street = b.street["en"][at] if place.kind == "town" else ""
        key = (place.names["en"], street)
        found[key] = found.get(key, 0) + 1
    return found


def sightings(world: World) -> tuple[Sheet, list[dict[str, object]]]:
    """Calls about light and smoke, some of them of nobody; and where they truly were."""
    dice = world.dice(Stream.SIGHTINGS)
    sheet = Sheet(SIGHTINGS)
    sheet.add(_SIGHT_HEADER)
    places: list[dict[str, object]] = []
    for number, (hour, dwelling, true) in enumerate(_seen(world), start=1):
        exact = dice.chance(assumed("signs", "to_the_building"))
        row = sheet.add((number, stamp(hour), *_sight(world, dwelling, exact, dice)))
        places.append(
            {
                "file": SIGHTINGS,
                "row": row,
                "precision": "building" if exact else "street",
                "hour": round(hour, 3),
                "dwelling": world.buildings.dwelling(dwelling),
                "true": true,
            }
        )
    return sheet, places


def _seen(world: World) -> list[tuple[float, int, bool]]:
    rng = generator(world.seed, world.plan.name, Stream.SIGHTINGS)
    was = world.remaining
    alive = was.where[was.stays & (was.state != DEAD)]
    lived = np.zeros(len(world.buildings.of), dtype=np.bool_)
    lived[alive] = True
    share = np.where(lived, assumed("signs", "seen"), assumed("signs", "mistaken"))
    found = np.flatnonzero(rng.random(len(share)) < share)
    hours = rng.uniform(0, 24 * DAYS_OF_CALLS, len(found)).tolist()
    told = zip(hours, found.tolist(), lived[found].tolist(), strict=True)
    return sorted(told)


def _sight(world: World, dwelling: int, exact: bool, dice: Dice) -> tuple[object, ...]:  # noqa: FBT001 (one of two ways)
    building = int(world.buildings.of[dwelling])
    settlement = settlement_name(world, dwelling, "en", dice)
    knows = dice.pick(_SEEN)
    caller = f"team {1 + dice.below(count('teams', 'teams'))}"
    if exact:
        street = street_address(world, dwelling, "en")
        return caller, settlement, street, "", "", "", knows, ""
    x = float(world.buildings.x[building]) + 0.1 * (dice.roll() + dice.roll() - 1)
    y = float(world.buildings.y[building]) + 0.1 * (dice.roll() + dice.roll() - 1)
    street = world.buildings.street["en"][building]
    return caller, settlement, street, "", f"{x:.3f}", f"{y:.3f}", knows, ""
