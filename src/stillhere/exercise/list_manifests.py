"""`manifests/*.csv`: one file per bus, some forty people, in one of four languages."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from stillhere.exercise.clerk import Clerk, Person
from stillhere.exercise.contacts import origin, phone_text
from stillhere.exercise.habits import habit, rate
from stillhere.exercise.manifest_words import (
    ENCODINGS,
    LANGUAGES,
    PLATE,
    WEIGHTS,
    WORDS,
)
from stillhere.exercise.people import HOUR_0
from stillhere.exercise.sheet import Sheet
from stillhere.exercise.strangers import stranger
from stillhere.exercise.streams import Dice, Stream, generator
from stillhere.exercise.world import World


@dataclass(frozen=True, slots=True)
class _Layout:
    """Which columns one manifest has."""

    split: bool
    birth: str
    sex: bool
    place: bool
    phone: bool
    plate: bool


def manifests(world: World) -> list[Sheet]:
    """One sheet per bus; neighbours travel together, families sit side by side."""
    dice = world.dice(Stream.MANIFESTS)
    riders = _riders(world)
    sheets: list[Sheet] = []
    at = 0
    while at < len(riders):
        size = 30 + dice.below(22)
        sheets.append(_bus(world, riders[at : at + size], len(sheets) + 1, dice))
        at += size
    return sheets


def _riders(world: World) -> list[int]:
    """Who is on a manifest: 6 % of those who left, ordered by neighbourhood."""
    rng = generator(world.seed, world.plan.name, Stream.BOARDED)
    gone = ~world.remaining.stays
    boarded = np.flatnonzero((rng.random(len(gone)) < rate("boarded")) & gone)
    building = world.buildings.of[world.people.household[boarded]]
    block_x = np.floor(world.buildings.x[building] / 0.4)
    block_y = np.floor(world.buildings.y[building] / 0.4)
    settlement = world.buildings.settlement[building]
    order = np.lexsort((boarded, block_y, block_x, settlement))
    riders: list[int] = boarded[order].tolist()
    return riders


def _bus(world: World, riders: list[int], number: int, dice: Dice) -> Sheet:
    language = LANGUAGES[dice.weighted(WEIGHTS)]
    encoding, delimiter = dice.pick(ENCODINGS[language])
    path = f"manifests/bus-{number:03d}.csv"
    sheet = Sheet(path, encoding=encoding, delimiter=delimiter)
    layout = _layout(dice)
    words = {key: dice.pick(value) for key, value in WORDS[language].items()}
    letters = dice.pick("ABOLSU") + dice.pick("ABOLSU")
    plate = f"{10 + dice.below(89)} {letters} {100 + dice.below(900)}"
    day = date(2023, 9, 24) + timedelta(days=1 + dice.below(8))
    if dice.chance(0.6):
        sheet.add([words["title"].format(plate=plate, day=f"{day:%d.%m.%Y}")])
    sheet.add(_header(layout, language, words))
    writer = _Writer(world, Clerk(habit(f"manifest_{language}"), dice), layout, plate)
    rows = _add_riders(sheet, writer, riders)
    if dice.chance(0.45):
        sheet.add([words["total"], rows])
    return sheet


def _layout(dice: Dice) -> _Layout:
    return _Layout(
        split=dice.chance(0.25),
        birth=("age", "year", "date")[dice.weighted((0.6, 0.25, 0.15))],
        sex=dice.chance(0.35),
        place=dice.chance(0.7),
        phone=dice.chance(0.5),
        plate=dice.chance(0.3),
    )


def _add_riders(sheet: Sheet, writer: "_Writer", riders: list[int]) -> int:
    """Write everyone on the bus, a stranger now and then; returns how many."""
    world, clerk = writer.world, writer.clerk
    rows, last = 0, -1
    for n in riders:
        if clerk.dice.chance(rate("strangers_manifests")):
            rows += 1
            cells = writer.row(rows, stranger(clerk.dice), None)
            sheet.add(cells, None, clerk.note())
        household = int(world.people.household[n])
        beside = household == last
        if not beside:
            clerk.next_family()
        rows += 1
        home = -1 - household if beside else household
        cells = writer.row(rows, world.persons[n], home)
        sheet.add(cells, n, clerk.note())
        last = household
    return rows


def _header(layout: _Layout, language: str, words: dict[str, str]) -> list[str]:
    header = [words["ordinal"]]
    header += WORDS[language]["parts"] if layout.split else (words["name"],)
    if layout.sex:
        header.append(WORDS[language]["sex"][0])
    header.append(words[layout.birth])
    header += [words["from"]] * layout.place + [words["phone"]] * layout.phone
    return header + [PLATE[language]] * layout.plate


class _Writer:
    """Writes the rows of one manifest."""

    def __init__(self, world: World, clerk: Clerk, layout: _Layout, plate: str) -> None:
        self.world, self.clerk, self.layout, self.plate = world, clerk, layout, plate
        self.language = clerk.habit.language

    def row(self, ordinal: int, person: Person, household: int | None) -> list[object]:
        """Cells of one passenger.

        `household` is None for a stranger and -1 - h for one who sits beside another
        of household h (the phone is noted once).
        """
        layout, clerk, dice = self.layout, self.clerk, self.clerk.dice
        cells: list[object] = [ordinal]
        if layout.split:
            written = clerk.name(person)
            given = " ".join(p for p in (written.given, written.patronymic) if p)
            cells += [written.family, given]
        else:
            cells.append(clerk.line(person))
        if layout.sex:
            cells.append(WORDS[self.language]["sex"][1 + int(person.woman)])
        cells.append(self._born(person))
        if layout.place:
            home = household if household is None or household >= 0 else -1 - household
            home = dice.below(len(self.world.phones)) if home is None else home
            cells.append(origin(self.world, home, self.language, dice))
        if layout.phone:
            cells.append(self._phone(household))
        if layout.plate:
            cells.append(self.plate)
        return cells

    def _born(self, person: Person) -> object:
        clerk = self.clerk
        if clerk.dice.chance(rate("manifest_no_birth")):
            clerk.birth = "missing"
            return ""
        if self.layout.birth == "age":
            return clerk.age(person.birth, HOUR_0.toordinal() - 5)
        day, year = clerk.born(person.birth)
        if self.layout.birth == "year":
            clerk.birth = "year_only" if day or year else "missing"
            return day.year if day else (year or "")
        return f"{day:%d.%m.%Y}" if day else (year or "")

    def _phone(self, household: int | None) -> str:
        dice = self.clerk.dice
        if household is None or household < 0 or not dice.chance(0.5):
            return ""
        same = dice.chance(rate("same_phone"))
        new = f"77{100000 + dice.below(900000)}"
        return phone_text(self.world.phones[household] if same else new, dice)
