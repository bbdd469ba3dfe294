"""The names nobody can be sure of, most people first, and what was decided."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from stillhere.desk.access import Act, asks
from stillhere.desk.operation.current import the_operation
from stillhere.desk.operation.jobs import Job, the_jobs
from stillhere.desk.settling.waiting import Names, names_of
from stillhere.desk.views.pages import page_of
from stillhere.desk.views.settling.told import decision, told, waiting
from stillhere.desk.views.tabs import tabs
from stillhere.desk.views.whose_jobs import told_of

_OPEN, _ASIDE, _DECIDED = "open", "aside", "decided"
_TABS: tuple[tuple[str, Promise], ...] = (
    (_OPEN, _("To decide")),
    (_ASIDE, _("Left open")),
    (_DECIDED, _("Decided")),
)


@asks(Act.DECIDE)
def doubtful_places(request: HttpRequest) -> HttpResponse:
    """Names no table reads for sure, those of most people first."""
    here = request.GET.get("tab", "")
    here = here if here in dict(_TABS) else _OPEN
    operation = the_operation()
    with operation.evidence() as picture:
        names = names_of(operation, picture)
    numbers = {
        _OPEN: len(names.open),
        _ASIDE: len(names.aside),
        _DECIDED: len(names.said.every),
    }
    context = {
        "tabs": list(tabs(reverse("doubtful-places"), _TABS, numbers, here)),
        "tab": here,
        "told": told(request, names),
        "waits": names.waits,
        "job": _job(request),
    }
    return render(request, "desk/doubtful_places.html", context | _page(request, names))


def _page(request: HttpRequest, names: Names) -> dict[str, Any]:
    here = request.GET.get("tab", "")
    if here == _DECIDED:
        page = page_of(request, names.said.every)
        return {
            "page": page,
            "decisions": [decision(request, said, names) for said in page.items],
        }
    shown = page_of(request, names.aside if here == _ASIDE else names.open)
    first = 0 if here == _ASIDE else shown.first
    return {
        "page": shown,
        "waiting": [
            waiting(request, one, names, first + number if first else 0)
            for number, one in enumerate(shown.items)
        ],
    }


def _job(request: HttpRequest) -> Job | None:
    """The reading that is under way, or ended badly; None for none."""
    jobs = (job for job in the_jobs().listed() if job.kind == "places")
    newest = next(jobs, None)
    if newest is None or (newest.over and newest.error is None):
        return None
    return told_of(request, newest)
