"""One call: the number, the words, and what came of it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from stillhere.desk import rows
from stillhere.desk.access import Act, asks
from stillhere.desk.calling.at_hand import calls_at_hand
from stillhere.desk.calling.script import scripts
from stillhere.desk.clock import now
from stillhere.desk.forms.calling import LATER, ResultForm
from stillhere.desk.operation.current import the_operation
from stillhere.desk.operation.live import Operation
from stillhere.desk.views.calling.lines import CallLine, call_line, opened_people
from stillhere.desk.views.entering.memory import hand_of, known_of, remember_entry
from stillhere.desk.views.entering.shown import stored
from stillhere.plan import Caller, CallToMake, answered, unanswered
from stillhere.reports import Report
from stillhere.vocabulary import CallOutcome


@asks(Act.ENTER)
def following(request: HttpRequest) -> HttpResponse:
    """The next call at once; what came of one is sent here, too."""
    operation = the_operation()
    if request.method == "POST":
        return _sent(request, operation)
    found = calls_at_hand().next(operation, request.user.get_username())
    if found is None:
        page = {"stored": stored(request, operation)}
        return render(request, "desk/call_none.html", page)
    return _shown(request, operation, found)


@asks(Act.ENTER)
def call(request: HttpRequest, code: str) -> HttpResponse:
    """One call of the list."""
    operation = the_operation()
    found = calls_at_hand().open(operation, code, request.user.get_username())
    if found is None:
        _tell_gone(request)
        return redirect("calls")
    return _shown(request, operation, found)


def _sent(request: HttpRequest, operation: Operation) -> HttpResponse:
    found = calls_at_hand().opened(request.POST.get("call", ""))
    if found is None:
        _tell_gone(request)
        return redirect("calls-next")
    if request.POST.get("result") == LATER:
        calls_at_hand().leave(found.id)
        return redirect("calls-next")
    line = call_line(operation, found)
    form = _form(request, operation, line)
    if not form.is_valid():
        return _shown(request, operation, found, form)
    if not _store(request, operation, found, form):
        _tell_gone(request)
    return redirect("calls-next")


def _shown(
    request: HttpRequest,
    operation: Operation,
    found: CallToMake,
    form: ResultForm | None = None,
) -> HttpResponse:
    """The page of a call; whose number it opens is logged."""
    account = request.user.get_username()
    rows.note_openings(now(), account, opened_people(found), "call")
    line = call_line(operation, found)
    page: dict[str, Any] = {
        "line": line,
        "scripts": scripts(found.whose),
        "form": form or _form(request, operation, line),
    }
    if form is None:
        page["stored"] = stored(request, operation)
    return render(request, "desk/call.html", page)


def _form(request: HttpRequest, operation: Operation, line: CallLine) -> ResultForm:
    people = [(one.id, str(one.name)) for one in line.people]
    data = request.POST if request.method == "POST" else None
    return ResultForm(data, people=people, known=known_of(request, operation))


def _store(
    request: HttpRequest, operation: Operation, found: CallToMake, form: ResultForm
) -> bool:
    """Store what came of a call; not again where it was sent twice."""
    with operation.writing():  # nobody else settles the same people meanwhile
        if calls_at_hand().opened(found.id) is None:
            return False
        hand, picture = hand_of(request, operation), operation.picture
        caller = Caller(picture, hand.key, hand.author, hand.taken_back)
        reports = _reports(found, form, caller)
        known = {r.id for r in reports if picture.evidence.report(r.id) is not None}
        entered = operation.enter(reports)
        calls_at_hand().over(found.id)
    remember_entry(request, entered, reports, known=known)
    return True


def _reports(found: CallToMake, form: ResultForm, caller: Caller) -> list[Report]:
    if form.outcome is CallOutcome.ANSWERED:
        return list(answered(found, form.safe, form.when, caller, form.told))
    note = form.told.note
    return [unanswered(found, form.outcome, form.when, caller, note)]


def _tell_gone(request: HttpRequest) -> None:
    messages.info(
        request,
        _(
            "This call is in the list no more: it was made, or there is word of "
            "everybody it was about. Nothing was added."
        ),
    )
