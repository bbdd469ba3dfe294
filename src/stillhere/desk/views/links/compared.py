"""What two reports state of a person, line beside line."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from django.http import HttpRequest

from stillhere.desk.naming import PersonName, latin_reading, person_name
from stillhere.desk.views.lines import Line, lines
from stillhere.desk.views.people.company import Member, members
from stillhere.desk.views.stated import Fact, birth_words, facts
from stillhere.desk.views.unshown import sees_children
from stillhere.desk.wording import in_words
from stillhere.ledger import Entry, MentionId, Picture
from stillhere.ledger.described import births_disagree
from stillhere.reports.statements import Birth, PersonStatement, WrittenName
from stillhere.vocabulary import Language
from stillhere.vocabulary.fields import Field

_READ = 80
"""Letters of a text up to which a reading stands beside it; notes are longer."""


@dataclass(frozen=True, slots=True)
class Person:
    """One side: the mention, and whom it is held to be.

    Attributes:
        line: The mention.
        reading: Its name in Latin letters, where it is in others.
        entry: The person.
        name: Their preferred name.
        status: In words.
        birth: As it is known of the person, in words; empty where it is not.
        home: Members of their household, without them.
    """

    line: Line
    reading: str | None
    entry: Entry
    name: PersonName
    status: str
    birth: str
    home: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """One thing as a report states it.

    Attributes:
        text: In words; as written where it was written.
        written: Whether the text is the source's own.
        reading: In Latin letters, where it is written in others.
    """

    text: str
    written: bool
    reading: str | None


@dataclass(frozen=True, slots=True)
class Row:
    """One thing as both state it; None where a report says nothing of it.

    Attributes:
        label: What it is.
        told: As the first and the second state it.
        differs: Whether both state it, and one of the two must be wrong or another's.
    """

    label: str
    told: tuple[Told | None, Told | None]
    differs: bool


@dataclass(frozen=True, slots=True)
class Compared:
    """Two mentions side by side.

    Attributes:
        sides: The first and the second.
        rows: What they state, in the order of a report.
        one: Whether both are held for one person now.
        born_apart: Whether the years of birth known of the two people exclude each other.
    """

    sides: tuple[Person, Person]
    rows: tuple[Row, ...]
    one: bool
    born_apart: bool


def compared(
    request: HttpRequest, picture: Picture, pair: tuple[MentionId, MentionId]
) -> Compared:
    """Two mentions in force that the reader may see."""
    first, second = (_person(request, picture, mention) for mention in pair)
    children = sees_children(request)
    one, two = (picture.evidence.mention(mention) for mention in pair)
    apart = frozenset(in_words(field) for field in _contradicting(one, two))
    rows = _rows(_told(one, children=children), _told(two, children=children), apart)
    return Compared(
        sides=(first, second),
        rows=tuple(rows),
        one=first.entry.id == second.entry.id,
        born_apart=_apart(first.entry.birth, second.entry.birth),
    )


def _apart(one: Birth | None, two: Birth | None) -> bool:
    if one is None or two is None:
        return False
    return one.last < two.first or two.last < one.first


def _person(request: HttpRequest, picture: Picture, mention: MentionId) -> Person:
    (line,) = lines(request, picture, (mention,))
    said = picture.evidence.mention(mention)
    entry = picture.entry(mention)
    household = picture.households.get(entry.household) if entry.household else None
    home = members(picture, household.members, entry.id) if household else []
    return Person(
        line=line,
        reading=latin_reading(said.name.text, said.name.language) if said else None,
        entry=entry,
        name=person_name(entry),
        status=in_words(entry.status),
        birth=birth_words(entry.birth) if entry.birth is not None else "",
        home=tuple(home),
    )


def _told(said: PersonStatement | None, *, children: bool) -> dict[str, Told]:
    """What a mention states, by its label; its name heads the column, its row is beside."""
    if said is None:
        return {}
    shown = replace(said, name=WrittenName(), key="", ordinal=None)
    found = facts(shown, children=children)
    return {fact.label: _of(fact, said.name.language) for fact in found}


def _of(fact: Fact, language: Language | None) -> Told:
    reads = fact.written and len(fact.text) <= _READ
    reading = latin_reading(fact.text, language) if reads else None
    return Told(fact.text, fact.written, reading)


def _contradicting(
    one: PersonStatement | None, two: PersonStatement | None
) -> Iterator[Field]:
    """What is one and the same for one person, and is not the same here."""
    if one is None or two is None:
        return
    if one.sex and two.sex and one.sex is not two.sex:
        yield Field.SEX
    if one.birth and two.birth and births_disagree(one.birth, two.birth):
        yield Field.BIRTH_DATE
    if one.documents and two.documents and not {*one.documents} & {*two.documents}:
        yield Field.DOCUMENT
    if one.phones and two.phones and not {*one.phones} & {*two.phones}:
        yield Field.PHONE


def _rows(
    one: Mapping[str, Told], two: Mapping[str, Told], apart: frozenset[str]
) -> list[Row]:
    return [
        Row(label, (one.get(label), two.get(label)), label in apart)
        for label in _labels(list(one), list(two))
    ]


def _labels(first: list[str], second: list[str]) -> list[str]:
    """Labels of both, each once; what only the second has stands behind what led to it."""
    order, place = list(first), 0
    for label in second:
        if label in order:
            place = order.index(label) + 1
        else:
            order.insert(place, label)
            place += 1
    return order
