"""A figure in words: its number, what it counts, and how sure its source was."""

from stillhere.ledger import Figure
from stillhere.vocabulary import Counted, Voice

_PEOPLE = Counted("{number} person", "{number} people")
_PEOPLE_BY = {
    "exactly": Counted("exactly {number} person", "exactly {number} people"),
    "at least": Counted("at least {number} person", "at least {number} people"),
    "more than": Counted("more than {number} person", "more than {number} people"),
    "about": Counted("about {number} person", "about {number} people"),
    "at most": Counted("at most {number} person", "at most {number} people"),
}
_BY = {  # said to readers
    "exactly": "exactly {number}",
    "at least": "at least {number}",
    "more than": "more than {number}",
    "about": "about {number}",
    "at most": "at most {number}",
}
_LISTS = Counted("{number} list", "{number} lists")
_REPORTS = Counted("{number} report", "{number} reports")


def in_our_words(qualifier: str) -> bool:
    """Whether a qualifier is said in words of our own, not as its source wrote it."""
    how = qualifier.strip().lower()
    return not how or how in _BY


def amount(figure: Figure, unit: str, voice: Voice) -> str:
    """The number of a figure with its unit; a qualifier nobody knows stands as written."""
    how = figure.qualifier.strip().lower()
    said = _with(how, figure.value, unit, voice)
    if said is not None:
        return said
    plain = _with("", figure.value, unit, voice) or voice.number(figure.value)
    return f"{figure.qualifier} {plain}"


def _with(how: str, value: int, unit: str, voice: Voice) -> str | None:
    """None for a qualifier without words of its own."""
    if unit == "people":
        words = _PEOPLE_BY.get(how) if how else _PEOPLE
        return voice.count(words, value) if words else None
    if unit == "lists" and not how:
        return voice.count(_LISTS, value)
    if not how:
        return voice.number(value)
    known = _BY.get(how)
    return voice.text(known).format(number=voice.number(value)) if known else None


def reports(number: int, voice: Voice) -> str:
    """How many reports."""
    return voice.count(_REPORTS, number)
