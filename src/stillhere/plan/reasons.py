"""Why a door is on the sheet: one sentence, and the reports it rests on.

The sentence never says that a child is alone, nor that anyone asks for somebody; requests
are therefore not among its reports.
"""

from collections.abc import Iterator, Sequence
from functools import reduce
from typing import NamedTuple

from stillhere.ledger import Entry, Picture, PlaceKey
from stillhere.plan.belief import Belief
from stillhere.reports import ReportId
from stillhere.vocabulary import (
    ENGLISH,
    Care,
    Counted,
    PersonEvent,
    Status,
    Voice,
    worded,
)

_ADULT_YEARS = 18
_OLD_YEARS = 75
_HELP = frozenset({Care.STRETCHER, Care.WHEELCHAIR, Care.DISABLED})
_DEPENDS = frozenset({Care.POWER, Care.MEDICINE, Care.MEDICAL})
_TOLD = frozenset(
    {PersonEvent.RESIDENT, PersonEvent.SERVED, PersonEvent.ARRIVED, PersonEvent.BOARDED}
)


class Said(NamedTuple):
    """A clause in English with the numbers that go into it."""

    words: str | Counted
    numbers: tuple[int, ...] = ()

    def spoken(self, voice: Voice) -> str:
        """In the words of a voice."""
        if isinstance(self.words, Counted):
            return voice.count(self.words, self.numbers[0])
        silent, people = (*map(voice.number, self.numbers), "", "")[:2]
        return voice.text(self.words).format(silent=silent, people=people)


class Reason(NamedTuple):
    """Clauses and traits of one sentence, and its reports, sorted."""

    clauses: tuple[Said, ...]
    traits: tuple[str, ...]
    cites: tuple[ReportId, ...]

    def spoken(self, voice: Voice) -> str:
        """The sentence in the words of a voice."""
        both = voice.text(worded("{one}; {other}"))
        said = [clause.spoken(voice) for clause in self.clauses]
        clauses = reduce(lambda one, other: both.format(one=one, other=other), said)
        traits = ", ".join(map(voice.text, self.traits))
        whole = worded("{clauses} ({traits}).") if traits else worded("{clauses}.")
        return voice.text(whole).format(clauses=clauses, traits=traits)

    @property
    def sentence(self) -> str:
        """The sentence in English."""
        return self.spoken(ENGLISH)


def reason(key: PlaceKey, picture: Picture, believed: Belief) -> Reason:
    """Why to go to this door; no reports where none names it."""
    place = picture.places.get(key)
    people = [picture.entries[p] for p in place.residents] if place else []
    silent = [e for e in people if e.listed and e.id in believed.people]
    calls = believed.calls.get(key, ())
    return Reason(
        tuple(_clauses(people, silent, calls, believed.door(key).knocks)),
        tuple(_traits(silent, int(picture.as_of[:4]))),
        _cites(silent or people, calls),
    )


_NOBODY = Counted(
    "nobody answered {number} time before", "nobody answered {number} times before"
)


def _clauses(
    people: Sequence[Entry],
    silent: Sequence[Entry],
    calls: Sequence[ReportId],
    knocks: int,
) -> Iterator[Said]:
    sure = sum(e.status is Status.UNACCOUNTED for e in silent)
    if sure:
        words = worded("No word yet of {silent} of {people} who live here")
        yield Said(words, (sure, len(people)))
    elif silent:
        words = worded("One list may name {silent} of {people}, not for certain")
        yield Said(words, (len(silent), len(people)))
    elif people:
        yield Said(worded("Lists name everybody as gone, which may be wrong"))
    else:
        yield Said(worded("No list names who lives here"))
    if calls:
        yield Said(worded("a call said that somebody may be here or near"))
    if knocks:
        yield Said(_NOBODY, (knocks,))


def _traits(silent: Sequence[Entry], year: int) -> Iterator[str]:
    grown = [e for e in silent if not child(e, year)]
    needs = {note.care for e in silent for note in e.care}
    if any(e.alone for e in grown):
        yield worded("alone")
    if any(e.birth and year - e.birth.first >= _OLD_YEARS for e in grown):
        yield worded("75 or older")
    if needs & _HELP:
        yield worded("cannot walk or only with help")
    if needs & _DEPENDS:
        yield worded("depends on medicine or power")


def child(entry: Entry, year: int) -> bool:
    """Whether the person may be under 18 in a year, or is told of as a child alone.

    Not where neither a birth nor such a need is stated.
    """
    if any(note.care is Care.CHILD_ALONE for note in entry.care):
        return True
    return entry.birth is not None and year - entry.birth.last < _ADULT_YEARS


def _cites(people: Sequence[Entry], calls: Sequence[ReportId]) -> tuple[ReportId, ...]:
    said = {w.report for e in people for w in e.words if w.event in _TOLD}
    return tuple(sorted(said | set(calls)))
