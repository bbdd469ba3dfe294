"""Invented people shaped like a register, to see how often a row finds one of them.

Every household is copied with the sexes and ages of its members; given names, fathers'
names and dates of birth come from other people of that sex and about that age, the family
name and the home from other households. Whoever is linked with one of these is linked
wrongly, and so, of a register of the same size, about as many are by chance.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b

from stillhere.reports import ReportId
from stillhere.reports.statements import PersonStatement, WrittenName

_YEARS = 10
"""People born in one such span are of about one age."""

Household = Sequence[PersonStatement]


@dataclass(frozen=True, slots=True)
class _Donors:
    """Who lends what to one person."""

    given: PersonStatement
    birth: PersonStatement
    family: PersonStatement
    home: PersonStatement


def decoys(register: Sequence[PersonStatement]) -> list[PersonStatement]:
    """One invented person for each person of a register, in the same list.

    Pure in the set of statements; their order does not matter. Documents and phone
    numbers are left out. A register of one household gives copies of its people.
    """
    households = _households(register)
    by_age = _peers(register)
    return [
        _decoy(person, _donors(person, seat, number, households, by_age))
        for number, household in enumerate(households)
        for seat, person in enumerate(household)
    ]


def _households(register: Sequence[PersonStatement]) -> list[Household]:
    """Households in the order of a hash, their members by id."""
    found: dict[tuple[str, str], list[PersonStatement]] = defaultdict(list)
    for person in register:
        stated = person.household or person.head or person.report
        found[person.source, stated].append(person)
    groups = [sorted(people, key=lambda p: p.report) for people in found.values()]
    return sorted(groups, key=lambda people: _mixed(people[0]))


def _peers(
    register: Sequence[PersonStatement],
) -> dict[ReportId, tuple[int, list[PersonStatement]]]:
    """Of each person the place among people of that sex and about that age."""
    blocks: dict[tuple[object, int], list[PersonStatement]] = defaultdict(list)
    for person in sorted(register, key=_mixed):
        year = person.birth.first if person.birth else 0
        blocks[person.sex, year // _YEARS].append(person)
    return {
        person.report: (place, block)
        for block in blocks.values()
        for place, person in enumerate(block)
    }


def _mixed(person: PersonStatement) -> bytes:
    return blake2b(person.report.encode(), digest_size=8).digest()


def _donors(
    person: PersonStatement,
    seat: int,
    number: int,
    households: Sequence[Household],
    by_age: dict[ReportId, tuple[int, list[PersonStatement]]],
) -> _Donors:
    place, peers = by_age[person.report]
    third = max(1, len(peers) // 3)
    named = households[(number + 1) % len(households)]
    housed = households[(number + 2) % len(households)]
    return _Donors(
        given=peers[(place + third) % len(peers)],
        birth=peers[(place + 2 * third) % len(peers)],
        family=named[min(seat, len(named) - 1)],
        home=housed[0],
    )


def _decoy(person: PersonStatement, donors: _Donors) -> PersonStatement:
    stated = person.household or person.head
    return replace(
        person,
        report=ReportId(
            blake2b(f"decoy {person.report}".encode(), digest_size=16).hexdigest()
        ),
        key="",
        name=_name(donors),
        birth=donors.birth.birth,
        documents=(),
        phones=(),
        place=donors.home.place,
        origin=donors.home.origin,
        household=f"decoy {stated}" if stated else "",
        head="",
    )


def _name(donors: _Donors) -> WrittenName:
    """Given and father's name of one, family name of another, in the cells of the list."""
    name, family = donors.given.name, donors.family.name
    if not name.full:
        return replace(name, family=family.family, maiden="")
    words = [*_family_first(family)[:1], *_family_first(name)[1:]]
    if name.order.startswith(_GIVEN_FIRST):
        words = [*words[1:], *words[:1]]
    return replace(name, full=" ".join(words))


_GIVEN_FIRST = "given"


def _family_first(name: WrittenName) -> list[str]:
    """The words of a whole name, the family name before all others."""
    words = name.full.split() or [name.family, name.given]
    given_first = name.full and name.order.startswith(_GIVEN_FIRST)
    return [words[-1], *words[:-1]] if given_first else words
