"""What is needed where, and what was given there, from reports."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from stillhere.intake.words import finder
from stillhere.ledger import NeedNote, Picture, PlaceKey
from stillhere.plan.following.what_for import WhatFor
from stillhere.reports import ReportId
from stillhere.reports.statements import NeedStatement, VisitStatement
from stillhere.vocabulary import VisitResult

_URGENT = {
    "at once": "at_once_h",
    "today": "today_h",
    "this week": "this_week_h",
    "can wait": "can_wait_h",
}


class Need(NamedTuple):
    """One open need.

    Attributes:
        purposes: What it is a need of.
        since: ISO date or time; None where none is stated.
        hours: Name in the rules of the hours its urgency leaves; empty for none stated.
        report: That states it.
    """

    purposes: frozenset[WhatFor]
    since: str | None
    hours: str
    report: ReportId


class Given(NamedTuple):
    """One visit at which somebody was met, or something was given.

    Attributes:
        date: ISO date or time; None where none is stated.
        met: People who were present, at least 1; 0 where none were.
        supplies: What was given, as far as it was understood.
        report: That states it.
    """

    date: str | None
    met: int
    supplies: frozenset[WhatFor]
    report: ReportId


def wanted(text: str) -> frozenset[WhatFor]:
    """What a text in any of four languages names; empty for nothing it knows."""
    return frozenset(map(WhatFor, finder("sector").all(text)))


def open_needs(picture: Picture) -> dict[PlaceKey, list[Need]]:
    """Needs that nobody has met, by the place they are at.

    A need is met by its own date of it, or by a later report of the same place that says
    the same was met.
    """
    found = {}
    for place in picture.places.values():
        needs = [_need(note, picture) for note in place.needs if note.met is None]
        met = [(wanted(n.what), n.met) for n in place.needs if n.met is not None]
        left = [n for n in needs if not any(_met(n, *one) for one in met)]
        if left:
            found[place.key] = left
    return found


def _need(note: NeedNote, picture: Picture) -> Need:
    said = picture.statements.get(note.report)
    date = said.date if isinstance(said, NeedStatement) else None
    purposes = wanted(note.what) or frozenset({WhatFor.OTHER})
    urgency = _URGENT.get(note.urgency.strip().lower(), "")
    return Need(purposes, note.since or date, urgency, note.report)


def _met(need: Need, purposes: frozenset[WhatFor], date: str) -> bool:
    return need.purposes <= purposes and (need.since or "") <= date


def given(picture: Picture) -> dict[PlaceKey, list[Given]]:
    """Visits at which people were met or something was given, by the place itself."""
    found: dict[PlaceKey, list[Given]] = defaultdict(list)
    for place in picture.places.values():
        reports = (picture.statements.get(visit.report) for visit in place.visits)
        for said in reports:
            if isinstance(said, VisitStatement) and _counts(said):
                one = Given(said.date, _met_by(said), wanted(said.given), said.report)
                found[place.key].append(one)
    return found


def _met_by(said: VisitStatement) -> int:
    present = said.result is VisitResult.PEOPLE_PRESENT
    return max(1, said.people or 1) if present else 0


def _counts(said: VisitStatement) -> bool:
    return said.result is VisitResult.PEOPLE_PRESENT or bool(said.given)


def left_empty(picture: Picture) -> dict[PlaceKey, str]:
    """Latest date on which a door was entered and nobody was in it, by key."""
    found = {}
    for place in picture.places.values():
        dates = [v.date for v in place.visits if v.result is VisitResult.EMPTY]
        if latest := max(filter(None, dates), default=""):
            found[place.key] = latest
    return found


def reports_of(several: Iterable[Need | Given]) -> set[ReportId]:
    """The reports behind needs or visits."""
    return {one.report for one in several}
