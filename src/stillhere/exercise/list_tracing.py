"""`tracing/*.csv`: tracing requests, each in its caller's language."""

import numpy as np

from stillhere.exercise.clerk import Clerk, Person
from stillhere.exercise.contacts import full_address, phone_text, settlement_name
from stillhere.exercise.habits import habit, rate
from stillhere.exercise.hours import DAYS_OF_CALLS, stamp
from stillhere.exercise.people import HOUR_0
from stillhere.exercise.sheet import Sheet
from stillhere.exercise.strangers import stranger
from stillhere.exercise.streams import Dice, Stream, generator
from stillhere.exercise.world import World

_LANGUAGES = ("hy", "ru", "en", "az")
_WEIGHTS = (0.46, 0.30, 0.20, 0.04)
_HEADERS = {
    "hy": ("Հայտի համար", "Ստացված", "Դիմող", "Դիմողի հեռախոս", "Կապը", "Որոնվող", "Ծնված", "Բնակավայր", "Հասցե"),
    "ru": ("№ запроса", "Получен", "Заявитель", "Телефон заявителя", "Кем приходится", "Кого ищут", "Год или дата рождения", "Населенный пункт", "Адрес"),
    "en": ("Request no", "Received", "Enquirer", "Enquirer phone", "Relation", "Sought person", "Born", "Settlement", "Address"),
    "az": ("Sorğu nömrəsi", "Qəbul edilib", "Müraciət edən", "Müraciət edənin telefonu", "Qohumluq", "Axtarılan şəxs", "Doğulub", "Yaşayış yeri", "Ünvan"),
}  # fmt: skip
_RELATIONS = {
    "hy": (("հայր", "մայր"), ("եղբայր", "քույր"), ("քեռի", "մորաքույր"), ("հարևան", "հարևան")),
    "ru": (("отец", "мать"), ("брат", "сестра"), ("дядя", "тётя"), ("сосед", "соседка")),
    "en": (("father", "mother"), ("brother", "sister"), ("uncle", "aunt"), ("neighbour", "neighbour")),
    "az": (("ata", "ana"), ("qardaş", "bacı"), ("dayı", "xala"), ("qonşu", "qonşu")),
}  # fmt: skip
_UNUSABLE = {
    "hy": ("", "չգիտի", "կենտրոնում"),
    "ru": ("", "не знает", "в центре"),
    "en": ("", "does not know", "near the centre"),
    "az": ("", "bilmir", "mərkəzdə"),
}


def tracing(world: World) -> list[Sheet]:
    """One sheet per language; the address is the home, never where someone is now."""
    dice = world.dice(Stream.TRACING)
    sheets = {lang: Sheet(f"tracing/requests-{lang}.csv") for lang in _LANGUAGES}
    for language, sheet in sheets.items():
        sheet.add(_HEADERS[language])
    number = 0
    for hour, n in _sought(world):
        if dice.chance(rate("strangers_tracing")):
            number += 1
            _request(world, (number, hour), None, sheets, dice)
        number += 1
        _request(world, (number, hour), n, sheets, dice)
    return list(sheets.values())


def _sought(world: World) -> list[tuple[float, int]]:
    """45 % of those who remain and a fixed number of the safe, by hour."""
    rng = generator(world.seed, world.plan.name, Stream.SOUGHT)
    stays = world.remaining.stays
    share = rate("sought_remaining")
    luck = world.luck(rng.random(len(stays)), world.people.household)
    sought = np.flatnonzero((luck < share) & stays)
    gone = np.flatnonzero(~stays)
    safe = rng.choice(gone, min(world.plan.safe_sought, len(gone)), replace=False)
    everyone = [*sought.tolist(), *safe.tolist()]
    hours = rng.uniform(0, 24 * DAYS_OF_CALLS, len(everyone)).tolist()
    return sorted(zip(hours, everyone, strict=True))


def _request(
    world: World,
    at: tuple[int, float],
    n: int | None,
    sheets: dict[str, Sheet],
    dice: Dice,
) -> None:
    language = _LANGUAGES[dice.weighted(_WEIGHTS)]
    clerk = Clerk(habit(f"tracing_{language}"), dice)
    clerk.next_family()
    person = stranger(dice) if n is None else world.persons[n]
    relation = dice.pick(_RELATIONS[language])[int(person.woman)]
    home = (
        dice.below(len(world.phones)) if n is None else int(world.people.household[n])
    )
    settlement = settlement_name(world, home, language, dice)
    address = full_address(world, home, language)
    if dice.chance(rate("sought_without_address")):
        settlement = settlement if dice.chance(0.5) else ""
        address = dice.pick(_UNUSABLE[language])
    cells = (
        at[0],
        stamp(at[1]),
        _enquirer(clerk, person, dice),
        phone_text(f"9{dice.below(9)}{100000 + dice.below(900000)}", dice),
        relation,
        clerk.line(person),
        _born(clerk, person),
        settlement,
        address,
    )
    sheets[language].add(cells, n, clerk.note())


def _enquirer(clerk: Clerk, sought: Person, dice: Dice) -> str:
    """The caller's own name; half of the callers bear the family's name."""
    caller = stranger(dice, sought.family if dice.chance(0.5) else None)
    return clerk.line(caller)


def _born(clerk: Clerk, person: Person) -> str:
    """Callers know the date (45 %), the year (30 %), an age (18 %) or nothing (7 %)."""
    what = clerk.dice.weighted((0.45, 0.30, 0.18, 0.07))
    day, year = clerk.born(person.birth)
    if what == 0 and day is not None:
        return f"{day:%d.%m.%Y}"
    if what <= 1:
        clerk.birth = "year_only" if day or year else "missing"
        return str(day.year if day else (year or ""))
    if what == 2:
        years = clerk.age(person.birth, HOUR_0.toordinal())
        return f"{years} {_YEARS[clerk.habit.language]}"
    clerk.birth = "missing"
    return ""


_YEARS = {"hy": "տարեկան", "ru": "лет", "en": "years old", "az": "yaşında"}
