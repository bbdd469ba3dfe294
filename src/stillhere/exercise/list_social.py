"""`social_service.xlsx`: people in the care of the social service, merged header rows."""

from datetime import date

from stillhere.exercise.clerk import Clerk
from stillhere.exercise.contacts import (
    flat_number,
    phone_text,
    settlement_name,
    street_address,
)
from stillhere.exercise.habits import habit, rate
from stillhere.exercise.sheet import Sheet
from stillhere.exercise.streams import Stream, generator
from stillhere.exercise.world import World

SOCIAL = "social_service.xlsx"
MERGED = (
    (0, 0, 0, 10, "Սոցիալական ծառայության հաշվառման ցուցակ"),
    (1, 0, 2, 0, "Հ/Հ"),
    (1, 1, 2, 1, "Ազգանուն, անուն, հայրանուն"),
    (1, 2, 2, 2, "Ծննդյան ամսաթիվ"),
    (1, 3, 1, 5, "Հասցե"),
    (1, 6, 1, 8, "Խնամքի կարիք"),
    (1, 9, 2, 9, "Միայնակ"),
    (1, 10, 2, 10, "Հեռախոս"),
)
WIDTHS = (6, 38, 14, 20, 34, 10, 20, 26, 24, 10, 18)
_SECOND: list[str | None] = [None, None, None, "Բնակավայր", "Փողոց, տուն", "Բնակարան", "Տեղաշարժ", "Հաշմանդամության խումբ", "Կախվածություն", None, None]  # fmt: skip
HEADINGS: tuple[list[str | None], ...] = ([], [], _SECOND)
"""Rows under the merged cells: two empty ones, then the second header row."""
_MOVES = ("քայլում է", "ձեռնափայտով", "անվասայլակ", "անկողնային")
_DEPENDS = ("", "դեղորայք", "էլեկտրասնուցում")


def social_service(world: World) -> Sheet:
    """70 % of the disabled and .6 % of everybody, by settlement and street."""
    rng = generator(world.seed, world.plan.name, Stream.SERVED)
    luck = world.luck(rng.random(len(world.persons)), world.people.household)
    served = (world.people.disabled & (luck < rate("social_disabled"))) | (
        rng.random(len(luck)) < rate("social_anyone")
    )
    dice = world.dice(Stream.SOCIAL)
    clerk = Clerk(habit("social"), dice)
    sheet = Sheet(SOCIAL)
    for heading in HEADINGS:
        sheet.add(heading)
    disabled = world.people.disabled.tolist()
    sizes = world.people.households.size.tolist()
    for ordinal, n in enumerate(served.nonzero()[0].tolist(), start=1):
        clerk.next_family()
        household = int(world.people.household[n])
        phone = phone_text(world.phones[household], dice) if dice.chance(0.35) else ""
        sheet.add(
            [
                ordinal,
                clerk.line(world.persons[n]),
                _born(clerk, world.persons[n].birth),
                settlement_name(world, household, "hy", dice),
                street_address(world, household, "hy"),
                flat_number(world, household),
                *_need(disabled[n], dice.roll(), dice.roll()),
                "այո" if sizes[household] == 1 else "",
                phone,
            ],
            n,
            clerk.note(),
        )
    return sheet


def _born(clerk: Clerk, birth: int) -> date | int | None:
    day, year = clerk.born(birth)
    if day is not None and clerk.dice.chance(0.25):
        return day.year
    return day or year


def _need(disabled: bool, luck: float, more: float) -> tuple[str, str, str]:  # noqa: FBT001 - one cell of a row
    depends = _DEPENDS[1 if more < 0.3 else 2 if more < 0.4 else 0]
    if not disabled:
        return _MOVES[0 if luck < 0.7 else 1], "", depends or _DEPENDS[1]
    group = ("I", "II", "III")[0 if luck < 0.3 else 1 if luck < 0.75 else 2]
    moves = _MOVES[3 if luck < 0.3 else 2 if luck < 0.5 else 1 if luck < 0.8 else 0]
    return moves, group, depends
