"""What sources say of people: list rows, calls, tracing requests."""

from dataclasses import dataclass

from stillhere.reports.report import ReportId
from stillhere.vocabulary.dialled import CallOutcome, WhoseNumber
from stillhere.vocabulary.languages import Language
from stillhere.vocabulary.people import Care, PersonEvent, Sex


@dataclass(frozen=True, slots=True)
class WrittenName:
    """A name as its source wrote it, in whatever columns it used.

    Attributes:
        full: A whole name in one cell, in the profile's name order; else empty.
        given, family, patronymic, maiden: Cells of their own; empty where none.
        order: Value of `names.NameOrder` for `full`.
        language: Language of the list, where one is known.
    """

    full: str = ""
    given: str = ""
    family: str = ""
    patronymic: str = ""
    maiden: str = ""
    order: str = "unknown"
    language: Language | None = None

    @property
    def text(self) -> str:
        """One line as written, for people to read; empty for nobody."""
        parts = (self.family, self.given, self.patronymic)
        written = self.full or " ".join(p for p in parts if p)
        return f"{written} ({self.maiden})" if self.maiden else written

    def __bool__(self) -> bool:
        return bool(self.full or self.given or self.family)


@dataclass(frozen=True, slots=True)
class Birth:
    """What is stated of a birth.

    Attributes:
        first, last: Earliest and latest year of birth that fits what was stated.
        month, day: As read; 0 where not stated.
        swappable: Day and month may have been swapped (both are at most 12).
        from_age: Worked out from a stated age and the date of the list.
    """

    first: int
    last: int
    month: int = 0
    day: int = 0
    swappable: bool = False
    from_age: bool = False


@dataclass(frozen=True, slots=True)
class WrittenPlace:
    """A place as written, and coordinates where given.

    Attributes:
        settlement, address, street, house, building, flat: Cell texts; empty where none.
        x_km, y_km: Local plane of the operation, as stated (decimal text); empty where none.
        lat, lon: WGS84 degrees as stated (decimal text); empty where none.
        accuracy_m: Stated accuracy in metres as text; empty where none.
    """

    settlement: str = ""
    address: str = ""
    street: str = ""
    house: str = ""
    building: str = ""
    flat: str = ""
    x_km: str = ""
    y_km: str = ""
    lat: str = ""
    lon: str = ""
    accuracy_m: str = ""

    def __bool__(self) -> bool:
        return any((self.settlement, self.address, self.street, self.building))


NOWHERE = WrittenPlace()


@dataclass(frozen=True, slots=True)
class PersonStatement:
    """One row or entry that names (or describes) one person.

    Attributes:
        report, source: Which report says it, of which source.
        key: Declared key of the row inside its source; empty where none is declared.
        event: What it says of the person.
        name: As written.
        sex, birth: As stated, or None.
        documents, phones: As written, each reduced to letters and digits, sorted.
        place: Home, or where seen or found.
        origin, destination: Settlement texts, as written.
        household: Household or party as stated; with `source` it names a group.
        head: Name of the head of household as written.
        relation: Relation to the head, as written.
        vehicle: Vehicle, bus or convoy as stated.
        ordinal: A stated seat or sequence number, never a rank.
        care: Needs of care, sorted.
        date: ISO date or time of what is said.
        note: Free text as written.
    """

    report: ReportId
    source: str
    event: PersonEvent
    name: WrittenName
    key: str = ""
    sex: Sex | None = None
    birth: Birth | None = None
    documents: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    place: WrittenPlace = NOWHERE
    origin: str = ""
    destination: str = ""
    household: str = ""
    head: str = ""
    relation: str = ""
    vehicle: str = ""
    ordinal: int | None = None
    care: tuple[Care, ...] = ()
    date: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class CallStatement:
    """Someone tells of a person or a place.

    Attributes:
        person: The person named in the call, as a statement with event `seen`; or None.
        people: How many may be there; None where not said.
        certainty: As written ("saw him on Monday", "not sure").
        how_known: How the caller knows, as written.
    """

    report: ReportId
    source: str
    place: WrittenPlace
    person: PersonStatement | None = None
    people: int | None = None
    certainty: str = ""
    how_known: str = ""
    date: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class DialledStatement:
    """The operation called a number on file: what came of it, of nobody in particular.

    What was learnt of people is stated by reports of their own.

    Attributes:
        number: Which one, by a report it stands in and its place there. The number itself
            is nowhere twice: it goes where that report is emptied.
        whose: Who was expected to answer.
        about: Mentions of the people who were asked about.
    """

    report: ReportId
    source: str
    number: str
    outcome: CallOutcome
    whose: WhoseNumber = WhoseNumber.HOUSEHOLD
    about: tuple[ReportId, ...] = ()
    date: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class TracingRequest:
    """A relative asks for someone.

    Attributes:
        sought: The sought person, as a statement with event `sought`.
        enquirer, enquirer_phone, relation: As written; for the family-links role.
    """

    report: ReportId
    source: str
    sought: PersonStatement
    enquirer: str = ""
    enquirer_phone: str = ""
    relation: str = ""
    date: str | None = None
