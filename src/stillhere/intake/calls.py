"""Rows and entries in which someone tells of, or asks for, someone else."""

from stillhere.intake.columns import (
    Cells,
    Plain,
    joined,
    moment_reader,
    place_reader,
)
from stillhere.intake.people import PersonReader
from stillhere.intake.values import first_number_of, is_blank_word, phones_of
from stillhere.reports.profile import Profile
from stillhere.reports.report import Report
from stillhere.reports.statements import CallStatement, PersonStatement, TracingRequest
from stillhere.vocabulary.fields import Field
from stillhere.vocabulary.people import PersonEvent

_CALL_TEXTS = (("certainty", Field.CERTAINTY), ("how_known", Field.HOW_KNOWN))
_FEWEST_NAME_LETTERS = 2


class CallReader:
    """Reads calls: the place, how many, and the person where one is named by columns.

    A name inside free text is left there: the text stays whole in the note.
    """

    def __init__(self, profile: Profile) -> None:
        self._person = PersonReader(profile, PersonEvent.SEEN)
        self._place = place_reader(profile)
        self._moment = moment_reader(profile)
        self._texts = Plain.of(profile, _CALL_TEXTS)
        self._people = profile.headers(Field.PEOPLE)
        self._notes = profile.headers(Field.NOTE)

    def read(self, report: Report, cells: Cells) -> CallStatement:
        """The statement of one call."""
        person = self._person.read(report, cells)
        return CallStatement(
            report=report.id,
            source=report.source,
            place=self._place(cells),
            person=person if _names_somebody(person) else None,
            people=first_number_of(joined(cells, self._people)),
            date=self._moment(cells),
            note=joined(cells, self._notes),
            **self._texts.read(cells),
        )


class TracingReader:
    """Reads tracing requests: the sought person, and who asks."""

    def __init__(self, profile: Profile) -> None:
        self._sought = PersonReader(profile, PersonEvent.SOUGHT)
        self._moment = moment_reader(profile)
        self._enquirer = profile.headers(Field.ENQUIRER)
        self._phone = profile.headers(Field.ENQUIRER_PHONE)
        self._relation = profile.headers(Field.RELATION)

    def read(self, report: Report, cells: Cells) -> TracingRequest:
        """The request of one row."""
        phones = phones_of(joined(cells, self._phone))
        return TracingRequest(
            report=report.id,
            source=report.source,
            sought=self._sought.read(report, cells),
            enquirer=joined(cells, self._enquirer),
            enquirer_phone=phones[0] if phones else joined(cells, self._phone),
            relation=joined(cells, self._relation),
            date=self._moment(cells),
        )


def _names_somebody(person: PersonStatement) -> bool:
    """Whether a call names a person: a name that looks like one, or a document."""
    name = person.name
    if person.documents or name.given or name.family:
        return True
    return _looks_like_name(name.full)


def _looks_like_name(text: str) -> bool:
    """At least one capitalised word beside another word or initial: "Anna H."."""
    if is_blank_word(text) or any(c.isdecimal() for c in text):
        return False
    words = [w for w in text.replace(".", " ").split() if w]
    capitals = [w for w in words if w[0].isupper()]
    long_enough = any(len(w) >= _FEWEST_NAME_LETTERS for w in capitals)
    return len(words) >= 2 and len(capitals) == len(words) and long_enough
