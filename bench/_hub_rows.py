"""Rows that make hubs: one key, group or vehicle on far more rows than is sane.

Each hub is a list as a careless clerk writes it; all of it is invented.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import blake2b

from stillhere.identity import ListTraits
from stillhere.reports import ReportId
from stillhere.reports.statements import Birth, PersonStatement, WrittenName
from stillhere.vocabulary.people import PersonEvent

GIVEN = ("Armen", "Anahit", "Levon", "Karine", "Suren", "Lusine", "Gagik", "Nune")
FAMILY = ("Petrosyan", "Hakobyan", "Sargsyan", "Grigoryan", "Avanesyan", "Danielyan")


@dataclass(frozen=True, slots=True)
class Hub:
    """Rows of a hub, and further rows that will be inserted into it."""

    name: str
    rows: tuple[PersonStatement, ...]
    inserts: tuple[PersonStatement, ...]


TRAITS = {
    t.source: t
    for t in (
        ListTraits("hub: centre"),
        ListTraits("hub: bus", once=True),
        ListTraits("hub: namesakes"),
        ListTraits("hub: register", once=True),
        ListTraits("hub: visitors"),
    )
}
"""Traits of the lists the hubs stand in."""


def hubs(share: float = 1.0, inserts: int = 40) -> tuple[Hub, ...]:
    """The four hubs, and `inserts` further rows for each.

    Args:
        share: Of their full sizes of 10,000, 80, 500 and 20,000.
        inserts: At least 1.
    """
    return (
        _hub(
            "household 0 on 10,000 rows", _household(), round(10_000 * share), inserts
        ),
        _hub("a bus of 80", _bus(), 80, inserts),
        _hub("500 namesakes without dates", _namesakes(), round(500 * share), inserts),
        _block(round(20_000 * share), inserts),
    )


def _hub(name: str, rows: Iterator[PersonStatement], size: int, more: int) -> Hub:
    every = tuple(row for row, _ in zip(rows, range(size + more), strict=False))
    return Hub(name, every[:size], every[size:])


def person(source: str, number: int, given: str, family: str) -> PersonStatement:
    """A row with a name and nothing else."""
    name = blake2b(f"{source}\x1f{number}".encode(), digest_size=16).hexdigest()
    return PersonStatement(
        report=ReportId(name),
        source=source,
        event=PersonEvent.RESIDENT,
        name=WrittenName(given=given, family=family),
    )


def _named(source: str) -> Iterator[PersonStatement]:
    number = 0
    while True:
        given = GIVEN[number % len(GIVEN)]
        family = FAMILY[number * 7 // 5 % len(FAMILY)]
        year = 1935 + number * 11 % 80
        birth = Birth(year, year, 1 + number % 12, 1 + number * 5 % 28)
        yield replace(person(source, number, given, family), birth=birth)
        number += 1


def _household() -> Iterator[PersonStatement]:
    """Everybody in household 0, as where an empty number was exported as 0."""
    for row in _named("hub: centre"):
        yield replace(row, household="0")


def _bus() -> Iterator[PersonStatement]:
    """Eighty on one bus; those who come later take seats that are taken."""
    for number, row in enumerate(_named("hub: bus")):
        yield replace(
            row,
            event=PersonEvent.BOARDED,
            birth=Birth(1985 - number % 40, 1986 - number % 40, from_age=True),
            vehicle="1",
            ordinal=1 + number % 80,
        )


def _namesakes() -> Iterator[PersonStatement]:
    number = 0
    while True:
        yield person("hub: namesakes", number, "Armen", "Sargsyan")
        number += 1


def _block(size: int, more: int) -> Hub:
    """One name on every row of a once-list; rows of that name come from elsewhere."""
    rows = []
    for number in range(size):
        year = 1930 + number % 90
        birth = Birth(year, year, 1 + number % 12, 1 + number % 28)
        row = person("hub: register", number, "Zaven", "Ulubabyan")
        rows.append(replace(row, birth=birth))
    visitors = tuple(
        person("hub: visitors", number, "Zaven", "Ulubabyan") for number in range(more)
    )
    return Hub("a block of 20,000", tuple(rows), visitors)
