"""`register.xlsx`: the register of residents, Armenian script, 93 % of households."""

from datetime import date

import numpy as np

from stillhere.exercise.habits import habit, rate, table
from stillhere.exercise.sheet import Sheet
from stillhere.exercise.slips import slip
from stillhere.exercise.stock import name_stock
from stillhere.exercise.streams import Stream, generator
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
    share = rate("register_households")
    kept: list[bool] = (rng.random(len(world.buildings.of)) < share).tolist()
    return kept


def register(world: World) -> Sheet:
    """The sheet: a title, the header, one row per person, a total."""
    sheet = Sheet(REGISTER)
    sheet.add(["Բնակչության ռեգիստր"])
    sheet.add(HEADER)
    dice = world.dice(Stream.REGISTER)
    names, buildings = name_stock(), world.buildings
    noise = (
        table()["habits"][habit("arrivals_hy").name] and table()["habits"]["register"]
    )
    of, flat = buildings.of.tolist(), buildings.flat.tolist()
    flats, settlement = buildings.flats.tolist(), buildings.settlement.tolist()
    for h, kept in enumerate(registered_households(world)):
        if not kept:
            continue
        building = of[h]
        spellings = buildings.places[settlement[building]].spellings["hy"]
        place = spellings[0] if dice.chance(0.5) else dice.pick(spellings)
        phone = (
            "+374 " + world.phones[h] if dice.chance(rate("phone_in_register")) else ""
        )
        door = flat[h] if flats[building] > 1 else None
        for n in world.members(h):
            person = world.persons[n]
            family = names.family["hy"][person.family]
            if dice.chance(noise["slip"]):
                family = slip(family, dice)
            father = names.patronymic["hy"][0][person.father]
            paper = dice.chance(rate("document_in_register"))
            sheet.add(
                (
                    100001 + h,
                    family,
                    names.given["hy"][person.given],
                    "" if dice.chance(noise["no_patronymic"]) else father,
                    "Իգ" if person.woman else "Ար",
                    date.fromordinal(person.birth),
                    place,
                    buildings.address["hy"][building],
                    door,
                    phone,
                    world.documents[n] if paper else "",
                ),
                n,
            )
            phone = ""
    sheet.add(["Ընդամենը", len(sheet.rows) - 2])
    return sheet


def register_coverage(sheet: Sheet, people: int) -> float:
    """Share of all people who stand in the register."""
    return float(np.round(sum(p is not None for p in sheet.people) / people, 4))
