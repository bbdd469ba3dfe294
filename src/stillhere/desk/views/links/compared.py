"""What two reports state of a person, line beside line."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.http import HttpRequest

from stillhere.desk.naming import PersonName, latin_reading, person_name
from stillhere.desk.views.lines import Line, lines
from stillhere.desk.views.people.company import Member, members
from stillhere.desk.views.stated import Fact, birth_words, facts
from stillhere.desk.views.unshown import sees_children
from stillhere.desk.wording import in_words
from stillhere.ledger import Entry, MentionId, Picture
from stillhere.reports.statements import Birth, WrittenName
from stillhere.vocabulary.fields import Field

_TELLING = (Field.SEX, Field.BIRTH_DATE, Field.DOCUMENT, Field.PHONE)
"""What is one and the same for one person, unless somebody mistook it."""


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
class Row:
    """One thing as both state it; None where a report says nothing of it.

    Attributes:
        label: What it is.
        texts: As the first and the second state it.
        written: Whether the texts are the sources' own.
        differs: Whether both state it, and one of the two must be wrong or another's.
    """

    label: str
    texts: tuple[str | None, str | None]
    written: bool
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
    stated = [_facts(picture, mention, children=children) for mention in pair]
    return Compared(
        sides=(first, second),
        rows=tuple(_rows(*stated)),
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


def _facts(picture: Picture, mention: MentionId, *, children: bool) -> list[Fact]:
    """What a mention states; its name heads the column, its row stands beside it."""
    said = picture.evidence.mention(mention)
    if said is None:
        return []
    shown = replace(said, name=WrittenName(), key="", ordinal=None)
    return facts(shown, children=children)


def _rows(one: Sequence[Fact], two: Sequence[Fact]) -> list[Row]:
    first = {fact.label: fact for fact in one}
    second = {fact.label: fact for fact in two}
    return [
        _row(label, first.get(label), second.get(label))
        for label in _labels(list(first), list(second))
    ]


def _row(label: str, one: Fact | None, two: Fact | None) -> Row:
    texts = (one.text if one else None, two.text if two else None)
    told = None not in texts and label in {in_words(field) for field in _TELLING}
    written = any(fact.written for fact in (one, two) if fact)
    return Row(label, texts, written, told and texts[0] != texts[1])


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
