"""A made-up town that teaches: a register, and rows about most of its people."""

from random import Random

from stillhere.identity import IdentityRules, Index
from stillhere.reports.statements import PersonStatement
from stillhere.vocabulary.people import Sex
from tests.identity.made import born as born_on
from tests.identity.made import built, mention

GIVEN = ("Arman", "Gayane", "Hakob", "Anahit", "Levon", "Narek", "Tigran", "Susanna")
FAMILY = tuple(
    f"{head}{tail}yan"
    for head in ("Mar", "Vosk", "Tum", "Ghal", "Sar", "Bek", "Dol", "Khach")
    for tail in ("tos", "ash", "und", "il", "ed")
)
PEOPLE, GONE, STRANGERS = 700, 620, 60
RULES = IdentityRules.shipped(population=PEOPLE)


def town(seed: int = 1) -> tuple[list[PersonStatement], list[PersonStatement]]:
    """The register, and the rows of others; the n-th row is about the n-th person."""
    draw = Random(seed)  # noqa: S311 (no secret)
    people = [_person(draw) for _ in range(PEOPLE + STRANGERS)]
    register = [_row("register", n, who) for n, who in enumerate(people[:PEOPLE])]
    heard = [*range(GONE), *range(PEOPLE, PEOPLE + STRANGERS)]
    return register, [_row("calls", n, _mistaken(people[n], draw)) for n in heard]


def town_built(rules: IdentityRules = RULES) -> Index:
    """The index of the town."""
    register, rows = town()
    return built([*register, *rows], rules=rules)


def _person(draw: Random) -> tuple[str, str, tuple[int, int, int], Sex]:
    born = draw.randrange(1930, 1980), draw.randrange(1, 13), draw.randrange(1, 29)
    given = draw.randrange(len(GIVEN))
    sex = Sex.FEMALE if given % 2 else Sex.MALE
    return GIVEN[given], draw.choice(FAMILY), born, sex


def _mistaken(
    person: tuple[str, str, tuple[int, int, int], Sex], draw: Random
) -> tuple[str, str, tuple[int, int, int], Sex]:
    """The same person, one in ten with another year, one in thirty of the other sex."""
    given, family, (year, month, day), sex = person
    if draw.random() < 0.1:
        year += 1
    if draw.random() < 1 / 30:
        sex = Sex.MALE if sex is Sex.FEMALE else Sex.FEMALE
    return given, family, (year, month, day), sex


def _row(
    source: str, number: int, person: tuple[str, str, tuple[int, int, int], Sex]
) -> PersonStatement:
    given, family, born, sex = person
    return mention(source, number, given, family=family, birth=born_on(*born), sex=sex)
