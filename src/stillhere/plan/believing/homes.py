"""The evidence on every household, gathered place by place and kept level with a picture.

A place is a dwelling or building; the settlement of who has no address; empty where not
even that is known. Whatever changes of a person or household, the places it touches are
gathered anew from the picture and no others.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from stillhere.ledger import Entry, Household, HouseholdId, MentionId, Picture, PlaceKey
from stillhere.plan.believing.companies import Companies
from stillhere.plan.believing.days import Days
from stillhere.plan.believing.members import Home, Reader, is_asked, is_resident
from stillhere.plan.rules import PlanRules

NOWHERE = PlaceKey("")
_SIZE_UNKNOWN = 2
"""A person known by a request alone is not taken to live alone."""
_MOST_TOGETHER = 10
"""More people than these are no household, but a ward, or a house told of without its
flats: each is weighed alone. Assumed."""


class _Seat(NamedTuple):
    """Where somebody counts whom no register puts in a household."""

    place: PlaceKey
    resident: bool


class Homes:
    """Every home anybody of which may still be there, by place.

    Attributes:
        registered: Homes a register names.
        heard: Of those, how many there is word of.
        requests: When tracing requests were received.
    """

    def __init__(self, picture: Picture, rules: PlanRules) -> None:
        self.registered = self.heard = 0
        self.requests = Days()
        self._reader = Reader(int(picture.as_of[:4]), rules)
        self._picture = picture
        self._companies = Companies(picture)
        self._seats: dict[MentionId, _Seat] = {}
        self._loose: dict[PlaceKey, set[MentionId]] = defaultdict(set)
        self._place_of: dict[HouseholdId, PlaceKey] = {}
        self._households: dict[PlaceKey, set[HouseholdId]] = defaultdict(set)
        self._homes: dict[PlaceKey, tuple[Home, ...]] = {}
        self._asked: dict[MentionId, list[str | None]] = {}
        self._lay(picture)

    def _lay(self, picture: Picture) -> None:
        people = dict(picture.entries.items())
        for entry in people.values():
            if entry.asked_for:
                self._ask(entry.id, entry)
            if not self._companies.registers(entry.id):
                self._seat(entry.id, entry)
        for household in picture.households.values():
            if household.register:
                self._settle(household.id, household, people)
        for place in {*self._households, *self._loose}:
            self._gather(place, people)

    def places(self) -> Iterable[PlaceKey]:
        """Places with homes, in no stated order."""
        return self._homes.keys()

    def at(self, place: PlaceKey) -> tuple[Home, ...]:
        """Homes of a place: households by id, then people without one."""
        return self._homes.get(place, ())

    def places_of(self, person: MentionId) -> Sequence[PlaceKey]:
        """Where somebody counts: in the household of each register, or by themselves."""
        seat = self._seats.get(person)
        if seat is not None:
            return (seat.place,)
        return [self._place_of[key] for key in self._companies.registers(person)]

    def follow(self, picture: Picture) -> set[PlaceKey]:
        """Come level with another picture of the same year.

        Returns:
            Places whose homes were gathered anew.
        """
        before, self._picture = self._picture, picture
        changed = [*map(HouseholdId, picture.households.differing(before.households))]
        people = {*map(MentionId, picture.entries.differing(before.entries))}
        households, regrouped = self._companies.follow(picture, changed)
        people |= regrouped
        stale = set()
        for person in people:
            entry = picture.entries.get(person)
            self._ask(person, entry)
            stale |= self._seat(person, entry)
            households.update(self._companies.registers(person))
        for key in households.union(changed):
            household = picture.households.get(key)
            kept = household if household and household.register else None
            stale |= self._settle(key, kept, picture.entries)
        for place in stale:
            self._gather(place, picture.entries)
        return stale

    def _ask(self, person: MentionId, entry: Entry | None) -> None:
        """Note when somebody was asked for."""
        for moment in self._asked.pop(person, ()):
            self.requests.remove(moment)
        if entry is None or not entry.asked_for:
            return
        asks = [a.date for a in entry.asked_for if a.kind == "tracing"]
        self._asked[person] = asks
        for moment in asks:
            self.requests.add(moment)

    def _seat(self, person: MentionId, entry: Entry | None) -> set[PlaceKey]:
        """Put who stands in no household where they count; the places concerned."""
        seat = None
        if entry is not None and entry.home is not None:
            place = entry.home.dwelling or entry.home.settlement
            if self._companies.registers(person):
                pass
            elif is_resident(entry):
                seat = _Seat(place, resident=True)
            elif entry.listed:
                seat = _Seat(place, resident=False)
        old = self._seats.pop(person, None)
        if old is not None:
            self._loose[old.place].discard(person)
        if seat is not None:
            self._seats[person] = seat
            self._loose[seat.place].add(person)
        return {known.place for known in (old, seat) if known is not None}

    def _settle(
        self,
        key: HouseholdId,
        household: Household | None,
        people: Mapping[str, Entry],
    ) -> set[PlaceKey]:
        """Note where a household of a register lives; None: there is none any more."""
        old = self._place_of.pop(key, None)
        if old is not None:
            self._households[old].discard(key)
        found = set() if old is None else {old}
        if household is not None:
            place = household.home or _settlement(household, people)
            self._place_of[key] = place
            self._households[place].add(key)
            found.add(place)
        return found

    def _gather(self, place: PlaceKey, people: Mapping[str, Entry]) -> None:
        """Gather the homes of a place anew."""
        self._add(self._homes.pop(place, ()), -1)
        homes = tuple(self._homes_at(place, people))
        self._add(homes, 1)
        if homes:
            self._homes[place] = homes

    def _add(self, homes: Iterable[Home], sign: int) -> None:
        for home in homes:
            if home.registered:
                self.registered += sign
                self.heard += sign * home.heard

    def _homes_at(self, place: PlaceKey, people: Mapping[str, Entry]) -> Iterator[Home]:
        """Households, the first with what is asked at their door; then the others."""
        loose = self._loose.get(place)
        entries = [people[person] for person in sorted(loose)] if loose else []
        strangers = [e for e in entries if not self._seats[e.id].resident]
        for key in sorted(self._households.get(place, ())):
            household = self._picture.households[key]
            if household.size > _MOST_TOGETHER:
                members = [people[person] for person in household.members]
                yield from self._each_alone(place, members, registered=True)
                continue
            asks = sum(map(is_asked, strangers))
            home = self._household(place, household, people, asks)
            if home is not None:
                yield home
                strangers = []
        if entries:
            yield from self._loose_homes(place, entries, strangers)

    def _loose_homes(
        self, place: PlaceKey, entries: Sequence[Entry], strangers: Sequence[Entry]
    ) -> Iterator[Home]:
        """Registered people without a household, and those only others tell of."""
        residents = [e for e in entries if self._seats[e.id].resident]
        for group, known in ((residents, True), (strangers, False)):
            if "/" not in place or len(group) > _MOST_TOGETHER:
                yield from self._each_alone(place, group, registered=known)
                continue
            size = len(group) if known else max(_SIZE_UNKNOWN, len(group))
            home = self._reader.home(place, group, size, registered=known)
            if home is not None:
                yield home

    def _each_alone(
        self, place: PlaceKey, entries: Sequence[Entry], *, registered: bool
    ) -> Iterator[Home]:
        """People of whom nobody knows with whom they live, one by one."""
        for entry in entries:
            home = self._reader.home(
                place, [entry], _SIZE_UNKNOWN, registered=registered
            )
            if home is not None:
                yield home

    def _household(
        self,
        place: PlaceKey,
        household: Household,
        people: Mapping[str, Entry],
        asks: int,
    ) -> Home | None:
        return self._reader.home(
            place,
            [people[person] for person in household.members],
            household.size,
            registered=True,
            surplus=self._companies.surplus(household),
            asks=asks,
        )


def _settlement(household: Household, people: Mapping[str, Entry]) -> PlaceKey:
    entries = (people[person] for person in household.members)
    return next((e.home.settlement for e in entries if e.home is not None), NOWHERE)
