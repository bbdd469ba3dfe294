"""Long work: all of it, and one piece with how far it is."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from stillhere.desk.access import Act, asks
from stillhere.desk.operation.jobs import the_jobs


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
    page = {"job": found, "leads_to": getattr(found.outcome, "page", "")}
    answer = render(request, "desk/job.html", page)
    if found.over and request.headers.get("HX-Request"):
        answer.headers["HX-Refresh"] = "true"
    return answer
