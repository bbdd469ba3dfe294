"""Rows and entries in which a team tells of a place or dwelling it was at."""

from typing import Any

from stillhere.intake.columns import (
    Cells,
    Plain,
    joined,
    moment_reader,
    place_reader,
)
from stillhere.intake.people import PersonReader, is_somebody
from stillhere.intake.values import first_number_of
from stillhere.intake.words import finder, fold
from stillhere.reports.profile import Profile
from stillhere.reports.report import Report
from stillhere.reports.statements import VisitStatement
from stillhere.vocabulary.fields import Field
from stillhere.vocabulary.people import PersonEvent
from stillhere.vocabulary.places import VisitHow, VisitResult

_TEXTS = (
    ("team", Field.TEAM),
    ("given", Field.GIVEN),
    ("said_to_be_there", Field.SAID_TO_BE_THERE),
    ("note", Field.NOTE),
)
_HOW = {fold(h.value): h for h in VisitHow}
_RESULT = {fold(r.value): r for r in VisitResult}


class VisitReader:
    """Reads visits; one whose result is not said gives None."""

    def __init__(self, profile: Profile) -> None:
        self._texts = Plain.of(profile, _TEXTS)
        self._place = place_reader(profile)
        self._moment = moment_reader(profile)
        self._how = profile.headers(Field.HOW)
        self._result = profile.headers(Field.RESULT)
        self._people = profile.headers(Field.PEOPLE)
        self._person = PersonReader(profile, PersonEvent.FOUND)

    def read(self, report: Report, cells: Cells) -> VisitStatement | None:
        """The visit of one row; a result is never guessed from a missing cell."""
        people = first_number_of(joined(cells, self._people))
        result = _result(joined(cells, self._result), people)
        if result is None:
            return None
        stated: dict[str, Any] = self._texts.read(cells)
        person = self._person.read(report, cells)
        met = result is VisitResult.PEOPLE_PRESENT and is_somebody(person)
        return VisitStatement(
            report=report.id,
            source=report.source,
            place=self._place(cells),
            how=_how(joined(cells, self._how)),
            result=result,
            people=people,
            date=self._moment(cells),
            person=person if met else None,
            **stated,
        )


def _how(text: str) -> VisitHow:
    """How it was visited; the least effort where nothing is said."""
    known = _HOW.get(fold(text))
    if known is not None:
        return known
    found = VisitHow(finder("how").first(text) or VisitHow.PASSED)
    if found is VisitHow.CALLED_OUT and finder("reach").first(text):
        return VisitHow.CALLED_THROUGH
    return found


def _result(text: str, people: int | None) -> VisitResult | None:
    known = _RESULT.get(fold(text))
    if known is not None:
        return known
    found = finder("result").first(text)
    if found:
        return VisitResult(found)
    return VisitResult.PEOPLE_PRESENT if people else None
