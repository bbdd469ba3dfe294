"""Follow-up visits: who was found is seen again in time, those overdue first."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from stillhere.desk.access import Act, asks
from stillhere.desk.believed import atlas_of
from stillhere.desk.operation.current import the_operation
from stillhere.desk.operation.live import Operation
from stillhere.desk.saying import voice
from stillhere.desk.views.entering.words import door_words
from stillhere.desk.views.pages import page_of
from stillhere.plan import PlanRules
from stillhere.plan.following import FollowUp, days_without_help, follow_ups


@dataclass(frozen=True, slots=True)
class FollowLine:
    """One follow-up visit.

    Attributes:
        visit: As computed.
        where: Address and settlement.
        why: The sentence, in the reader's language.
        days: Whole days without help; None where no report says since when.
    """

    visit: FollowUp
    where: str
    why: str
    days: int | None


@asks(Act.SEE)
def follow_up_visits(request: HttpRequest) -> HttpResponse:
    """Everybody to be seen again, by due time; days are counted for this page."""
    operation = the_operation()
    every = follow_ups(
        operation.picture,
        atlas_of(operation),
        PlanRules.shipped(),
        operation.today,
    )
    page = page_of(request, every)
    context = {
        "page": page,
        "now": operation.today,
        "overdue": sum(one.overdue for one in every),
        "lines": [_line(operation, one) for one in page.items],
    }
    return render(request, "desk/follow_ups.html", context)


def _line(operation: Operation, visit: FollowUp) -> FollowLine:
    return FollowLine(
        visit,
        door_words(visit.key, operation),
        visit.why.spoken(voice()),
        days_without_help(visit, operation.today),
    )
