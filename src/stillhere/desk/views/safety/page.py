"""The teams that are out, and what is said of them."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from stillhere.desk.access import Act, asks
from stillhere.desk.clock import now
from stillhere.desk.forms.safety import TeamForm
from stillhere.desk.operation.current import the_operation
from stillhere.desk.operation.live import Operation
from stillhere.desk.safety.hour import hour_of
from stillhere.desk.safety.out import teams_out
from stillhere.desk.safety.positions import Position, positions_of
from stillhere.desk.safety.said import key_of, said_of, said_report
from stillhere.desk.views.safety.shown import teams_shown
from stillhere.desk.views.safety.words import SAID, clock
from stillhere.plan.safety import Outing, Told
from stillhere.reports.withdrawing import Signed, withdraw_reports


@asks(Act.SEE)
def teams(request: HttpRequest) -> HttpResponse:
    """Every team that is out, the longest overdue first."""
    return _page(request, TeamForm())


@asks(Act.ENTER)
@require_POST
def say(request: HttpRequest) -> HttpResponse:
    """Store what was said of a team; where it is goes to memory alone."""
    operation = the_operation()
    with operation.writing():
        out = [one.outing for one in teams_out(operation)]
        form = TeamForm(request.POST, out=frozenset(one.team for one in out))
        if not form.is_valid():
            return _page(request, form)
        team, told = form.cleaned_data["team"], Told(form.cleaned_data["told"])
        _store(request, operation, [o for o in out if o.team == team], told)
    _remember(operation, [o for o in out if o.team == team], told, form)
    said = _("Team {team}: {said}, {time}.")
    messages.success(
        request,
        said.format(team=team, said=SAID[told], time=clock(hour_of(operation))),
    )
    return redirect("teams")


@asks(Act.ENTER)
@require_POST
def unsay(request: HttpRequest, report: str) -> HttpResponse:
    """Take back what was said of a team by mistake."""
    operation = the_operation()
    with operation.writing():
        said = said_of(operation.picture)
        known = {saying.report for several in said.values() for saying in several}
        found = [name for name in known if name == report]
        if found:
            signed = Signed(
                operation.key, by=_author(request), at=now(), why="said by mistake"
            )
            operation.enter([withdraw_reports(found, signed)])
    return redirect("teams")


def _page(request: HttpRequest, form: TeamForm) -> HttpResponse:
    operation = the_operation()
    page: dict[str, Any] = {
        "form": form,
        "teams": teams_shown(operation, teams_out(operation)),
        "now": clock(hour_of(operation)),
        "told": {told.name: told.value for told in Told},
    }
    status = 400 if form.errors else 200
    return render(request, "desk/teams.html", page, status=status)


def _author(request: HttpRequest) -> str:
    return f"desk:{request.user.get_username()}"


def _store(
    request: HttpRequest, operation: Operation, outings: Sequence[Outing], told: Told
) -> None:
    at = hour_of(operation)
    report = said_report(operation.key, outings, told, at, _author(request))
    operation.enter([report])


def _remember(
    operation: Operation, outings: Sequence[Outing], told: Told, form: TeamForm
) -> None:
    """Where a team says it is, until it is back; no report, row or session has it."""
    if told is Told.BACK:
        teams_out(operation)
        return
    where = form.cleaned_data["where"]
    for outing in outings if where else ():
        positions_of(operation).note(
            key_of(outing), Position(where, hour_of(operation))
        )
