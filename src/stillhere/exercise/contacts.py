"""Places of origin, addresses and phone numbers as a clerk writes them."""

from stillhere.exercise.streams import Dice
from stillhere.exercise.world import World

FLAT_WORDS = {"hy": "բն.", "ru": "кв.", "en": "apt", "az": "mənzil"}


def settlement_of(world: World, dwelling: int) -> int:
    """Index of the settlement of a dwelling."""
    return int(world.buildings.settlement[world.buildings.of[dwelling]])


def settlement_name(world: World, dwelling: int, language: str, dice: Dice) -> str:
    """One of the names of the settlement of a dwelling, in a language."""
    place = world.buildings.places[settlement_of(world, dwelling)]
    spellings = place.spellings[language]
    return spellings[0] if dice.chance(0.5) else dice.pick(spellings)


def origin(world: World, dwelling: int, language: str, dice: Dice) -> str:
    """Where someone says to come from: empty for 3 %, another place for 2 %."""
    luck = dice.roll()
    if luck < 0.03:
        return ""
    if luck < 0.05:
        place = dice.pick(world.buildings.places)
        return place.spellings[language][0]
    return settlement_name(world, dwelling, language, dice)


def street_address(world: World, dwelling: int, language: str) -> str:
    """Street and house number."""
    return world.buildings.address[language][int(world.buildings.of[dwelling])]


def flat_number(world: World, dwelling: int) -> str:
    """The flat, empty in a house."""
    building = int(world.buildings.of[dwelling])
    if int(world.buildings.flats[building]) == 1:
        return ""
    return str(int(world.buildings.flat[dwelling]))


def full_address(world: World, dwelling: int, language: str) -> str:
    """Street, house number and flat in one cell."""
    flat = flat_number(world, dwelling)
    street = street_address(world, dwelling, language)
    return f"{street}, {FLAT_WORDS[language]} {flat}" if flat else street


def phone_text(digits: str, dice: Dice) -> str:
    """An eight-digit number in one of the usual ways of writing it."""
    code, first, last = digits[:2], digits[2:5], digits[5:]
    return dice.pick(
        (
            f"+374 {code} {first}{last}",
            f"+374{digits}",
            f"0{code}-{first[:2]}-{first[2]}{last[0]}-{last[1:]}",
            f"(0{code}) {first}{last}",
            f"374{digits}",
        )
    )
