"""How the terminal says codes, dates, births and origins."""

from stillhere.ledger import Entry, Picture, PlaceKey
from stillhere.ledger.words import concern_words
from stillhere.names import romanise
from stillhere.places import Gazetteer
from stillhere.plan.place_names import side_by_side
from stillhere.reports import ReportId
from stillhere.reports.statements import Birth
from stillhere.vocabulary import Language, PersonEvent, Status, in_words

SHORT = 8
"""Digits of an id that are shown; commands take any beginning that is not shared."""

STATUS = {status: in_words(status) for status in Status}
_MILLION = 1_000_000


def event(code: PersonEvent) -> str:
    """What a list says of a person."""
    return in_words(code)


def code(value: str) -> str:
    """A code in words."""
    return value.replace("_", " ")


def name(entry: Entry) -> str:
    """The name as written, with one transliteration where it needs one."""
    if not entry.name:
        return "somebody without a name"
    return latin(entry.name, entry.names[0].language if entry.names else None)


def latin(written: str, language: Language | None) -> str:
    """A text as written and, in brackets, in Latin letters where it is in others."""
    other = romanise(written, language).title()
    same = other.casefold() == written.casefold() or written.isascii()
    return written if same else f"{written} ({other})"


def birth(stated: Birth | None) -> str:
    """Year or years of birth; empty where nothing is stated."""
    if stated is None:
        return ""
    if stated.first == stated.last:
        return str(stated.first)
    return f"{stated.first}-{stated.last}"


def place(gazetteer: Gazetteer, key: PlaceKey) -> str:
    """Names of a settlement side by side; its key where no table knows it."""
    return side_by_side(gazetteer, key, Language.EN)


def why(entry: Entry) -> str:
    """The reasons of concern, the heaviest first."""
    return ", ".join(concern_words(reason) for reason in entry.reasons)


def share(millionths: int) -> str:
    """A probability, never rounded up to certainty."""
    percent = 100 * millionths / _MILLION
    return f"{percent:.2f} %" if percent < 99.995 else "over 99.99 %"


def origin(picture: Picture, report: ReportId) -> str:
    """File and row a report was read from, else its source."""
    line = picture.evidence.provenance(report)
    if line is not None:
        sheet = f" ({line.sheet})" if line.sheet else ""
        return f"{line.file}{sheet} row {line.row}"
    known = picture.evidence.report(report)
    return known.source if known is not None else "not held here"
