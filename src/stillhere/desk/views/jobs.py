"""Long work: all of it, and one piece with how far it is."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from stillhere.desk.access import Act, asks
from stillhere.desk.operation.jobs import Job, the_jobs

_PAGES = {"backup": "keep"}
"""Sort of work to the name of the page that shows what came of it."""


@asks(Act.SEE)
def listed(request: HttpRequest) -> HttpResponse:
    """Everything begun since the start of the program, newest first."""
    return render(request, "desk/jobs.html", {"jobs": the_jobs().listed()})


@asks(Act.SEE)
def job(request: HttpRequest, number: int) -> HttpResponse:
    """One piece of work; asked by a page that shows it, it has that page load anew."""
    found = the_jobs().get(number)
    if found is None:
        raise Http404
    page = {"job": found, "leads_to": _leads_to(found)}
    answer = render(request, "desk/job.html", page)
    if found.over and request.headers.get("HX-Request"):
        answer.headers["HX-Refresh"] = "true"
    return answer


def _leads_to(job: Job) -> str:
    """Where to see what came of it; empty while it runs, and where there is nothing."""
    if job.outcome is None:
        return ""
    page: str = getattr(job.outcome, "page", "")
    return page or (reverse(_PAGES[job.kind]) if job.kind in _PAGES else "")
