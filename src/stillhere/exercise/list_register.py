"""`register.xlsx`: the register of residents, Armenian script, 93 % of households."""

from datetime import date

import numpy as np

from stillhere.exercise.clerk import Person
from stillhere.exercise.contacts import flat_number, settlement_name, street_address
from stillhere.exercise.habits import rate, table
from stillhere.exercise.sheet import Sheet
from stillhere.exercise.slips import slip
from stillhere.exercise.stock import name_stock
from stillhere.exercise.streams import Dice, Stream, generator
from stillhere.exercise.world import World

REGISTER = "register.xlsx"
HEADER = (
    "Տնային տնտեսության համարը",
    "Ազգանուն",
    "Անուն",
    "Հայրանուն",
    "Սեռ",
    "Ծննդյան ամսաթիվ",
    "Բնակավայր",
    "Հասցե",
    "Բնակարան",
    "Հեռախոս",
    "Փաստաթղթի համար",
)
WIDTHS = (14, 20, 16, 18, 8, 14, 20, 34, 10, 16, 14)


def registered_households(world: World) -> list[bool]:
    """Which households the register has."""
    rng = generator(world.seed, world.plan.name, Stream.REGISTERED)
    households = len(world.phones)
    kept = rng.random(households) < rate("register_households")
    if world.together is not None:
        settlement = world.buildings.settlement[world.buildings.of[:households]]
        kept &= ~np.isin(settlement, sorted(world.together.missing))
    found: list[bool] = kept.tolist()
    return found


def register(world: World) -> Sheet:
    """The sheet: a title, the header, one row per person, a total."""
    sheet = Sheet(REGISTER)
    sheet.add(["Բնակչության ռեգիստր"])
    sheet.add(HEADER)
    dice = world.dice(Stream.REGISTER)
    for household, kept in enumerate(registered_households(world)):
        if kept:
            _add_household(sheet, world, household, dice)
    sheet.add(["Ընդամենը", len(sheet.rows) - 2])
    return sheet


def _add_household(sheet: Sheet, world: World, household: int, dice: Dice) -> None:
    home = _home(world, household, dice)
    with_phone = dice.chance(rate("phone_in_register"))
    phone = "+374 " + world.phones[household] if with_phone else ""
    for n in world.members(household):
        paper = dice.chance(rate("document_in_register"))
        sheet.add(
            (
                100001 + household,
                *_names(world.persons[n], dice),
                "Իգ" if world.persons[n].woman else "Ար",
                date.fromordinal(world.persons[n].birth),
                *home,
                phone,
                world.documents[n] if paper else "",
            ),
            n,
        )
        phone = ""


def _home(world: World, household: int, dice: Dice) -> tuple[str, str, int | None]:
    """Settlement by one of its names, street and house, flat (None in a house)."""
    flat = flat_number(world, household)
    return (
        settlement_name(world, household, "hy", dice),
        street_address(world, household, "hy"),
        int(flat) if flat else None,
    )


def _names(person: Person, dice: Dice) -> tuple[str, str, str]:
    """Family name, given name, patronymic; a slip or a missing patronymic is rare."""
    stock, noise = name_stock(), table()["habits"]["register"]
    family = stock.family["hy"][person.family]
    if dice.chance(noise["slip"]):
        family = slip(family, dice)
    given = stock.given["hy"][person.given]
    if dice.chance(noise["no_patronymic"]):
        return family, given, ""
    return family, given, stock.patronymic["hy"][0][person.father]


def register_coverage(sheet: Sheet, people: int) -> float:
    """Share of all people who stand in the register."""
    return float(np.round(sum(p is not None for p in sheet.people) / people, 4))
