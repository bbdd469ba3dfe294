"""`hotline/*.csv`: calls about people said to be still there, some of them mistaken."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from stillhere.exercise.clerk import Clerk
from stillhere.exercise.contacts import (
    flat_number,
    full_address,
    phone_text,
    settlement_name,
    street_address,
)
from stillhere.exercise.habits import habit, rate
from stillhere.exercise.hours import DAYS_OF_CALLS, stamp
from stillhere.exercise.people import HOUR_0
from stillhere.exercise.sheet import Sheet
from stillhere.exercise.streams import Dice, Stream, generator
from stillhere.exercise.world import World

_HEADERS = {
    "en": ("Call no", "Received", "Caller", "Caller phone", "Who", "How many", "Settlement", "Street and house", "Flat", "x_km", "y_km", "How the caller knows", "Message"),
    "ru": ("№ звонка", "Время звонка", "Кто звонит", "Телефон звонящего", "Кто остался", "Сколько человек", "Населенный пункт", "Улица, дом", "Квартира", "x_km", "y_km", "Откуда известно", "Сообщение"),
}  # fmt: skip
_CALLERS = {
    "en": (
        "neighbour",
        "daughter",
        "son",
        "niece",
        "colleague",
        "priest",
        "shopkeeper",
    ),
    "ru": ("соседка", "дочь", "сын", "племянник", "коллега", "священник", "продавец"),
}
_KNOWS = {
    "en": ("saw them on the last day", "spoke by phone", "heard from a neighbour", "thinks so", "saw light in the window"),
    "ru": ("видели в последний день", "говорили по телефону", "слышали от соседей", "так думает", "видели свет в окне"),
}  # fmt: skip
_WHO = {
    "en": ("an old woman", "an old man", "a woman", "a man", "someone"),
    "ru": ("пожилая женщина", "пожилой мужчина", "женщина", "мужчина", "кто-то"),
}
_MESSAGES = {
    "en": ("{who} ({many}) may still be at {where}. Caller: {knows}.", "Please check {where}: {who}, {many} person(s), {knows}.", "{where}. {who}, number of people {many}, {knows}."),
    "ru": ("{where}: {who}, {many} чел., {knows}.", "Просят проверить {where}, там {who} ({many}), {knows}.", "Возможно остались: {who} ({many}), {where}; {knows}."),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Call:
    """One call: when, about which dwelling, who is there or said to be."""

    hour: float
    dwelling: int
    true: bool
    people: tuple[int, ...]


def calls(world: World) -> tuple[list[Sheet], list[dict[str, object]]]:
    """The hotline's two files, and the places of calls for the truth."""
    dice = world.dice(Stream.CALLS)
    sheets = {lang: Sheet(f"hotline/calls-{lang}.csv") for lang in ("en", "ru")}
    clerks = {lang: Clerk(habit(f"calls_{lang}"), dice) for lang in sheets}
    for language, sheet in sheets.items():
        sheet.add(_HEADERS[language])
    places: list[dict[str, object]] = []
    for number, call in enumerate(_drawn(world), start=1):
        language = "en" if dice.chance(0.55) else "ru"
        names = dice.chance(rate("call_names_somebody"))
        named = dice.pick(call.people) if names else None
        precision = ("exact", "building", "street")[dice.weighted((0.5, 0.2, 0.3))]
        cells = _cells(world, call, (named, precision), clerks[language])
        note = clerks[language].note() if names else None
        row = sheets[language].add([number, *cells], named, note)
        place = {"file": sheets[language].path, "row": row, "precision": precision}
        places.append(place | _truth_of(world, call))
    return list(sheets.values()), places


def _truth_of(world: World, call: Call) -> dict[str, object]:
    return {
        "hour": round(call.hour, 3),
        "dwelling": world.buildings.dwelling(call.dwelling),
        "true": call.true,
    }


