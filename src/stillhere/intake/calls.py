"""Rows and entries in which someone tells of, or asks for, someone else."""

import re
from dataclasses import replace

from stillhere.intake.columns import (
    Cells,
    Plain,
    joined,
    moment_reader,
    place_reader,
)
from stillhere.intake.messages import people_in, place_in
from stillhere.intake.name_order import ends_like_family
from stillhere.intake.people import PersonReader
from stillhere.intake.values import first_number_of, is_blank_word, phones_of
from stillhere.reports.profile import Profile
from stillhere.reports.report import Report
from stillhere.reports.statements import (
    CallStatement,
    PersonStatement,
    TracingRequest,
    WrittenPlace,
)
from stillhere.vocabulary.fields import Field
from stillhere.vocabulary.kinds import ReportKind
from stillhere.vocabulary.people import PersonEvent

_CALL_TEXTS = (("certainty", Field.CERTAINTY), ("how_known", Field.HOW_KNOWN))


class CallReader:
    """Reads calls: the place, how many, and the person where one is named by columns.

    What a cell says beside a name, or instead of one, stays whole in the note. Where
    columns name neither place nor person, a message in words is read for what it marks
    (`messages`). In an entry typed at a desk the name has a field of its own: what
    stands there is a name, however it is written.
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
        named = _named(person, typed=report.kind is ReportKind.CALL)
        note = joined(cells, self._notes)
        if person.name.full and (named is None or named.name != person.name):
            note = f"{person.name.full} {note}".rstrip()
        place = self._place(cells)
        people = first_number_of(joined(cells, self._people))
        if note and not (place and named):
            place, named, people = _told(note, place, person, named, people)
        return CallStatement(
            report=report.id,
            source=report.source,
            place=place,
            person=named,
            people=people,
            date=self._moment(cells),
            note=note,
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


def _told(
    message: str,
    place: WrittenPlace,
    person: PersonStatement,
    named: PersonStatement | None,
    people: int | None,
) -> tuple[WrittenPlace, PersonStatement | None, int | None]:
    """Place, person and number with what columns left out taken from the message."""
    told, rest = place_in(message)
    if not place and told:
        place = replace(
            told, x_km=place.x_km, y_km=place.y_km, lat=place.lat, lon=place.lon
        )
    if named is None and not person.name.full:
        found = name_in(rest)
        if found:
            name = replace(person.name, full=found, order="unknown")
            named = replace(person, name=name, place=place)
    return place, named, people_in(rest) if people is None else people


def _named(person: PersonStatement, *, typed: bool) -> PersonStatement | None:
    """The person a call names: by columns, a document, or the words of one cell."""
    name = person.name
    if person.documents or name.given or name.family:
        return person
    found = name_in(name.full)
    if typed and not found and not is_blank_word(name.full):
        found = name.full
    return replace(person, name=replace(name, full=found)) if found else None


def name_in(text: str) -> str:
    """The name in a cell about a person, such as "grandmother Anna Sargsyan, 85".

    A whole cell of capitalised words is a name; of a longer one, the first run of two
    or three such words, one of which ends like a family name. Empty for none.
    """
    if is_blank_word(text):
        return ""
    words = re.sub(r"([,.;:()])(?=\s|$)|(?<=\s)([(])", r" \1 ", text).split()
    if len(words) >= 2 and all(_capital(w) for w in words):
        return text
    run: list[str] = []
    for word in [*words, ","]:
        if _capital(word):
            run.append(word)
            continue
        if 2 <= len(run) <= 3 and any(ends_like_family(w) for w in run):
            return " ".join(run)
        run = []
    return ""


def _capital(word: str) -> bool:
    bare = word.strip(".'’-")
    return bare[:1].isupper() and all(c.isalpha() or c in ".'’-" for c in word)
