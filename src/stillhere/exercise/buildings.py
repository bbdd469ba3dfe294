"""Buildings and dwellings of the core world, with addresses in four languages."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from stillhere.exercise.settlements import Settlement, settlements
from stillhere.exercise.stock import read_table
from stillhere.exercise.streams import Stream, generator
from stillhere.exercise.towns import RegionPlan, TownPlan

LANGUAGES = ("hy", "az", "ru", "en")
_LINE_KM = 0.09

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Buildings:
    """All buildings; index = building, rows of `address` by language.

    `x`, `y` in km from the centre of the first town, three decimals; `settlement` is an
    index into `places`. Dwelling `d` is flat `flat[d]` (from 1) of building `of[d]`.
    """

    places: list[Settlement]
    settlement: Ints
    x: Floats
    y: Floats
    flats: Ints
    address: dict[str, list[str]]
    street: dict[str, list[str]]
    of: Ints
    flat: Ints

    def code(self, building: int) -> str:
        """The code of a building, as lists and truth write it."""
        return f"B{building + 1:06d}"

    def dwelling(self, dwelling: int) -> str:
        """`building/flat` of a dwelling."""
        return f"{self.code(int(self.of[dwelling]))}/{int(self.flat[dwelling])}"


@dataclass(frozen=True, slots=True)
class _Part:
    x: Floats
    y: Floats
    flats: Ints
    street: Ints


def build(plan: RegionPlan, seed: int) -> Buildings:
    """Lay out the towns and villages of a region."""
    places = settlements(plan, seed)
    parts = [_town(town, plan.name, seed, n) for n, town in enumerate(plan.towns)]
    parts += _villages(plan, seed, places[len(plan.towns) :])
    sizes = [len(part.x) for part in parts]
    flats = np.concatenate([part.flats for part in parts])
    settlement = np.repeat(np.arange(len(parts)), sizes)
    address, street = _addresses(parts, len(plan.towns))
    of = np.repeat(np.arange(len(flats)), flats)
    starts = np.cumsum(flats) - flats
    return Buildings(
        places=places,
        settlement=settlement,
        x=np.round(np.concatenate([part.x for part in parts]), 3),
        y=np.round(np.concatenate([part.y for part in parts]), 3),
        flats=flats,
        address=address,
        street=street,
        of=of,
        flat=np.arange(len(of)) - starts[of] + 1,
    )


def _town(town: TownPlan, name: str, seed: int, number: int) -> _Part:
    rng = generator(seed, f"{name}/{number}", Stream.BUILDINGS)
    count = town.houses + town.blocks
    x = _cut_normal(rng, count, town.width_km)
    y = _cut_normal(rng, count, town.height_km)
    along_x = rng.random(count) < 0.5
    line_x, line_y = np.round(x / _LINE_KM), np.round(y / _LINE_KM)
    x = np.where(along_x, line_x * _LINE_KM, x)
    y = np.where(along_x, y, line_y * _LINE_KM)
    street = np.where(along_x, 2 * line_x + 5000, 2 * line_y + 5001).astype(np.int64)
    rng = generator(seed, f"{name}/{number}", Stream.BLOCKS)
    reach = np.hypot(x, y) + 0.5 * rng.standard_normal(count)
    nearest = np.argsort(reach, kind="stable")[: town.blocks]
    flats = np.ones(count, dtype=np.int64)
    flats[nearest] = np.maximum(4, rng.poisson(13, town.blocks))
    return _Part(x + town.x_km, y + town.y_km, flats, street)


def _cut_normal(rng: np.random.Generator, count: int, width: float) -> Floats:
    """Normal around 0 with sd width/4.2; what falls past the edge is drawn again."""
    values = rng.standard_normal(count) * (width / 4.2)
    outside = np.flatnonzero(np.abs(values) > width / 2)
    while outside.size:
        values[outside] = rng.standard_normal(outside.size) * (width / 4.2)
        outside = outside[np.abs(values[outside]) > width / 2]
    return values


def _villages(plan: RegionPlan, seed: int, places: list[Settlement]) -> list[_Part]:
    rng = generator(seed, plan.name, Stream.VILLAGES)
    parts = []
    for place in places:
        houses = int(rng.integers(30, 201))
        x = place.x_km + 0.3 * rng.standard_normal(houses)
        y = place.y_km + 0.3 * rng.standard_normal(houses)
        lanes = 1 + houses // 45
        lane = np.floor(
            (np.arctan2(y - place.y_km, x - place.x_km) / 6.3 + 0.5) * lanes
        )
        base = int(rng.integers(0, 1000)) * 10
        street = base + lane.astype(np.int64)
        parts.append(_Part(x, y, np.ones(houses, dtype=np.int64), street))
    return parts


def _addresses(
    parts: list[_Part], towns: int
) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    table = read_table("streets.tsv")
    address: dict[str, list[str]] = {language: [] for language in LANGUAGES}
    street: dict[str, list[str]] = {language: [] for language in LANGUAGES}
    for n, part in enumerate(parts):
        kinds, inverse = np.unique(part.street, return_inverse=True)
        shift = 0 if n < towns else int(part.street.min()) // 10 % (len(table) - 5)
        numbers = _house_numbers(inverse, part.x + part.y)
        names = [street_name(table, k + shift) for k in range(len(kinds))]
        for where, number in zip(inverse.tolist(), numbers.tolist(), strict=True):
            for language in LANGUAGES:
                name = names[where][language]
                street[language].append(name)
                address[language].append(with_number(name, number, language))
    return address, street


def _house_numbers(street: Ints, along: Floats) -> Ints:
    order = np.lexsort((along, street))
    _, first, counts = np.unique(street[order], return_index=True, return_counts=True)
    numbers = np.empty(len(street), dtype=np.int64)
    numbers[order] = np.arange(len(street)) - np.repeat(first, counts) + 1
    return numbers


_BEFORE = (
    ("", "", "", ""),
    ("Վերին ", "Yuxarı ", "Верхняя ", "Upper "),
    ("Ներքին ", "Aşağı ", "Нижняя ", "Lower "),
    ("Նոր ", "Yeni ", "Новая ", "New "),
)


def street_name(table: list[dict[str, str]], number: int) -> dict[str, str]:
    """Name of street `number` of a settlement; past the table upper, lower and new."""
    row, turn = table[number % len(table)], number // len(table)
    hy, az, ru, en = _BEFORE[turn % len(_BEFORE)]
    lap = turn // len(_BEFORE)
    after = f" {lap + 1}" if lap else ""
    return {
        "hy": f"{hy}{row['name_hy']}{after} փողոց",
        "az": f"{az}{row['name_az']}{after} küçəsi",
        "ru": f"ул. {ru}{row['name_ru']}{after}",
        "en": f"{en}{row['name_en']}{after} Street",
    }


def with_number(street: str, number: int, language: str) -> str:
    """Street and house number as written in a language."""
    return f"{street}, {number}" if language in ("ru", "az") else f"{street} {number}"
