"""The overview: where the operation stands."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from stillhere.desk.access import Act, asks
from stillhere.desk.operation.current import the_operation


@asks(Act.SEE)
def overview(request: HttpRequest) -> HttpResponse:
    """Figures of the picture."""
    picture = the_operation().picture
    names = ("people", "listed", "arrived", "found")
    figures = [picture.count(name) for name in names]
    return render(request, "desk/overview.html", {"figures": figures})
