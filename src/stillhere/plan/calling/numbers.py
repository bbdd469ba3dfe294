"""Numbers on file: beside whom they stand, and whom a call may settle.

A number stands in a list beside somebody of a household or of people who came together,
or in a tracing request beside who asks. A child alone is a case of its own role: in no
number here is anybody asked about one, and no number of one is taken.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from stillhere.intake.values import phones_of
from stillhere.ledger import Entry, MentionId, Picture
from stillhere.reports import ReportId
from stillhere.reports.statements import TracingRequest
from stillhere.vocabulary import Care, WhoseNumber

_OF_ENQUIRER = "e"
_BETWEEN = frozenset(",;/|\n")


@dataclass(frozen=True, slots=True)
class NumberOnFile:
    """One phone number; no number is ever part of what a log writes.

    Attributes:
        id: Of the first report it stands in and its place there; no part of the number.
        phone: Digits with the country.
        whose: Who is expected to answer; a household before an enquirer.
        people: People without word who may be asked about, sorted.
        beside: People in whose reports it stands, sorted; none for an enquirer's.
        reports: Reports it stands in, sorted.
    """

    id: str
    phone: str = field(repr=False)
    whose: WhoseNumber
    people: tuple[MentionId, ...]
    beside: tuple[MentionId, ...]
    reports: tuple[ReportId, ...]


def numbers_on_file(picture: Picture, most_people: int) -> tuple[NumberOnFile, ...]:
    """Every number that stands near somebody without word, by id.

    Args:
        picture: What is known.
        most_people: A group of more people is a code, not a household, and a number
            near more people without word belongs to an office: both are left out.
    """
    asked = {e.id: e for e in picture.without_word() if not _child_alone(e)}
    pages = _Pages()
    for household in picture.households.values():
        people = [person for person in household.without_word if person in asked]
        if people and household.size <= most_people:
            for member in household.members:
                pages.add_own(picture, picture.entries[member], people)
    for entry in asked.values():
        pages.add_own(picture, entry, (entry.id,))
        pages.add_enquirers(picture, entry)
    found = (page.number(phone) for phone, page in pages.by_phone.items())
    kept = (number for number in found if len(number.people) <= most_people)
    return tuple(sorted(kept, key=lambda number: number.id))


def as_written(picture: Picture, number: NumberOnFile) -> str:
    """The number as its first report writes it; with its country where it is not there."""
    for report in number.reports:
        found = picture.evidence.report(report)
        for text in found.fields.values() if found is not None else ():
            for piece in _pieces(text):
                if phones_of(piece) == (number.phone,):
                    return piece
    return f"+{number.phone}"


def phone_of(picture: Picture, number: str) -> str:
    """The phone number of an id; empty where its report states it no more."""
    name, _, place = number.rpartition("-")
    report = ReportId(name)
    if place == _OF_ENQUIRER:
        said = picture.statements.get(report)
        phones = _asks_from(said) if isinstance(said, TracingRequest) else ()
        return phones[0] if phones else ""
    mention = picture.evidence.mention(report)
    phones = mention.phones if mention is not None else ()
    return phones[int(place)] if int(place) < len(phones) else ""


def _asks_from(request: TracingRequest) -> tuple[str, ...]:
    """The number of who asks: one, or none."""
    return phones_of(request.enquirer_phone)[:1]


def who_asks(picture: Picture, reports: Iterable[ReportId]) -> tuple[str, ...]:
    """Names of enquirers as tracing requests write them, sorted; empty where none does."""
    said = (picture.statements.get(report) for report in reports)
    asks = (one.enquirer for one in said if isinstance(one, TracingRequest))
    return tuple(sorted({name for name in asks if name}))


def _pieces(value: object) -> Iterator[str]:
    """A cell, and its parts where it holds several numbers."""
    if isinstance(value, str):
        yield value
        for mark in _BETWEEN.intersection(value):
            yield from (part.strip() for part in value.split(mark))


class _Page:
    """What is gathered of one number."""

    def __init__(self) -> None:
        self.whose = WhoseNumber.ENQUIRER
        self.people: set[MentionId] = set()
        self.beside: set[MentionId] = set()
        self.found: set[tuple[ReportId, str]] = set()

    def number(self, phone: str) -> NumberOnFile:
        return NumberOnFile(
            "-".join(min(self.found)),
            phone,
            self.whose,
            tuple(sorted(self.people)),
            tuple(sorted(self.beside)),
            tuple(sorted({report for report, _ in self.found})),
        )


class _Pages:
    """Every number met so far."""

    def __init__(self) -> None:
        self.by_phone: dict[str, _Page] = {}

    def add_own(
        self, picture: Picture, entry: Entry, people: Iterable[MentionId]
    ) -> None:
        """The numbers that stand beside somebody, for people of their company."""
        if _child_alone(entry):
            return
        for word in entry.words:
            said = picture.evidence.mention(word.report)
            for place, phone in enumerate(said.phones if said is not None else ()):
                page = self.by_phone.setdefault(phone, _Page())
                page.whose = WhoseNumber.HOUSEHOLD
                page.people.update(people)
                page.beside.add(entry.id)
                page.found.add((word.report, str(place)))

    def add_enquirers(self, picture: Picture, entry: Entry) -> None:
        """The numbers of who asks for somebody."""
        for ask in entry.asked_for:
            said = picture.statements.get(ask.report)
            if isinstance(said, TracingRequest):
                for phone in _asks_from(said):
                    page = self.by_phone.setdefault(phone, _Page())
                    page.people.add(entry.id)
                    page.found.add((ask.report, _OF_ENQUIRER))


def _child_alone(entry: Entry) -> bool:
    return any(note.care is Care.CHILD_ALONE for note in entry.care)
