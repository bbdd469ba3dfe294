"""A few households on several lists, and every way of deciding about their reports."""

from stillhere.reports import Report, Stamp
from stillhere.vocabulary import PersonEvent, ReportKind, Scope
from tests.pipeline.lists import (
    ARRIVALS,
    BUS,
    REGISTER,
    SERVICE,
    arrival,
    entry,
    profile,
    resident,
    row,
)

_PEOPLE = (
    ("Saroyan Anna", "1941-03-12", "1"),
    ("Petrosyan Aram", "1975-06-01", "2"),
    ("Petrosyan Nare", "1978-11-21", "2"),
    ("Petrosyan Davit", "2009-02-03", "2"),
    ("Hakobyan Mher", "1950-01-01", "3"),
    ("Hakobyan Sona", "1953-09-30", "3"),
    ("Galstyan Levon", "1990-04-17", "4"),
    ("Galstyan Levon", "1991-04-17", "5"),
)


def _rows() -> list[Report]:
    register = [
        resident(n, name, born, household, Phone=f"09712345{n}")
        for n, (name, born, household) in enumerate(_PEOPLE)
    ]
    moved = resident(1, "Petrosyan Aram", "1975-06-01", "6")
    arrived = [
        arrival(name, born, f"P{household}", "2023-09-27")
        for name, born, household in _PEOPLE[:7]
    ]
    by_phone = arrival("Saroian Anna", "1941", "P9", "2023-09-28", Phone="097123450")
    return [*register, moved, *arrived, by_phone]


def _others() -> list[Report]:
    bus = [
        row(
            "bus 12",
            {"Name": name, "Bus": "12", "Seat": str(seat), "Day": "2023-09-26"},
        )
        for seat, (name, _, _) in enumerate(_PEOPLE[1:5])
    ]
    retold = Stamp(derived_from="arrivals")
    known = [
        row(
            "social service",
            {"Name": "Saroyan Anna", "Born": "1941", "Needs": "bedridden"},
        ),
        row(
            "bus 12", {"Name": "Hakobyan Mher", "Bus": "12", "Seat": "9"}, stamp=retold
        ),
    ]
    return [*bus, *known]


def _entries() -> list[Report]:
    at_home = {"settlement": "Khankendi", "address": "Tumanyan St. 1"}
    return [
        entry(ReportKind.CALL, {"name": "Saroyan Anna", "people": "1", **at_home}),
        entry(
            ReportKind.TRACING, {"name": "Galstyan Levon", "enquirer": "Galstyan Ani"}
        ),
        entry(
            ReportKind.VISIT,
            {"how": "knocked", "result": "nobody_answered", "date": AFTER, **at_home},
        ),
        entry(
            ReportKind.VISIT,
            {"how": "called_out", "result": "people_present", "settlement": "Xankəndi"},
        ),
        entry(
            ReportKind.SERVICE,
            {"service": "water", "state": "out", "settlement": "Ստեփանակերտ"},
        ),
        entry(
            ReportKind.COUNT, {"what": "left", "value": "100000", "actor": "a ministry"}
        ),
        entry(
            ReportKind.PERSON,
            {"name": "Hakobyan Sona", "event": "found", "date": AFTER, **at_home},
        ),
    ]


AFTER = "2023-10-02"
CLAIMS = (*_rows(), *_others(), *_entries())
LISTED = tuple(r for r in CLAIMS if r.kind is ReportKind.ROW)
PROFILE_REPORTS = (
    profile(REGISTER),
    profile(ARRIVALS),
    profile(BUS),
    profile(SERVICE),
    profile(REGISTER, register=False, confirmed=True),
    profile(REGISTER, columns=REGISTER.columns[1:], confirmed=True),
    profile(ARRIVALS, once=False, confirmed=True),
    profile(ARRIVALS, columns=ARRIVALS.columns[:-2], confirmed=True),
    profile(BUS, event=PersonEvent.DEAD, confirmed=True),
)
STAMPS = (
    Stamp(scopes=(Scope.MEDICAL,)),
    Stamp(derived_from="arrivals"),
    Stamp(derived_from="register", source_date="2023-09-30"),
    Stamp(expires="2023-10-01"),
    Stamp(source_date="2023-09-20"),
)
