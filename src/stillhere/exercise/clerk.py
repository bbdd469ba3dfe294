"""A clerk: writes the names, dates and ages of people by one habit."""

from dataclasses import dataclass
from datetime import date

from stillhere.exercise.habits import Habit, table
from stillhere.exercise.sheet import Note
from stillhere.exercise.slips import slip
from stillhere.exercise.spelling import upper
from stillhere.exercise.stock import name_stock
from stillhere.exercise.streams import Dice


@dataclass(frozen=True, slots=True)
class Person:
    """What a clerk is told about one person; names are numbers into the stock."""

    given: int
    father: int
    family: int
    other_family: int
    woman: bool
    birth: int


@dataclass(frozen=True, slots=True)
class Written:
    """A name as written, in parts; empty where a part is left out."""

    family: str
    given: str
    patronymic: str


class Clerk:
    """Writes for one file; `caps` is decided once, a spelling once per family."""

    def __init__(self, habit: Habit, dice: Dice) -> None:
        """Take up a habit."""
        self.habit = habit
        self.dice = dice
        self.stock = name_stock()
        self.caps = dice.chance(habit.caps_file)
        self.spelling = habit.spellings[0]
        self.other_surname = False
        self.birth = "none"
        self.given_first = dice.chance(habit.given_first)

    def next_family(self) -> None:
        """Choose what the clerk keeps for one family: spelling, a wife's surname."""
        habit = self.habit
        self.other_surname = self.dice.chance(habit.other_surname)
        self.spelling = habit.spellings[self.dice.weighted(habit.weights)]

    def name(self, person: Person) -> Written:
        """The three parts of a name, with this clerk's noise."""
        habit, dice, stock = self.habit, self.dice, self.stock
        family = person.family
        if person.other_family >= 0 and self.other_surname:
            family = person.other_family
        surname = stock.family[self.spelling][family]
        given = stock.given[self.spelling][person.given]
        patronymic = ""
        if dice.chance(habit.patronymic):
            sex = int(person.woman)
            patronymic = stock.patronymic[self.spelling][sex][person.father]
        luck = dice.roll()
        if luck < habit.initial:
            given = given[0] + "."
            patronymic = patronymic and patronymic[0] + "."
        elif luck < habit.initial + habit.short:
            given = stock.short[self.spelling][person.given] or given
        elif luck < habit.initial + habit.short + habit.patronymic_as_surname:
            sex = int(person.woman)
            surname = stock.patronymic[self.spelling][sex][person.father]
            patronymic = ""
        if dice.chance(habit.slip):
            if dice.chance(0.5):
                surname = slip(surname, dice)
            else:
                given = slip(given, dice)
        if self.caps:
            language = habit.language
            surname, given = upper(surname, language), upper(given, language)
            patronymic = upper(patronymic, language)
        return Written(surname, given, patronymic)

    def line(self, person: Person) -> str:
        """A whole name in one cell; the order is the file's, with exceptions."""
        parts = self.name(person)
        given_first = self.given_first
        if self.dice.chance(0.12):
            given_first = not given_first
        if given_first:
            pieces = (parts.given, parts.patronymic, parts.family)
        else:
            pieces = (parts.family, parts.given, parts.patronymic)
        return " ".join(piece for piece in pieces if piece)

    def note(self) -> Note:
        """How the last row was written."""
        return Note(self.spelling, self.birth)

    def born(self, day: int) -> tuple[date | None, int | None]:
        """A birth date with this trade's errors: (date, None), (None, year) or neither."""
        self.birth = "date"
        rates, dice = table()["dates"], self.dice
        truth = date.fromordinal(day)
        luck = dice.roll()
        for error, change in _DATE_ERRORS:
            luck -= rates[error]
            if luck < 0:
                self.birth = error
                return change(truth, dice)
        return truth, None

    def age(self, day: int, today: int) -> int:
        """Full years at a day, off by one or two for some."""
        self.birth = "age"
        rates, dice = table()["ages"], self.dice
        years = int((today - day) / 365.2425)
        luck = dice.roll()
        off = 2 if luck < rates["off_two"] else 0
        off = off or (1 if luck < rates["off_two"] + rates["off_one"] else 0)
        return max(0, years + (off if dice.chance(0.5) else -off))


Stated = tuple[date | None, int | None]


def _missing(_truth: date, _dice: Dice) -> Stated:
    return None, None


def _first_of_january(truth: date, _dice: Dice) -> Stated:
    return truth.replace(month=1, day=1), None


def _swapped(truth: date, _dice: Dice) -> Stated:
    if truth.day > 12:
        return truth, None
    return truth.replace(month=truth.day, day=truth.month), None


def _year_off(truth: date, dice: Dice) -> Stated:
    return truth.replace(
        year=truth.year + dice.pick((-1, 1)), day=min(28, truth.day)
    ), None


def _year_only(truth: date, _dice: Dice) -> Stated:
    return None, truth.year


def _day_slip(truth: date, dice: Dice) -> Stated:
    return truth.replace(day=1 + (truth.day + dice.below(26)) % 28), None


_DATE_ERRORS = (
    ("missing", _missing),
    ("first_of_january", _first_of_january),
    ("swapped", _swapped),
    ("year_off", _year_off),
    ("year_only", _year_only),
    ("slip", _day_slip),
)
