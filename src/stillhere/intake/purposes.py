"""What a list is for: the table that fills the rest of a proposed profile."""

from dataclasses import dataclass

from stillhere.vocabulary.fields import Field
from stillhere.vocabulary.kinds import ReportKind
from stillhere.vocabulary.people import PersonEvent

P, E = ReportKind.PERSON, PersonEvent


@dataclass(frozen=True, slots=True)
class Purpose:
    """One purpose of lists.

    Attributes:
        name: As in ``purpose_words.tsv``.
        kind: What a row states.
        event: What it says of its person.
        once: A person stands at most once in such a list.
        signs: Meanings of columns that speak for it, each with its points.
    """

    name: str
    kind: ReportKind
    event: PersonEvent | None = None
    once: bool = False
    signs: tuple[tuple[Field, int], ...] = ()


_F = Field
PURPOSES: tuple[Purpose, ...] = (
    Purpose(
        "register",
        P,
        E.RESIDENT,
        once=True,
        signs=(
            (_F.HOUSEHOLD, 2),
            (_F.PATRONYMIC, 1),
            (_F.BIRTH_DATE, 1),
            (_F.ADDRESS, 1),
            (_F.STREET, 1),
            (_F.FLAT, 1),
        ),
    ),
    Purpose(
        "manifest",
        P,
        E.DEPARTED,
        once=True,
        signs=((_F.VEHICLE, 3), (_F.ORDINAL, 1), (_F.DESTINATION, 1)),
    ),
    Purpose(
        "arrival",
        P,
        E.ARRIVED,
        once=True,
        signs=((_F.ORIGIN, 3), (_F.HEAD, 1), (_F.RELATION, 1), (_F.DATE, 1)),
    ),
    Purpose("staying", P, E.SEEN, once=True),
    Purpose(
        "social",
        P,
        E.SERVED,
        once=True,
        signs=((_F.CARE, 3), (_F.ALONE, 3)),
    ),
    Purpose("hospital", P, E.IN_CARE),
    Purpose(
        "hotline",
        ReportKind.CALL,
        E.SEEN,
        signs=(
            (_F.HOW_KNOWN, 4),
            (_F.CERTAINTY, 4),
            (_F.ENQUIRER, 2),
            (_F.ENQUIRER_PHONE, 1),
            (_F.PEOPLE, 1),
            (_F.TIME, 1),
        ),
    ),
    Purpose(
        "tracing",
        ReportKind.TRACING,
        E.SOUGHT,
        signs=((_F.ENQUIRER, 3), (_F.ENQUIRER_PHONE, 2), (_F.RELATION, 1)),
    ),
    Purpose(
        "visit",
        ReportKind.VISIT,
        signs=((_F.RESULT, 4), (_F.HOW, 3), (_F.TEAM, 2), (_F.LATITUDE, 1)),
    ),
    Purpose("morgue", ReportKind.REMAINS, E.DEAD, signs=((_F.CODE, 3),)),
    Purpose(
        "service",
        ReportKind.SERVICE,
        signs=((_F.SERVICE, 5), (_F.STATE, 1), (_F.EXPECTED, 2), (_F.SINCE, 1)),
    ),
    Purpose("property", ReportKind.PROPERTY, signs=((_F.OWNER, 3), (_F.STATE, 1))),
    Purpose("animals", ReportKind.ANIMALS, signs=((_F.ANIMAL, 5), (_F.OWNER, 1))),
    Purpose("intention", ReportKind.INTENTION, signs=((_F.CONDITION, 4),)),
    Purpose(
        "need", ReportKind.NEED, signs=((_F.URGENCY, 4), (_F.MET, 4), (_F.WHAT, 1))
    ),
    Purpose("count", ReportKind.COUNT, signs=((_F.VALUE, 3), (_F.QUALIFIER, 4))),
    Purpose(
        "assurance", ReportKind.ASSURANCE, signs=((_F.ACTOR, 2), (_F.RECIPIENT, 4))
    ),
    Purpose(
        "vehicle",
        ReportKind.VEHICLE,
        signs=((_F.SEATS, 5), (_F.STRETCHERS, 4), (_F.WHEELCHAIRS, 3)),
    ),
    Purpose("trip", ReportKind.TRIP),
    Purpose("clearance", ReportKind.CLEARANCE, signs=((_F.UNTIL, 4),)),
)
BY_NAME = {purpose.name: purpose for purpose in PURPOSES}
