"""The list of calls to make, on the screen and on paper."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from stillhere.desk import rows
from stillhere.desk.access import Act, asks
from stillhere.desk.calling.at_hand import calls_at_hand
from stillhere.desk.calling.script import scripts
from stillhere.desk.clock import now
from stillhere.desk.operation.current import the_operation
from stillhere.desk.views.calling.lines import call_line, opened_people
from stillhere.desk.views.pages import page_of
from stillhere.vocabulary import WhoseNumber

ON_PAPER = 20
_MILLION = 1_000_000


@asks(Act.ENTER)
def calls(request: HttpRequest) -> HttpResponse:
    """Every call to make, most people settled per minute first; no numbers."""
    operation = the_operation()
    found = calls_at_hand().all(operation)
    busy = calls_at_hand().others(request.user.get_username())
    page = page_of(request, found)
    context = {
        "page": page,
        "lines": [call_line(operation, c, busy=c.id in busy) for c in page.items],
        "expected": round(sum(call.expected for call in found) / _MILLION),
        "on_paper": min(ON_PAPER, len(found)),
    }
    return render(request, "desk/calls.html", context)


@asks(Act.ENTER)
def paper(request: HttpRequest) -> HttpResponse:
    """The first calls with their numbers and the words, for the printer."""
    operation = the_operation()
    account = request.user.get_username()
    found = calls_at_hand().several(operation, account, ON_PAPER)
    people = sorted({person for call in found for person in opened_people(call)})
    rows.note_openings(now(), account, people, "calls-paper")
    context = {
        "lines": [call_line(operation, call) for call in found],
        "household": scripts(WhoseNumber.HOUSEHOLD),
        "enquirer": scripts(WhoseNumber.ENQUIRER),
        "made": operation.today,
    }
    return render(request, "desk/calls_paper.html", context)
