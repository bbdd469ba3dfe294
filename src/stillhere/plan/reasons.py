"""Why a door is on the sheet: one sentence, and the reports it rests on.

The sentence never says that a child is alone, nor that anyone asks for somebody; requests
are therefore not among its reports.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from stillhere.ledger import Entry, Picture, PlaceKey
from stillhere.plan.belief import Belief
from stillhere.reports import ReportId
from stillhere.vocabulary import Care, PersonEvent, Status

_ADULT_YEARS = 18
_OLD_YEARS = 75
_HELP = frozenset({Care.STRETCHER, Care.WHEELCHAIR, Care.DISABLED})
_DEPENDS = frozenset({Care.POWER, Care.MEDICINE, Care.MEDICAL})
_TOLD = frozenset(
    {PersonEvent.RESIDENT, PersonEvent.SERVED, PersonEvent.ARRIVED, PersonEvent.BOARDED}
)


class Reason(NamedTuple):
    """A sentence and its reports, sorted; none where no report names the door."""

    sentence: str
    cites: tuple[ReportId, ...]


def reason(key: PlaceKey, picture: Picture, believed: Belief) -> Reason:
    """Why to go to this door."""
    place = picture.places.get(key)
    people = [picture.entries[p] for p in place.residents] if place else []
    silent = [e for e in people if e.listed and e.id in believed.people]
    calls = believed.calls.get(key, ())
    sentence = "; ".join(_parts(people, silent, calls, believed.door(key).knocks))
    year = int(picture.as_of[:4])
    traits = ", ".join(_traits(silent, year))
    if traits:
        sentence = f"{sentence} ({traits})"
    return Reason(f"{sentence}.", _cites(silent or people, calls))


def _parts(
    people: Sequence[Entry],
    silent: Sequence[Entry],
    calls: Sequence[ReportId],
    knocks: int,
) -> Iterator[str]:
    sure = [e for e in silent if e.status is Status.UNACCOUNTED]
    if sure:
        yield f"No word yet of {len(sure)} of {len(people)} who live here"
    elif silent:
        yield f"One list may name {len(silent)} of {len(people)}, not for certain"
    elif people:
        yield "Lists name everybody as gone, which may be wrong"
    else:
        yield "No list names who lives here"
    if calls:
        yield "a call said that somebody may be here or near"
    if knocks:
        yield f"nobody answered {knocks} time{'s' if knocks > 1 else ''} before"


def _traits(silent: Sequence[Entry], year: int) -> Iterator[str]:
    grown = [e for e in silent if not child(e, year)]
    needs = {note.care for e in silent for note in e.care}
    if any(e.alone for e in grown):
        yield "alone"
    if any(e.birth and year - e.birth.first >= _OLD_YEARS for e in grown):
        yield f"{_OLD_YEARS} or older"
    if needs & _HELP:
        yield "cannot walk or only with help"
    if needs & _DEPENDS:
        yield "depends on medicine or power"


def child(entry: Entry, year: int) -> bool:
    """Whether the person may be under 18 in a year; not where no birth is stated."""
    return entry.birth is not None and year - entry.birth.last < _ADULT_YEARS


def _cites(people: Sequence[Entry], calls: Sequence[ReportId]) -> tuple[ReportId, ...]:
    said = {w.report for e in people for w in e.words if w.event in _TOLD}
    return tuple(sorted(said | set(calls)))
