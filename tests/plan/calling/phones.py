"""Numbers on file in the hand-made place of `tests.plan.town`."""

from collections.abc import Iterable

from stillhere.ledger import Picture
from stillhere.pipeline import build
from stillhere.plan import belief
from stillhere.plan.calling import Caller, CallToMake, calls_to_make
from stillhere.reports import EXERCISE_KEY, Report
from stillhere.vocabulary import ReportKind
from tests.plan import town

WHEN = "2023-10-09T08:30"
HOME = ("Walnut Street 1", "1")
FAMILY = (
    town.resident(1, "Avagyan Armen", "1975-03-12", HOME, Phone="097 00-00-01"),
    town.resident(2, "Avagyan Narine", "1978-07-01", HOME),
    town.resident(3, "Avagyan Ani", "2005-05-20", HOME),
)
ALONE = town.resident(
    4, "Sahakyan Maro", "1941-02-02", ("Walnut Street 3", ""), Phone="097 000009"
)
SILENT = town.resident(5, "Galstyan Vera", "1950-05-05", ("Mill Street 1", ""))


def asked(name: str, born: str, address: str, phone: str) -> Report:
    """A relative asks for somebody and leaves a number."""
    fields = {"name": name, "birth_date": born, "address": address}
    fields |= {"settlement": "Khankendi", "enquirer": "Karo", "enquirer_phone": phone}
    return town.entry(ReportKind.TRACING, fields, "requests")


ASKED_FOR_ALONE = asked(
    "Sahakyan Maro", "1941-02-02", "Walnut Street 3", "+7 900 111-22-33"
)


def pictured(*reports: Report) -> Picture:
    """The picture of some reports and the meaning of the lists."""
    return build([*town.profiles(), *reports], town.OPERATION, town.AS_OF)


def ranked(
    reports: Iterable[Report], at: str | None = None
) -> tuple[Picture, tuple[CallToMake, ...]]:
    """The picture and its calls to make."""
    picture = pictured(*reports)
    believed = belief(picture, town.ATLAS, town.RULES)
    return picture, calls_to_make(picture, believed, town.RULES, at)


def caller(picture: Picture) -> Caller:
    """Somebody who calls."""
    return Caller(picture, EXERCISE_KEY, "desk:hotline")


def names(picture: Picture, people: Iterable[str]) -> list[str]:
    """The names of some people, sorted."""
    return sorted(picture.entries[person].name for person in people)
