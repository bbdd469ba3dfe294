"""`arrivals/*.csv`: registration of those who arrived, family by family, at four desks.

Two desks write Armenian, two English. A family is registered whole; some families are
registered twice, a few people are strangers to this town.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from stillhere.exercise.clerk import Clerk, Person
from stillhere.exercise.contacts import origin, phone_text
from stillhere.exercise.habits import habit, rate
from stillhere.exercise.households import CHILD, GROWN, HEAD, IN_LAW, SPOUSE
from stillhere.exercise.sheet import Sheet
from stillhere.exercise.strangers import strangers
from stillhere.exercise.streams import Dice, Stream, generator
from stillhere.exercise.world import World

_FIRST_DAY = date(2023, 9, 25)

Members = list[tuple[Person, int | None]]


@dataclass(frozen=True, slots=True)
class Desk:
    """One file: who writes it and how its table looks."""

    path: str
    habit: str
    encoding: str
    delimiter: str
    day_format: str
    split: bool
    title: str
    header: tuple[str, ...]
    total: str


DESKS = (
    Desk("arrivals/desk-1.csv", "arrivals_hy", "utf-8-sig", ",", "%d.%m.%Y", split=True,
         title="", total="Ընդամենը",
         header=("Գրանցման համար", "Ընտանիքի համար", "Ընտանիքի գլխավոր", "Կապը", "Ազգանուն", "Անուն", "Հայրանուն", "Սեռ", "Ծննդյան ամսաթիվ", "Որտեղից", "Հեռախոս", "Փաստաթուղթ", "Գրանցման ամսաթիվ")),
    Desk("arrivals/desk-2.csv", "arrivals_hy", "utf-16", "\t", "%d/%m/%Y", split=False,
         title="Ժամանածների գրանցում, կետ 2", total="",
         header=("Գրանցման համարը", "Ընտանիք", "Գլխավոր", "Ազգակցություն", "Անուն ազգանուն", "Սեռը", "Ծնված", "Բնակավայր", "Հեռ.", "Անձնագիր", "Գրանցված")),
    Desk("arrivals/desk-3.csv", "arrivals_en", "utf-8", ",", "%d/%m/%Y", split=True,
         title="", total="",
         header=("Reg. no", "Family no", "Head of household", "Relation to head", "Surname", "First name", "Father's name", "Sex", "Date of birth", "Place of origin", "Phone", "Document", "Date of registration")),
    Desk("arrivals/desk-4.csv", "arrivals_en", "utf-8", ";", "%Y-%m-%d", split=False,
         title="Arrivals, reception point 4", total="Total",
         header=("Registration number", "Household", "Head", "Relation", "Full name", "M/F", "Birth date", "From", "Telephone", "Passport no", "Registered on")),
)  # fmt: skip
_RELATIONS = {
    "hy": ("գլխավոր", ("ամուսին", "կին"), ("որդի", "դուստր"), ("թոռ", "թոռ"), ("փեսա", "հարս"), "ազգական"),
    "en": ("head", ("husband", "wife"), ("son", "daughter"), ("grandson", "granddaughter"), ("son-in-law", "daughter-in-law"), "relative"),
}  # fmt: skip
_SEXES = {"hy": ("Ա", "Ի"), "en": ("M", "F")}


def arrivals(world: World) -> list[Sheet]:
    """The four desks' files."""
    dice = world.dice(Stream.ARRIVALS)
    tables = [_Table(desk, world, dice) for desk in DESKS]
    outside = world.dice(Stream.STRANGERS)
    families = _registrations(world)
    for number, (members, household) in enumerate(families):
        day = _FIRST_DAY + timedelta(days=9 * number // len(families))
        first = 0 if dice.chance(rate("armenian_desks")) else 2
        table = tables[first + dice.below(2)]
        known: Members = [(world.persons[n], n) for n in members]
        table.add_family(known, household, day)
        if dice.chance(rate("copied_twice")):
            tables[dice.below(4)].add_family(known, household, day)
        if outside.chance(rate("strangers_arrivals")):
            unknown: Members = [(person, None) for person in strangers(outside)]
            table.add_family(unknown, outside.below(len(world.phones)), day)
    for table in tables:
        table.close()
    return [table.sheet for table in tables]


def _registrations(world: World) -> list[tuple[list[int], int]]:
    """Families that left and registered, in order of registration."""
    rng = generator(world.seed, world.plan.name, Stream.ARRIVED)
    households = len(world.phones)
    came = rng.random(households) < rate("arrived_households")
    gone = (~world.remaining.stays).tolist()
    order = rng.permutation(households)
    found = []
    for h in order[came[order]].tolist():
        members = [n for n in world.members(h) if gone[n]]
        if members:
            found.append((members, h))
    return found


class _Table:
    """Fills one desk's sheet."""

    def __init__(self, desk: Desk, world: World, dice: Dice) -> None:
        self.desk, self.world, self.dice = desk, world, dice
        self.clerk = Clerk(habit(desk.habit), dice)
        self.language = self.clerk.habit.language
        self.sheet = Sheet(desk.path, encoding=desk.encoding, delimiter=desk.delimiter)
        if desk.title:
            self.sheet.add([desk.title])
        self.sheet.add(desk.header)
        self.families = self.rows = 0

    def add_family(self, members: Members, household: int, day: date) -> None:
        """Register the people of one household together."""
        dice, clerk = self.dice, self.clerk
        clerk.next_family()
        self.families += 1
        place = origin(self.world, household, self.language, dice)
        phone = ""
        if dice.chance(rate("phone_at_arrival")):
            same = dice.chance(rate("same_phone"))
            new = f"77{100000 + dice.below(900000)}"
            phone = phone_text(self.world.phones[household] if same else new, dice)
        head = clerk.line(members[0][0])
        relations = self._relations([n for _, n in members])
        for (person, n), relation in zip(members, relations, strict=True):
            self.rows += 1
            known = n is not None and dice.chance(rate("document_at_arrival"))
            paper = self.world.documents[n] if n is not None and known else ""
            cells = (
                f"{self.desk.path[-5]}-{self.rows:06d}",
                self.families,
                head,
                relation,
                *self._name(person),
                _SEXES[self.language][int(person.woman)],
                self._born(person),
                place,
                phone,
                paper,
                day.strftime(self.desk.day_format),
            )
            self.sheet.add(cells, n, self.clerk.note())
            phone = phone if dice.chance(0.3) else ""

    def _name(self, person: Person) -> tuple[str, ...]:
        if not self.desk.split:
            return (self.clerk.line(person),)
        written = self.clerk.name(person)
        return written.family, written.given, written.patronymic

    def _born(self, person: Person) -> str:
        day, year = self.clerk.born(person.birth)
        if day is not None:
            return day.strftime(self.desk.day_format)
        return str(year) if year is not None else ""

    def _relations(self, members: list[int | None]) -> list[str]:
        head, *kinds, other = _RELATIONS[self.language]
        h = self.world.people.households
        relations = [str(head)]
        leader = members[0]
        for n in members[1:]:
            if n is None or leader is None or h.role[leader] != HEAD:
                relations.append(str(other))
                continue
            kind = _KIND_OF_ROLE[int(h.role[n])]
            kind = (
                2
                if kind == 1 and bool(h.grown[h.of[n]]) and h.role[n] == CHILD
                else kind
            )
            relations.append(kinds[kind][int(h.woman[n])])
        return relations

    def close(self) -> None:
        """Some desks add up their pages."""
        if self.desk.total:
            self.sheet.add([self.desk.total, "", self.rows])


_KIND_OF_ROLE = {SPOUSE: 0, CHILD: 1, GROWN: 1, IN_LAW: 3}