def _drawn(world: World) -> list[Call]:
    """True calls with .35 per dwelling with people; false ones weighted to the old."""
    rng = generator(world.seed, world.plan.name, Stream.CALLED)
    where = world.remaining.where
    dwellings = np.unique(where[where >= 0])
    there = _whom_by_dwelling(where)
    first = [there[dwelling][0] for dwelling in dwellings.tolist()]
    luck = world.luck(rng.random(len(dwellings)), world.people.household[first])
    called = dwellings[luck < rate("call_from_remaining")]
    kind = world.people.households.kind
    weights = np.where(kind < 2, 10.0, 1.0)
    weights[dwellings[dwellings < len(kind)]] = 0.0
    count = min(world.plan.false_calls, int((weights > 0).sum()))
    false = rng.choice(len(kind), count, replace=False, p=weights / weights.sum())
    hours = rng.uniform(0, 24 * DAYS_OF_CALLS, len(called) + count)
    found = []
    for at, dwelling in enumerate([*called.tolist(), *false.tolist()]):
        true = at < len(called)
        people = there[dwelling] if true else list(world.members(dwelling))
        found.append(Call(float(hours[at]), dwelling, true, tuple(people)))
    return sorted(found, key=lambda call: (call.hour, call.dwelling))


def _whom_by_dwelling(where: npt.NDArray[np.int64]) -> dict[int, list[int]]:
    there: dict[int, list[int]] = {}
    for n in np.flatnonzero(where >= 0).tolist():
        there.setdefault(int(where[n]), []).append(n)
    return there


def _cells(
    world: World, call: Call, about: tuple[int | None, str], clerk: Clerk
) -> list[object]:
    dice, language = clerk.dice, clerk.habit.language
    named, precision = about
    clerk.next_family()
    who = _who(world, call, named, clerk)
    many = len(call.people) if call.true or len(call.people) < 3 else 1 + dice.below(2)
    settlement = settlement_name(world, call.dwelling, language, dice)
    street, flat = _place(world, call.dwelling, precision, language)
    x, y = _point(world, call.dwelling, dice) if precision == "street" else ("", "")
    knows = dice.pick(_KNOWS[language])
    caller = (
        dice.pick(_CALLERS[language]),
        phone_text(f"9{dice.below(9)}{100000 + dice.below(900000)}", dice),
    )
    head = [stamp(call.hour), *caller]
    if dice.chance(0.5):
        return [*head, who, many, settlement, street, flat, x, y, knows, ""]
    where = (
        full_address(world, call.dwelling, language) if precision == "exact" else street
    )
    message = dice.pick(_MESSAGES[language]).format(
        who=who, many=many, where=f"{settlement}, {where}", knows=knows
    )
    return [*head, "", "", "", "", "", x, y, "", message]


def _who(world: World, call: Call, named: int | None, clerk: Clerk) -> str:
    words = _WHO[clerk.habit.language]
    if named is not None:
        return clerk.line(world.persons[named])
    person = world.persons[call.people[0]]
    if HOUR_0.toordinal() - person.birth > 65 * 365:
        return words[0 if person.woman else 1]
    return words[2 if person.woman else 3]


def _place(
    world: World, dwelling: int, precision: str, language: str
) -> tuple[str, str]:
    if precision == "street":
        building = int(world.buildings.of[dwelling])
        return world.buildings.street[language][building], ""
    street = street_address(world, dwelling, language)
    return street, flat_number(world, dwelling) if precision == "exact" else ""


def _point(world: World, dwelling: int, dice: Dice) -> tuple[str, str]:
    """The building's point with 100 m of noise on each axis (normal, Box-Muller)."""
    building = int(world.buildings.of[dwelling])
    far = 0.1 * float(np.sqrt(-2 * np.log(1 - dice.roll())))
    turn = 2 * float(np.pi) * dice.roll()
    x = float(world.buildings.x[building]) + far * float(np.cos(turn))
    y = float(world.buildings.y[building]) + far * float(np.sin(turn))
    return f"{x:.3f}", f"{y:.3f}"
