"""The evidence on every household, gathered from a picture into joint cases."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from stillhere.ledger import Entry, Household, MentionId, Picture, PlaceKey
from stillhere.ledger.rules import GONE
from stillhere.plan.household import LINKED, NO_WORD, STRONG, Case, Member
from stillhere.plan.rules import PlanRules
from stillhere.vocabulary import Care, PersonEvent, Status

_NEEDS = frozenset({Care.STRETCHER, Care.WHEELCHAIR, Care.DISABLED})
_SEARCHED_FOR = GONE | {Status.UNACCOUNTED, Status.PROBABLY_ARRIVED}
_TWO_LISTS = 2
_SIZE_UNKNOWN = 2
"""A person known by a request alone is not taken to live alone."""
NOWHERE = PlaceKey("")


@dataclass(frozen=True, slots=True)
class Home:
    """One household (or people known at one door) with its joint evidence.

    Attributes:
        place: Key of the dwelling or building; of the settlement where no address is
            known; empty where not even that is.
        people: Who the members of the case are, in its order.
        case: The evidence.
        registered: A register names them; else they are known by requests or other
            lists alone.
    """

    place: PlaceKey
    people: tuple[Entry, ...]
    case: Case
    registered: bool = True


def gather(picture: Picture, rules: PlanRules) -> list[Home]:
    """Every household anybody of whom may still be there, by household and place."""
    everybody = list(picture.households.values())
    households = [h for h in everybody if h.register]
    grouped = {person for h in households for person in h.members}
    parties = [h for h in everybody if not h.register]
    surplus = _surplus(parties, grouped)
    people = dict(picture.entries.items())
    residents, strangers = _loose(people.values(), grouped)
    reader = _Reader(int(picture.as_of[:4]), rules)
    homes = []
    for household in households:
        entries = [people[person] for person in household.members]
        place = household.home or _settlement(entries)
        asks = _loose_asks(strangers.pop(place, ()))
        homes.append(
            reader.home(
                place, entries, household.size, _company(household, surplus), asks
            )
        )
    for place, entries in sorted(residents.items()):
        homes.append(reader.home(place, entries, len(entries), None, 0))
    for place, entries in sorted(strangers.items()):
        for group in [entries] if "/" in place else [[e] for e in entries]:
            size = max(_SIZE_UNKNOWN, len(group))
            homes.append(reader.home(place, group, size, None, 0))
    return [home for home in homes if home.people]


class _Reader:
    """Turns entries into members."""

    def __init__(self, year: int, rules: PlanRules) -> None:
        self._old = year - rules.number("stayed", "old_age_years")

    def home(
        self,
        place: PlaceKey,
        entries: Sequence[Entry],
        size: int,
        surplus: int | None,
        asks: int,
    ) -> Home:
        unsettled = [e for e in entries if e.status in _SEARCHED_FOR]
        members = tuple(self._member(e) for e in unsettled)
        case = Case(members, max(size, len(members)), surplus, asks)
        return Home(place, tuple(unsettled), case, any(_resident(e) for e in entries))

    def _member(self, entry: Entry) -> Member:
        birth = entry.birth
        return Member(
            birth is not None and birth.first <= self._old,
            any(note.care in _NEEDS for note in entry.care) if entry.care else False,
            _word(entry),
            any(ask.kind == "tracing" for ask in entry.asked_for)
            if entry.asked_for
            else False,
        )


def _word(entry: Entry) -> int:
    if entry.status is Status.UNACCOUNTED:
        return NO_WORD
    sure = entry.strong or entry.lists >= _TWO_LISTS
    return STRONG if sure else LINKED


def _surplus(
    parties: Iterable[Household], grouped: AbstractSet[str]
) -> dict[MentionId, int]:
    """For people of a household, how many without one arrived in their company."""
    found: dict[MentionId, int] = {}
    for party in parties:
        if party.size == 1:
            continue
        loose = sum(person not in grouped for person in party.members)
        for person in party.members:
            if person in grouped:
                found[person] = max(found.get(person, 0), loose)
    return found


def _company(household: Household, surplus: dict[MentionId, int]) -> int | None:
    told = [surplus[person] for person in household.members if person in surplus]
    return max(told, default=None)


_Doors = dict[PlaceKey, list[Entry]]


def _loose(people: Iterable[Entry], grouped: AbstractSet[str]) -> tuple[_Doors, _Doors]:
    """People outside every household, by door: of a register, and listed otherwise."""
    residents: _Doors = defaultdict(list)
    strangers: _Doors = defaultdict(list)
    for entry in people:
        if entry.home is None or entry.id in grouped:
            continue
        door = entry.home.dwelling or entry.home.settlement
        if _resident(entry):
            residents[door].append(entry)
        elif entry.listed:
            strangers[door].append(entry)
    return residents, strangers


def _resident(entry: Entry) -> bool:
    return any(word.event is PersonEvent.RESIDENT for word in entry.words)


def _settlement(entries: Iterable[Entry]) -> PlaceKey:
    homes = (e.home.settlement for e in entries if e.home is not None)
    return next(homes, NOWHERE)


def _loose_asks(entries: Iterable[Entry]) -> int:
    return sum(any(a.kind == "tracing" for a in entry.asked_for) for entry in entries)


def heard(homes: Iterable[Home]) -> Iterator[bool]:
    """For every registered household, whether there is word of anybody of it."""
    for home in homes:
        if home.registered:
            yield any(member.word != NO_WORD for member in home.case.members)
