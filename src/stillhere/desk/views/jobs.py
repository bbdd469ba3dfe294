"""Long work: all of it, and one piece with how far it is."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from stillhere.desk.access import Act, asks
from stillhere.desk.operation.jobs import Job, the_jobs
from stillhere.desk.views.whose_jobs import told_of

_PAGES = {
    "backup": "keep",
    "brief": "brief",
    "plan": "plan",
    "situation": "situation",
}
"""Sort of work to the name of the page that shows what came of it."""


@asks(Act.BRIEF)
def listed(request: HttpRequest) -> HttpResponse:
    """Everything begun since the start of the program, newest first."""
    jobs = [told_of(request, job) for job in the_jobs().listed()]
    return render(request, "desk/jobs.html", {"jobs": jobs})


@asks(Act.BRIEF)
def job(request: HttpRequest, number: int) -> HttpResponse:
    """One piece of work; asked by a page that shows it, it has that page load anew."""
    found = the_jobs().get(number)
    if found is None:
        raise Http404
    told = told_of(request, found)
    page = {"job": told, "leads_to": _leads_to(told)}
    answer = render(request, "desk/job.html", page)
    if found.over and request.headers.get("HX-Request"):
        answer.headers["HX-Refresh"] = "true"
    return answer


def _leads_to(job: Job) -> str:
    """Where to see what came of it; empty while it runs, and where there is nothing."""
    if job.outcome is None:
        return ""
    if job.kind in _PAGES:
        return reverse(_PAGES[job.kind])
    page = getattr(job.outcome, "page", "")
    return page if isinstance(page, str) else ""
