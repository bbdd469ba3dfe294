"""Phone numbers on file, and which of them are answered by a household that left."""

import re
from collections.abc import Iterable, Iterator
from hashlib import blake2b

from stillhere.exercise.full.assumed import assumed, count
from stillhere.exercise.sheet import Sheet
from stillhere.exercise.world import World

_NUMBER = re.compile(r"^\+?\(?(?:374|0)[\s()-]*(\d{2})[\s()-]*([\d-]{6,9})$")
_DIGITS = 8
_PERSON_LISTS = ("register.xlsx", "social_service.xlsx", "arrivals/", "manifests/")


def national(text: str) -> str:
    """The eight digits of a number without the code of the country; empty for none."""
    match = _NUMBER.match(text.strip())
    digits = "".join(c for c in "".join(match.groups()) if c.isdigit()) if match else ""
    return digits if len(digits) == _DIGITS else ""


def numbers_on_file(world: World, sheets: Iterable[Sheet]) -> list[tuple[str, int]]:
    """Every number beside a person in a list, and the household it reaches; sorted.

    A number may reach several households; those of callers are left out.
    """
    return sorted(set(_numbers(world, sheets)))


def _numbers(world: World, sheets: Iterable[Sheet]) -> Iterator[tuple[str, int]]:
    households = world.people.household
    for sheet in sheets:
        if not sheet.path.startswith(_PERSON_LISTS):
            continue
        for cells, person in zip(sheet.rows, sheet.people, strict=True):
            if person is None:
                continue
            for cell in cells:
                number = national(cell) if type(cell) is str else ""
                if number:
                    yield number, int(households[person])


def luck(seed: int, number: str, call: int) -> float:
    """A number in [0, 1) for one call, the same for every policy."""
    text = f"{seed}/{number}/{call}".encode()
    return int.from_bytes(blake2b(text, digest_size=7).digest(), "big") / (1 << 56)


def answered_at(seed: int, number: str) -> int:
    """Which call to this number is answered, from 1; 0 if none ever is."""
    for call in range(1, count("answered", "calls") + 1):
        chance = assumed("answered", "first" if call == 1 else "again")
        if luck(seed, number, call) < chance:
            return call
    return 0
