"""Small lists of invented people, as reports, for tests of the whole flow."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from stillhere.names import NameOrder
from stillhere.pipeline import Rules
from stillhere.reports import (
    EXERCISE_KEY,
    Column,
    Json,
    Profile,
    Report,
    ReportId,
    Stamp,
    make_report,
)
from stillhere.vocabulary import Language, PersonEvent, ReportKind
from stillhere.vocabulary.fields import Field

AS_OF = "2023-10-05"
RULES = Rules.shipped()

REGISTER = Profile(
    source="register",
    kind=ReportKind.PERSON,
    columns=(
        Column("No", Field.KEY),
        Column("Family", Field.FAMILY_NAME),
        Column("Given", Field.GIVEN_NAME),
        Column("Born", Field.BIRTH_DATE),
        Column("Settlement", Field.SETTLEMENT),
        Column("Address", Field.ADDRESS),
        Column("Flat", Field.FLAT),
        Column("Household", Field.HOUSEHOLD),
        Column("Phone", Field.PHONE),
        Column("Passport", Field.DOCUMENT),
    ),
    language=Language.EN,
    once=True,
    register=True,
    event=PersonEvent.RESIDENT,
)
ARRIVALS = Profile(
    source="arrivals",
    kind=ReportKind.PERSON,
    columns=(
        Column("Name", Field.NAME),
        Column("Born", Field.BIRTH_DATE),
        Column("From", Field.ORIGIN),
        Column("Party", Field.PARTY),
        Column("Day", Field.DATE),
        Column("Phone", Field.PHONE),
        Column("Passport", Field.DOCUMENT),
    ),
    language=Language.EN,
    name_order=NameOrder.FAMILY_GIVEN,
    once=True,
    event=PersonEvent.ARRIVED,
)
BUS = replace(
    ARRIVALS,
    source="bus 12",
    columns=(
        Column("Name", Field.NAME),
        Column("Born", Field.BIRTH_DATE),
        Column("Bus", Field.VEHICLE),
        Column("Seat", Field.ORDINAL),
        Column("Day", Field.DATE),
    ),
    event=PersonEvent.BOARDED,
)
SERVICE = replace(
    ARRIVALS,
    source="social service",
    columns=(
        Column("Name", Field.NAME),
        Column("Born", Field.BIRTH_DATE),
        Column("Needs", Field.CARE),
        Column("Settlement", Field.SETTLEMENT),
        Column("Address", Field.ADDRESS),
    ),
    event=PersonEvent.SERVED,
)
PROFILES = {p.source: p for p in (REGISTER, ARRIVALS, BUS, SERVICE)}


def profile(what: Profile, **changes: object) -> Report:
    """The report of a profile, with fields changed."""
    changed = replace(what, **changes)  # type: ignore[arg-type]
    return make_report(
        EXERCISE_KEY, ReportKind.PROFILE, "profiles", changed.to_fields()
    )


def row(
    source: str,
    cells: Mapping[str, str],
    *,
    ordinal: int = 0,
    stamp: Stamp | None = None,
) -> Report:
    """One row of a list."""
    return make_report(
        EXERCISE_KEY, ReportKind.ROW, source, cells, ordinal=ordinal, stamp=stamp
    )


def entry(
    kind: ReportKind,
    fields: Mapping[str, Json],
    source: str = "desk",
    stamp: Stamp | None = None,
) -> Report:
    """One typed entry or decision."""
    return make_report(EXERCISE_KEY, kind, source, fields, stamp=stamp)


def resident(number: int, name: str, born: str, household: str, **more: str) -> Report:
    """A row of the register; `name` is family name and given name."""
    family, given = name.split()
    cells = {
        "No": str(number),
        "Family": family,
        "Given": given,
        "Born": born,
        "Settlement": "Stepanakert",
        "Address": f"Tumanyan St. {household}",
        "Household": household,
    }
    return row("register", cells | more)


def arrival(name: str, born: str, party: str, day: str, **more: str) -> Report:
    """A row of the arrivals list."""
    cells = {"Name": name, "Born": born, "Party": party, "Day": day}
    return row("arrivals", cells | {"From": "Khankendi"} | more)


def judged(kind: str, a: Report, b: Report, why: str = "asked them") -> Report:
    """A judgement on two mentions."""
    fields = {"judgement": kind, "a": a.id, "b": b.id, "why": why}
    return entry(ReportKind.JUDGEMENT, fields)


def withdrawal(*targets: ReportId) -> Report:
    """Reports taken back."""
    return entry(ReportKind.WITHDRAWAL, {"targets": list(targets)})


def withdrawn_source(source: str) -> Report:
    """An import taken back."""
    return entry(ReportKind.WITHDRAWAL, {"source": source})


def correction(target: Report, fields: Mapping[str, str]) -> Report:
    """Fields as they should have read."""
    return entry(ReportKind.CORRECTION, {"target": target.id, "fields": dict(fields)})


def erasure(targets: Sequence[Report], household: str = "") -> Report:
    """Bodies that must go; one person of the household stays accounted for."""
    fields: dict[str, Json] = {"targets": [t.id for t in targets]}
    if household:
        left: Json = {"source": "register", "household": household, "accounted": 1}
        fields["remainder"] = left
    return entry(ReportKind.ERASURE, fields)
