"""Pictures with everything in them that must not get out, made by chance and by hand."""

from functools import cache

from hypothesis import strategies as st

from stillhere.ledger import Picture
from stillhere.pipeline import build
from stillhere.reports import Json, Report, Stamp, make_report
from stillhere.reports.key import EXERCISE_KEY
from stillhere.vocabulary import ReportKind
from tests.plan.town import (
    AS_OF,
    EVERYBODY,
    FAMILY,
    GAZETTEER,
    OPERATION,
    VILLAGE,
    arrival,
    call,
    entry,
    profiles,
    request,
    resident,
    visit,
)

REGION = "Khankendi / Stepanakert and the villages around"
FORMULA = "=cmd|' /C calc'!A0"
PHONE = "+374 47 000001"
PEOPLE = tuple(
    (["Petrosyan", "Karinyan", "Melkonyan", "Danielyan", "Sahakyan"][n % 5], given)
    for n, given in enumerate(
        [
            "Anahit",
            "Gor",
            "Vard",
            "Lilit",
            "Suren",
            "Nora",
            "Aram",
            "Eva",
            "Tigran",
            "Mane",
            "Levon",
            "Zara",
        ]
    )
)


def arrivals() -> list[Report]:
    """Twelve people named by a list of arrivals."""
    return [
        arrival(f"{family} {given}", f"19{50 + n}-03-04", party=str(n))
        for n, (family, given) in enumerate(PEOPLE)
    ]


def count(what: str, value: int, place: str = "", retells: str = "") -> Report:
    """A figure somebody states."""
    fields: dict[str, Json] = {"what": what, "value": value, "qualifier": "more than"}
    fields |= {"settlement": place, "actor": "the ministry", "date": "2023-10-02"}
    return make_report(
        EXERCISE_KEY,
        ReportKind.COUNT,
        "dispatch",
        fields,
        stamp=Stamp(derived_from=retells or None),
    )


def service(place: str, state: str = "out") -> Report:
    """Whether power works at a place."""
    fields: dict[str, Json] = {"settlement": place, "service": "electricity"}
    fields |= {"state": state, "since": "2023-10-01"}
    return entry(ReportKind.SERVICE, fields, f"services of {place}")


POOL: tuple[Report, ...] = (
    *EVERYBODY,
    *arrivals(),
    visit("Walnut Street 1", "2"),
    visit("Walnut Street 3", result="people_present"),
    visit("School Street 2"),
    call("Walnut Street 1", "2"),
    call("", note="somebody at Mill Street 1"),
    request("Sargsyan Siranush", "1939-02-14", "Walnut Street 1", "2"),
    service("Khankendi"),
    service(VILLAGE),
    count("left", 100_000),
    count("unaccounted", 417),
    count("remaining", 33, VILLAGE),
    count("arrived", 95_123, retells="arrivals"),
    resident(
        20,
        f"{FORMULA.split(maxsplit=1)[0]} Anna",
        "1950-01-01",
        ("Mill Street 1", ""),
        Phone=PHONE,
    ),
    entry(
        ReportKind.ASSURANCE,
        {"actor": "a spokesman", "what": "Whoever wants may return.", "note": ""},
    ),
)
pictures = st.sets(st.integers(0, len(POOL) - 1)).map(
    lambda chosen: picture_of(*chosen)
)


def picture_of(*chosen: int) -> Picture:
    """The picture of some reports of the pool."""
    reports = [POOL[n] for n in sorted(chosen)]
    return build([*profiles(), *reports], OPERATION, AS_OF)


@cache
def whole_picture() -> Picture:
    """The picture of them all."""
    return picture_of(*range(len(POOL)))


__all__ = [
    "FAMILY",
    "FORMULA",
    "GAZETTEER",
    "PEOPLE",
    "PHONE",
    "POOL",
    "REGION",
    "picture_of",
    "pictures",
    "whole_picture",
]
