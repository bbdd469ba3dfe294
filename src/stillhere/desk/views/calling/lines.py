"""Calls as pages show them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from stillhere.desk.naming import PersonName, person_name, place_names
from stillhere.desk.operation.live import Operation
from stillhere.ledger import Entry, MentionId, Picture, PlaceKey
from stillhere.plan import CallToMake
from stillhere.plan.calling.numbers import who_asks
from stillhere.vocabulary import WhoseNumber

_THOUSAND, _MINUTES = 1000, 60


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody a call is about, or beside whose name the number stands."""

    id: MentionId
    name: PersonName
    born: int | None


@dataclass(frozen=True, slots=True)
class CallLine:
    """One call; the number itself is shown on its own page and on paper alone.

    Attributes:
        call: As it was ranked.
        people: Whom it may settle.
        beside: Beside whose names the number stands.
        asks: Names of enquirers, for a number of theirs.
        home: Settlements the people are of, every name side by side.
        per_hour: People settled per hour of such calls, thousandths.
        busy: Whether somebody else has it in hand.
    """

    call: CallToMake
    people: tuple[Asked, ...]
    beside: tuple[Asked, ...]
    asks: tuple[str, ...]
    home: str
    per_hour: int
    busy: bool

    @property
    def to_household(self) -> bool:
        """Whether somebody of the household is expected to answer."""
        return self.call.whose is WhoseNumber.HOUSEHOLD


def call_line(
    operation: Operation, call: CallToMake, *, busy: bool = False
) -> CallLine:
    """A call with the names of its people as they are now."""
    picture = operation.picture
    entries = list(_entries(picture, call.people))
    return CallLine(
        call=call,
        people=tuple(map(_asked, entries)),
        beside=tuple(map(_asked, _entries(picture, call.beside))),
        asks=who_asks(picture, call.reports),
        home=" · ".join(dict.fromkeys(_homes(operation, entries))),
        per_hour=call.per_minute * _MINUTES // _THOUSAND,
        busy=busy,
    )


def opened_people(call: CallToMake) -> tuple[MentionId, ...]:
    """Whose pages a number opens, for the log of openings."""
    return tuple(sorted({*call.people, *call.beside}))


def _asked(entry: Entry) -> Asked:
    born = entry.birth.first if entry.birth is not None else None
    return Asked(entry.id, person_name(entry), born)


def _homes(operation: Operation, entries: Iterable[Entry]) -> Iterator[str]:
    for entry in entries:
        if entry.home is not None and entry.home.settlement:
            yield place_names(operation.gazetteer, PlaceKey(entry.home.settlement))


def _entries(picture: Picture, people: Iterable[MentionId]) -> Iterator[Entry]:
    seen = set()
    for person in people:
        try:
            entry = picture.entry(person)
        except KeyError:  # taken back since the list was made
            continue
        if entry.id not in seen:
            seen.add(entry.id)
            yield entry
