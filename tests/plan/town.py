"""A hand-made place of a few doors, its lists as reports, and what follows from them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from stillhere.intake import BuildingTable
from stillhere.intake.world import Building
from stillhere.ledger import Picture
from stillhere.names import NameOrder
from stillhere.pipeline import Rules, build
from stillhere.places import Gazetteer
from stillhere.plan import Atlas, Belief, PlanRules, belief
from stillhere.reports import (
    EXERCISE_KEY,
    Column,
    Json,
    Profile,
    Report,
    ReportId,
    make_report,
)
from stillhere.vocabulary import Language, PersonEvent, ReportKind
from stillhere.vocabulary.fields import Field

AS_OF = "2023-10-09T08:00:00+04:00"
RULES = PlanRules.shipped()
VILLAGE = "Hollow Mill"
_PLACES = [
    "place",
    "kind",
    "name_hy",
    "name_az",
    "name_ru",
    "name_en",
    "other_names",
    "lat",
    "lon",
    "invented",
]
GAZETTEER = Gazetteer.demo().merge(
    Gazetteer.load(
        [
            dict(
                zip(
                    _PLACES,
                    (
                        *("x-hollow", "village", "Խոր Ջրաղաց", "Dərin Dəyirman"),
                        *("Глубокая Мельница", VILLAGE, "", "39.9", "46.9", "yes"),
                    ),
                    strict=True,
                )
            )
        ]
    )
)


def building(
    code: str,
    street: str,
    at: tuple[int, int],
    flats: int = 1,
    place: str = "Khankendi",
) -> Building:
    """A building of the table, with its address in two languages."""
    addresses = {Language.EN: street, Language.RU: f"ул. {street}"}
    return Building(code, place, addresses, *at, flats)


BUILDINGS = (
    building("B1", "Walnut Street 1", (100, 0), 4),
    building("B2", "Walnut Street 3", (200, 0)),
    building("B3", "Mill Street 1", (300, 400)),
    building("B4", "Mill Street 5", (-900, 100)),
    building("V1", "School Street 1", (9000, 0), place=VILLAGE),
    building("V2", "School Street 2", (9100, 0), place=VILLAGE),
)
TABLE = BuildingTable({b.code: b for b in BUILDINGS})
ATLAS = Atlas.of(TABLE, GAZETTEER)
OPERATION = Rules.shipped(GAZETTEER, TABLE, population=40, coverage=950_000)

_COLUMNS = {
    "No": Field.KEY,
    "Family": Field.FAMILY_NAME,
    "Given": Field.GIVEN_NAME,
    "Born": Field.BIRTH_DATE,
    "Settlement": Field.SETTLEMENT,
    "Address": Field.ADDRESS,
    "Flat": Field.FLAT,
    "Household": Field.HOUSEHOLD,
    "Care": Field.CARE,
    "Phone": Field.PHONE,
}
PROFILES = (
    Profile(
        source="register",
        kind=ReportKind.PERSON,
        columns=tuple(Column(h, f) for h, f in _COLUMNS.items()),
        language=Language.EN,
        once=True,
        register=True,
        event=PersonEvent.RESIDENT,
    ),
    Profile(
        source="arrivals",
        kind=ReportKind.PERSON,
        columns=(
            Column("Name", Field.NAME),
            Column("Born", Field.BIRTH_DATE),
            Column("From", Field.ORIGIN),
            Column("Party", Field.PARTY),
            Column("Day", Field.DATE),
        ),
        language=Language.EN,
        name_order=NameOrder.FAMILY_GIVEN,
        once=True,
        event=PersonEvent.ARRIVED,
    ),
)


def profiles() -> list[Report]:
    """What the columns of the two lists mean."""
    return [
        make_report(EXERCISE_KEY, ReportKind.PROFILE, "profiles", p.to_fields())
        for p in PROFILES
    ]


def resident(
    number: int, name: str, born: str, home: tuple[str, str], **more: str
) -> Report:
    """A row of the register; `home` is the address and the flat."""
    family, given = name.split()
    cells = {"No": str(number), "Family": family, "Given": given, "Born": born}
    address, flat = home
    cells |= {"Address": address, "Flat": flat, "Household": f"{address} {flat}"}
    cells |= {"Settlement": VILLAGE if "School" in address else "Khankendi"}
    return make_report(EXERCISE_KEY, ReportKind.ROW, "register", cells | more)


def arrival(name: str, born: str, party: str = "1", day: str = "2023-09-28") -> Report:
    """A row of the list of arrivals."""
    cells = {"Name": name, "Born": born, "Party": party, "Day": day}
    return make_report(
        EXERCISE_KEY, ReportKind.ROW, "arrivals", cells | {"From": "Khankendi"}
    )


def entry(kind: ReportKind, fields: Mapping[str, Json], source: str = "desk") -> Report:
    """One typed entry."""
    return make_report(EXERCISE_KEY, kind, source, fields)


def visit(address: str, flat: str = "", *, result: str = "nobody_answered") -> Report:
    """A knock at a door of the town, or of the village for a School Street."""
    where = VILLAGE if "School" in address else "Khankendi"
    fields: dict[str, Json] = {"settlement": where, "address": address, "flat": flat}
    fields |= {"how": "knocked", "result": result, "date": "2023-10-05", "team": "1"}
    return entry(ReportKind.VISIT, fields, f"visit {address} {flat} {result}")


def call(address: str, flat: str = "", note: str = "") -> Report:
    """A call about a door of the town."""
    fields: dict[str, Json] = {"date": "2023-10-05", "note": note}
    if address:
        fields |= {"settlement": "Khankendi", "address": address, "flat": flat}
    return entry(ReportKind.CALL, fields, "hotline")


def request(name: str, born: str, address: str, flat: str = "") -> Report:
    """A relative asks for somebody."""
    fields: dict[str, Json] = {"name": name, "birth_date": born, "address": address}
    fields |= {"settlement": "Khankendi", "flat": flat, "enquirer": "Karo Mirzoyan"}
    return entry(ReportKind.TRACING, fields, "requests")


FAMILY = (
    resident(1, "Avagyan Armen", "1975-03-12", ("Walnut Street 1", "1")),
    resident(2, "Avagyan Narine", "1978-07-01", ("Walnut Street 1", "1")),
    resident(3, "Avagyan Ani", "2005-05-20", ("Walnut Street 1", "1")),
    arrival("Avagyan Armen", "1975-03-12"),
    arrival("Avagyan Narine", "1978-07-01"),
    arrival("Avagyan Ani", "2005-05-20"),
)
ALONE = (resident(4, "Sargsyan Siranush", "1939-02-14", ("Walnut Street 1", "2")),)
SILENT = (
    resident(5, "Hakobyan Artur", "1979-09-01", ("Walnut Street 3", "")),
    resident(6, "Hakobyan Gayane", "1981-12-24", ("Walnut Street 3", "")),
)
VILLAGERS = (
    resident(7, "Balayan Hrach", "1940-09-27", ("School Street 1", "")),
    resident(8, "Balayan Arus", "1943-12-01", ("School Street 1", "")),
)
EVERYBODY = (*FAMILY, *ALONE, *SILENT, *VILLAGERS)


@dataclass(frozen=True)
class Scene:
    """A picture and what is believed at it."""

    picture: Picture
    believed: Belief
    key: Mapping[str, str] = field(default_factory=dict)


def scene(reports: Iterable[Report] = EVERYBODY, *more: Report) -> Scene:
    """The picture of these reports."""
    found = build([*profiles(), *reports, *more], OPERATION, AS_OF)
    return Scene(found, belief(found, ATLAS, RULES))


def ids(*reports: Report) -> set[ReportId]:
    """Their ids."""
    return {report.id for report in reports}
