"""The values of an entry in words, each with the number of reports behind it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stillhere.desk.naming import place_names
from stillhere.desk.saying import day, number
from stillhere.desk.views.stated import birth_words
from stillhere.desk.wording import concern_words, in_words
from stillhere.ledger import Entry, PlaceKey
from stillhere.places import Gazetteer
from stillhere.vocabulary import Care

CHILD = "child_alone"
"""A case restricted to its role: said to nobody else."""


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom values are put into words.

    Attributes:
        gazetteer: Names of places.
        children: Whether the reader may learn that a child is alone.
    """

    gazetteer: Gazetteer
    children: bool = False


@dataclass(frozen=True, slots=True)
class Value:
    """One value of an entry.

    Attributes:
        name: Of the attribute.
        label: What it is, in words.
        texts: The value in words, one text for each part.
        reports: How many reports stand behind it.
    """

    name: str
    label: str
    texts: tuple[str, ...]
    reports: int


LABELS: Mapping[str, str | Promise] = {
    "status": gettext_lazy("Status"),
    "since": gettext_lazy("Since"),
    "where": gettext_lazy("Where"),
    "last_word": gettext_lazy("Last word"),
    "name": gettext_lazy("Name"),
    "names": gettext_lazy("Names as written"),
    "birth": gettext_lazy("Birth"),
    "sex": gettext_lazy("Sex"),
    "home": gettext_lazy("Home"),
    "origin": gettext_lazy("From"),
    "care": gettext_lazy("Needs of care"),
    "alone": gettext_lazy("Alone"),
    "dependent": gettext_lazy("Dependent"),
    "asked_for": gettext_lazy("Asked for"),
    "concern": gettext_lazy("Concern"),
    "household": gettext_lazy("Household"),
    "conflicts": gettext_lazy("What does not agree"),
    "death": gettext_lazy("Death established"),
    "words": gettext_lazy("All reports"),
}
"""Values with a page of their own; `in_words` stands behind each in `_SAID`."""

_SHOWN = (
    *("since", "where", "last_word", "birth", "sex", "home", "origin", "care"),
    *("alone", "dependent", "concern", "death"),
)


def values(entry: Entry, reader: Reader) -> list[Value]:
    """The values that are set, in the order in which they are read."""
    found = (value(entry, name, reader) for name in _SHOWN)
    return [one for one in found if one.texts]


def value(entry: Entry, name: str, reader: Reader) -> Value:
    """One value; raises KeyError for a name without a page."""
    label = str(LABELS[name])
    said = _SAID.get(name)
    texts = tuple(said(entry, reader)) if said is not None else ()
    return Value(name, label, texts, len(entry.cites(name)))


def reasons(entry: Entry, *, children: bool) -> list[str]:
    """What makes somebody of concern, in words, as far as the reader may know."""
    shown = (r for r in entry.reasons if children or r != CHILD)
    return [concern_words(reason) for reason in shown]


Said = Callable[[Entry, Reader], Iterator[str]]


def _status(entry: Entry, _: Reader) -> Iterator[str]:
    yield in_words(entry.status)


def _day(name: str) -> Said:
    def said(entry: Entry, _: Reader) -> Iterator[str]:
        if date := getattr(entry, name):
            yield day(date)

    return said


def _text(name: str) -> Said:
    def said(entry: Entry, _: Reader) -> Iterator[str]:
        if text := getattr(entry, name):
            yield text

    return said


def _names(entry: Entry, _: Reader) -> Iterator[str]:
    yield from dict.fromkeys(name.text for name in entry.names)


def _birth(entry: Entry, _: Reader) -> Iterator[str]:
    if entry.birth is not None:
        yield birth_words(entry.birth)


def _sex(entry: Entry, _: Reader) -> Iterator[str]:
    if entry.sex is not None:
        yield in_words(entry.sex)


def _home(entry: Entry, reader: Reader) -> Iterator[str]:
    if entry.home is not None:
        if entry.home.settlement:
            yield place_names(reader.gazetteer, entry.home.settlement)
        if entry.home.text:
            yield entry.home.text


def _origin(entry: Entry, reader: Reader) -> Iterator[str]:
    if entry.origin:
        yield place_names(reader.gazetteer, PlaceKey(entry.origin))


def _care(entry: Entry, reader: Reader) -> Iterator[str]:
    for note in entry.care:
        if reader.children or note.care is not Care.CHILD_ALONE:
            yield in_words(note.care)


def _yes(name: str) -> Said:
    def said(entry: Entry, reader: Reader) -> Iterator[str]:
        del reader
        if getattr(entry, name):
            yield _("yes")

    return said


def _concern(entry: Entry, reader: Reader) -> Iterator[str]:
    if entry.concern:
        yield _("measure {number}").format(number=number(entry.concern))
        yield from reasons(entry, children=reader.children)


def _death(entry: Entry, reader: Reader) -> Iterator[str]:
    del reader
    if entry.death is not None:
        yield entry.death.authority
        if entry.death.date:
            yield day(entry.death.date)


_SAID: Mapping[str, Said] = {
    "status": _status,
    "since": _day("since"),
    "where": _text("where"),
    "last_word": _day("last_word"),
    "name": _text("name"),
    "names": _names,
    "birth": _birth,
    "sex": _sex,
    "home": _home,
    "origin": _origin,
    "care": _care,
    "alone": _yes("alone"),
    "dependent": _yes("dependent"),
    "concern": _concern,
    "death": _death,
}
