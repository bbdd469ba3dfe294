"""What readers are told for each code, in English: one table, whoever shows it."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from stillhere.vocabulary.dialled import CallOutcome, WhoseNumber
from stillhere.vocabulary.fields import Field
from stillhere.vocabulary.kinds import Basis, ReportKind, Scope
from stillhere.vocabulary.languages import Language
from stillhere.vocabulary.people import Care, PersonEvent, Sex, Status
from stillhere.vocabulary.places import Service, ServiceState, VisitHow, VisitResult
from stillhere.vocabulary.roads import Passage, VehicleClass
from stillhere.vocabulary.teams import Skill


def in_words(code: StrEnum) -> str:
    """The words for a code, in lower case, as they stand inside a line.

    Raises:
        KeyError: Codes of this sort are not said to readers.
    """
    return _WORDS[type(code)][code]


_STATUS = {  # said to readers
    Status.LEFT: "left",
    Status.ARRIVED: "arrived",
    Status.FOUND: "found",
    Status.CHOSE_TO_STAY: "chose to stay",
    Status.COULD_NOT_LEAVE: "could not leave",
    Status.IN_CARE: "in care",
    Status.RETURNED: "returned",
    Status.DECEASED: "deceased",
    Status.UNACCOUNTED: "no word yet",
    Status.PROBABLY_ARRIVED: "probably arrived, still listed",
}
_EVENTS = {  # said to readers
    PersonEvent.RESIDENT: "lives here",
    PersonEvent.BOARDED: "boarded",
    PersonEvent.DEPARTED: "departed",
    PersonEvent.ARRIVED: "arrived",
    PersonEvent.SEEN: "was said to be there",
    PersonEvent.FOUND: "found",
    PersonEvent.CHOSE_TO_STAY: "chose to stay",
    PersonEvent.COULD_NOT_LEAVE: "could not leave",
    PersonEvent.IN_CARE: "in care",
    PersonEvent.RETURNED: "returned",
    PersonEvent.DEAD: "said to be dead",
    PersonEvent.SOUGHT: "is sought",
    PersonEvent.SERVED: "known to the social service",
}
_CARE = {  # said to readers
    Care.WALKS: "walks",
    Care.WHEELCHAIR: "needs a wheelchair",
    Care.STRETCHER: "needs a stretcher",
    Care.MEDICAL: "needs medical care",
    Care.POWER: "depends on power",
    Care.MEDICINE: "depends on medicine",
    Care.CHILD_ALONE: "a child alone",
    Care.LIVES_ALONE: "lives alone",
    Care.DISABLED: "has a disability",
}
_SEX = {  # said to readers
    Sex.FEMALE: "female",
    Sex.MALE: "male",
    Sex.OTHER: "other",
}
_HOW = {  # said to readers
    VisitHow.PASSED: "passed by",
    VisitHow.CALLED_OUT: "called out",
    VisitHow.CALLED_THROUGH: "called through every street and waited",
    VisitHow.LOOKED_IN: "looked through the window",
    VisitHow.KNOCKED: "knocked",
    VisitHow.ENTERED: "entered",
}
_RESULTS = {  # said to readers
    VisitResult.NOBODY_ANSWERED: "nobody answered",
    VisitResult.EMPTY: "empty, after entering",
    VisitResult.PEOPLE_PRESENT: "people present",
    VisitResult.NO_ACCESS: "no access",
    VisitResult.REFUSED: "refused",
}
_OUTCOMES = {  # said to readers
    CallOutcome.ANSWERED: "answered",
    CallOutcome.NOT_ANSWERED: "not answered",
    CallOutcome.WRONG_NUMBER: "wrong number",
    CallOutcome.NOT_AGAIN: "asked not to be called again",
}
_WHOSE = {  # said to readers
    WhoseNumber.HOUSEHOLD: "their household",
    WhoseNumber.ENQUIRER: "somebody who asked",
}
_SERVICES = {  # said to readers
    Service.ELECTRICITY: "electricity",
    Service.WATER: "water",
    Service.WATER_SAFE: "safe drinking water",
    Service.GAS: "gas",
    Service.HEATING: "heating",
    Service.MOBILE_NETWORK: "mobile network",
    Service.ROAD: "road",
    Service.HEALTH_POST: "health post",
}
_VEHICLES = {  # said to readers
    VehicleClass.WALKING: "on foot",
    VehicleClass.CAR: "car",
    VehicleClass.BUS: "bus",
    VehicleClass.AMBULANCE: "ambulance",
}
_PASSAGES = {  # said to readers
    Passage.OPEN: "open",
    Passage.CLOSED: "closed",
    Passage.SUSPECTED: "hazardous area suspected",
    Passage.CONFIRMED: "hazardous area confirmed",
}
_STATES = {  # said to readers
    ServiceState.WORKING: "working",
    ServiceState.PARTLY: "working in part",
    ServiceState.OUT: "out",
    ServiceState.UNKNOWN: "not known",
}
_KINDS = {  # said to readers
    ReportKind.ROW: "row of a list",
    ReportKind.PROFILE: "profile of a source",
    ReportKind.RULES: "rules",
    ReportKind.PERSON: "word of a person",
    ReportKind.VISIT: "visit",
    ReportKind.CALL: "call",
    ReportKind.DIALLED: "call to a number on file",
    ReportKind.TRACING: "tracing request",
    ReportKind.NEED: "need",
    ReportKind.SERVICE: "service",
    ReportKind.VEHICLE: "vehicle",
    ReportKind.TRIP: "trip",
    ReportKind.CLEARANCE: "clearance",
    ReportKind.REMAINS: "remains",
    ReportKind.PROPERTY: "property",
    ReportKind.ANIMALS: "animals",
    ReportKind.INTENTION: "intention",
    ReportKind.ASSURANCE: "assurance",
    ReportKind.COUNT: "figure stated by a source",
    ReportKind.JUDGEMENT: "judgement",
    ReportKind.CORRECTION: "correction",
    ReportKind.WITHDRAWAL: "withdrawal",
    ReportKind.ERASURE: "erasure",
    ReportKind.DEATH: "death established",
    ReportKind.RELEASE: "release of a figure",
    ReportKind.CLOSING: "closing of a search",
    ReportKind.PLAN: "accepted plan",
    ReportKind.CHECK_IN: "word of a team",
}
_SKILLS = {  # said to readers
    Skill.FIRST_AID: "first aid",
    Skill.MEDICAL: "nurse, paramedic or doctor",
    Skill.STRETCHER: "stretcher and hands to carry it",
    Skill.HAZARDS: "taught about explosive hazards",
    Skill.SPEAKS_HY: "speaks Armenian",
    Skill.SPEAKS_AZ: "speaks Azerbaijani",
    Skill.SPEAKS_RU: "speaks Russian",
    Skill.SPEAKS_EN: "speaks English",
}
_BASES = {  # said to readers
    Basis.VITAL_INTEREST: "vital interest",
    Basis.PUBLIC_INTEREST: "public interest",
    Basis.CONSENT: "consent",
    Basis.LEGAL_OBLIGATION: "legal obligation",
    Basis.LEGITIMATE_INTEREST: "legitimate interest",
}
_SCOPES = {  # said to readers
    Scope.OPERATIONS: "operations",
    Scope.MEDICAL: "medical",
    Scope.THE_DEAD: "the dead",
    Scope.CHILDREN: "children",
    Scope.FAMILY_LINKS: "family links",
    Scope.PARTNERS: "partners",
    Scope.AUTHORITIES: "authorities",
    Scope.PUBLIC: "public",
}
_LANGUAGES = {  # said to readers
    Language.HY: "Armenian",
    Language.AZ: "Azerbaijani",
    Language.RU: "Russian",
    Language.EN: "English",
}
_FIELDS = {  # said to readers
    Field.IGNORE: "not read",
    Field.KEY: "key of the row",
    Field.NAME: "full name",
    Field.GIVEN_NAME: "given name",
    Field.FAMILY_NAME: "family name",
    Field.PATRONYMIC: "father's name",
    Field.MAIDEN_NAME: "maiden name",
    Field.SEX: "sex",
    Field.BIRTH_DATE: "date of birth",
    Field.BIRTH_YEAR: "year of birth",
    Field.AGE: "age",
    Field.DOCUMENT: "document number",
    Field.PHONE: "phone",
    Field.SETTLEMENT: "settlement",
    Field.ADDRESS: "address",
    Field.STREET: "street",
    Field.HOUSE: "house number",
    Field.BUILDING: "building code",
    Field.FLAT: "flat",
    Field.LATITUDE: "latitude",
    Field.LONGITUDE: "longitude",
    Field.X_KM: "kilometres east",
    Field.Y_KM: "kilometres north",
    Field.ACCURACY_M: "accuracy in metres",
    Field.HOUSEHOLD: "household",
    Field.PARTY: "party travelling together",
    Field.LIST: "which list the row is of",
    Field.HEAD: "head of the household",
    Field.RELATION: "relation",
    Field.VEHICLE: "vehicle",
    Field.ORDINAL: "running number",
    Field.EVENT: "what became of them",
    Field.DATE: "date",
    Field.TIME: "time",
    Field.CARE: "needs of care",
    Field.ALONE: "whether alone",
    Field.ORIGIN: "from where",
    Field.DESTINATION: "to where",
    Field.NOTE: "note",
    Field.TEAM: "team",
    Field.HOW: "how it was visited",
    Field.RESULT: "result of the visit",
    Field.PEOPLE: "number of people",
    Field.CERTAINTY: "how sure",
    Field.HOW_KNOWN: "how they know",
    Field.ENQUIRER: "enquirer",
    Field.ENQUIRER_PHONE: "phone of the enquirer",
    Field.SERVICE: "which service",
    Field.STATE: "state of the service",
    Field.SINCE: "since when",
    Field.EXPECTED: "expected when",
    Field.WHAT: "what",
    Field.URGENCY: "how urgent",
    Field.MET: "when it was met",
    Field.CODE: "code",
    Field.VALUE: "number stated",
    Field.QUALIFIER: "how exact",
    Field.ACTOR: "who says it",
    Field.RECIPIENT: "to whom",
    Field.FLATS: "number of flats",
    Field.ANIMAL: "animals",
    Field.OWNER: "owner",
    Field.SEATS: "seats",
    Field.STRETCHERS: "places for stretchers",
    Field.WHEELCHAIRS: "places for wheelchairs",
    Field.UNTIL: "until when",
    Field.CONDITION: "condition",
    Field.GIVEN: "what was given",
    Field.SAID_TO_BE_THERE: "who else is said to be there",
}
_WORDS: Mapping[type[StrEnum], Mapping[Any, str]] = {
    Status: _STATUS,
    PersonEvent: _EVENTS,
    Care: _CARE,
    Sex: _SEX,
    VisitHow: _HOW,
    VisitResult: _RESULTS,
    CallOutcome: _OUTCOMES,
    WhoseNumber: _WHOSE,
    Service: _SERVICES,
    ServiceState: _STATES,
    VehicleClass: _VEHICLES,
    Passage: _PASSAGES,
    ReportKind: _KINDS,
    Skill: _SKILLS,
    Basis: _BASES,
    Scope: _SCOPES,
    Language: _LANGUAGES,
    Field: _FIELDS,
}
