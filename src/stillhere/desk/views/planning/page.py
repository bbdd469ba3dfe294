"""The plan: who goes where next, as soon as it is worked out."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from stillhere.desk.access import Act, asks
from stillhere.desk.forms.plan import WishesForm
from stillhere.desk.naming import place_names
from stillhere.desk.operation.current import the_operation
from stillhere.desk.operation.jobs import Job
from stillhere.desk.operation.live import Operation
from stillhere.desk.planning.day import Wishes, Worked
from stillhere.desk.planning.overtaken import overtaken
from stillhere.desk.planning.register import all_sheets, sheets_out
from stillhere.desk.planning.working import the_workshop
from stillhere.desk.saying import voice
from stillhere.desk.views.planning.abilities import abilities
from stillhere.desk.views.planning.asking import (
    occasion_of,
    overtaken_words,
    waiting,
)
from stillhere.plan import Sheet, Stop, sheets

_USED = "used in plans"
_THOUSAND = 1000


@dataclass(frozen=True, slots=True)
class Shown:
    """The stops of one team as the page shows them.

    Attributes:
        sheet: As it would be printed.
        stops: Line by line beside the sheet's lines.
        expected: Finds to be expected, thousandths.
    """

    sheet: Sheet
    stops: tuple[Stop, ...]
    expected: int

    @property
    def lines(self) -> list[tuple[Any, Stop]]:
        """Each printed line with its stop."""
        return list(zip(self.sheet.lines, self.stops, strict=True))


@asks(Act.SEE)
def plan(request: HttpRequest) -> HttpResponse:
    """The plan of the day, at once or as soon as it is worked out."""
    operation = the_operation()
    form = WishesForm(request.GET or _used(request))
    wishes = form.wishes()
    if _used(request) != _as_typed(wishes):
        request.session[_USED] = _as_typed(wishes)
    found = _found(request, operation, wishes)
    page: dict[str, Any] = {
        "form": form,
        "sheets": sheets_out(operation.picture),
        "today": operation.today[:10],
        "concerned": the_workshop().concerned(operation),
    }
    if isinstance(found, Job):
        return render(request, "desk/plan.html", {**page, **waiting(found)})
    page |= _planned(operation, found)
    return render(request, "desk/plan.html", page)


def _used(request: HttpRequest) -> dict[str, Any]:
    """The wishes of this session, else the usual day."""
    found: dict[str, Any] = request.session.get(_USED) or _as_typed(Wishes())
    return found


def _as_typed(wishes: Wishes) -> dict[str, Any]:
    return {
        "teams": wishes.teams,
        "hours": wishes.hours,
        "start": wishes.start,
        "doors": wishes.doors,
    }


def _found(request: HttpRequest, operation: Operation, wishes: Wishes) -> Worked | Job:
    """The plan to show: an older one stays on the page until a newer is asked for."""
    older = the_workshop().older(wishes)
    if older is not None and "anew" not in request.GET:
        return older
    return the_workshop().wanted(operation, wishes, request.user.get_username())


def _planned(operation: Operation, made: Worked) -> dict[str, Any]:
    printed = sheets(
        made.plan,
        made.picture,
        made.atlas,
        occasion_of(operation, made.wishes, made),
        voice(),
    )
    teams = [
        Shown(sheet, team.stops, sum(s.expected for s in team.stops) // _THOUSAND)
        for sheet, team in zip(printed, made.plan.teams, strict=True)
    ]
    picture = operation.picture
    handed = any(s.plan == made.plan.code for s in all_sheets(picture))
    cleared = the_workshop().cleared(operation)
    day = operation.today[:10]
    late = None if handed else overtaken(made, picture, day, cleared)
    return {
        "made": made,
        "cleared": cleared,
        "shut": [
            (word, word.road or place_names(operation.gazetteer, word.settlement))
            for word in (*cleared.closed, *cleared.hazards)
        ],
        "teams": teams,
        "abilities": abilities(picture, made.plan),
        "expected": round(made.believed.expected / _THOUSAND**2),
        "stale": made.picture.digest != picture.digest,
        "handed": handed,
        "late": overtaken_words(late) if late is not None else [],
    }
