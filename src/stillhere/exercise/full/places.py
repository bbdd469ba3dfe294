"""Places that are in no register: kiosks, garages, cellars, a monastery, a hospital.

They are rows of the table of buildings after all others, and flats of theirs are
dwellings like any other; nobody is registered there.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from stillhere.exercise.buildings import LANGUAGES, Buildings
from stillhere.exercise.full.assumed import assumed, count
from stillhere.exercise.streams import Stream, generator
from stillhere.exercise.world import World

# No street is called so, in any of the four languages.
_NAMES = {
    "kiosk": ("Կրպակ", "Köşk", "Киоск", "Kiosk"),
    "garage": ("Ավտոտնակ", "Qaraj", "Гараж", "Garage"),
    "cellar": ("Նկուղ", "Zirzəmi", "Подвал", "Cellar"),
    "monastery": ("Վանք", "Monastır", "Монастырь", "Monastery"),
    "hospital": ("Կլինիկա", "Klinika", "Клиника", "Clinic"),
    "care_home": (
        "Խնամքի տուն",
        "Qocalar evi",
        "Дом престарелых",
        "Care home",
    ),
}
SHELTERS = ("kiosk", "garage", "cellar", "monastery")
"""Kinds in which people hide; the others are left without staff."""


@dataclass(frozen=True, slots=True)
class OtherPlace:
    """One place before it is built: its kind, what it stands beside, how large it is.

    `beside` is a building; `x`, `y` in km.
    """

    kind: str
    beside: int
    x: float
    y: float
    flats: int = 1


def other_places(world: World, patients: int, residents: int) -> list[OtherPlace]:
    """The other places of a world, kiosks first.

    Args:
        world: Without other places.
        patients: People to be left in the hospital, which is made large enough.
        residents: People to be left in the care home, likewise.
    """
    rng = generator(world.seed, world.plan.name, Stream.OTHER_PLACES)
    buildings = world.buildings
    towns = [n for n, p in enumerate(buildings.places) if p.kind == "town"]
    inside = np.isin(buildings.settlement, towns)
    blocks = np.flatnonzero(inside & (buildings.flats > 1))
    houses = np.flatnonzero(inside)
    found = []
    for kind, among in (("kiosk", houses), ("garage", houses), ("cellar", blocks)):
        far = 0.0 if kind == "cellar" else assumed("other_places", "beside_km")
        share = assumed("other_places", f"{kind}s")
        drawn = rng.choice(among, max(2, round(share * len(among))), replace=False)
        shift = far * rng.standard_normal((len(drawn), 2))
        at = zip(drawn.tolist(), shift.tolist(), strict=True)
        found += [_beside(buildings, kind, near, by) for near, by in at]
    found.append(_monastery(buildings, rng))
    centre = houses[np.argsort(np.hypot(buildings.x[houses], buildings.y[houses]))]
    flats = (_rooms("wards", patients), _rooms("rooms", residents))
    for kind, near, size in zip(
        ("hospital", "care_home"), centre[:2].tolist(), flats, strict=True
    ):
        found.append(replace(_beside(buildings, kind, near, (0.06, 0.05)), flats=size))
    return found


def _rooms(name: str, people: int) -> int:
    per_person = assumed("other_places", name)
    return max(count("other_places", "fewest_rooms"), round(per_person * people))


def _beside(
    buildings: Buildings, kind: str, near: int, by: Sequence[float]
) -> OtherPlace:
    x = float(buildings.x[near]) + by[0]
    return OtherPlace(kind, near, x, float(buildings.y[near]) + by[1])


def _monastery(buildings: Buildings, rng: np.random.Generator) -> OtherPlace:
    """Some way outside one of the villages."""
    villages = [n for n, p in enumerate(buildings.places) if p.kind == "village"]
    chosen = villages[int(rng.integers(0, len(villages)))]
    near = int(np.flatnonzero(buildings.settlement == chosen)[0])
    place, far = buildings.places[chosen], assumed("other_places", "monastery_km")
    turn = float(rng.uniform(0, 2 * np.pi))
    x = place.x_km + far * float(np.cos(turn))
    y = place.y_km + far * float(np.sin(turn))
    return OtherPlace("monastery", near, x, y, count("other_places", "cells"))


def with_places(buildings: Buildings, added: Sequence[OtherPlace]) -> Buildings:
    """The table of buildings with other places after all others, in their order."""
    beside = np.array([place.beside for place in added], dtype=np.int64)
    flats = np.array([place.flats for place in added], dtype=np.int64)
    settlement = buildings.settlement[beside]
    numbers = list(_numbers([p.kind for p in added], settlement.tolist()))
    first = len(buildings.flats)
    return replace(
        buildings,
        settlement=np.concatenate([buildings.settlement, settlement]),
        x=np.concatenate([buildings.x, np.round([p.x for p in added], 3)]),
        y=np.concatenate([buildings.y, np.round([p.y for p in added], 3)]),
        flats=np.concatenate([buildings.flats, flats]),
        address={
            language: [*buildings.address[language], *_addresses(added, numbers, n)]
            for n, language in enumerate(LANGUAGES)
        },
        street={
            language: [*texts, *(texts[place.beside] for place in added)]
            for language, texts in buildings.street.items()
        },
        of=np.concatenate(
            [buildings.of, np.repeat(first + np.arange(len(added)), flats)]
        ),
        flat=np.concatenate(
            [buildings.flat, *(np.arange(1, place.flats + 1) for place in added)]
        ),
    )


def _numbers(kinds: Sequence[str], settlements: Sequence[int]) -> Iterator[int]:
    """A number for each place, from 1 within its kind and settlement."""
    last: dict[tuple[str, int], int] = {}
    for key in zip(kinds, settlements, strict=True):
        last[key] = last.get(key, 0) + 1
        yield last[key]


def _addresses(
    added: Sequence[OtherPlace], numbers: Sequence[int], language: int
) -> list[str]:
    return [
        f"{_NAMES[place.kind][language]} {number}"
        for place, number in zip(added, numbers, strict=True)
    ]
