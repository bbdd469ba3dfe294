"""A figure with everything behind it: from a number to the row that says so."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from stillhere.desk.access import Act, asks
from stillhere.desk.figure_words import how, title
from stillhere.desk.figures import Asked, figure_at
from stillhere.desk.operation.current import the_operation
from stillhere.desk.views.lines import lines
from stillhere.desk.views.pages import page_of
from stillhere.desk.views.unshown import nothing
from stillhere.vocabulary import PersonEvent


@asks(Act.SEE)
def figure(request: HttpRequest, name: str) -> HttpResponse:
    """The number, how it is counted, and the reports behind it, page by page."""
    operation = the_operation()
    picture = operation.picture
    query = request.GET
    parts = {part: query.get(part, "") for part in ("source", "place", "reason")}
    asked = Asked(name, **parts)
    try:
        found = figure_at(picture, asked)
        words = {"title": title(asked, operation.gazetteer), "how": how(asked)}
    except KeyError:
        return nothing(request)
    page = page_of(request, found.cites)
    beside = picture.by_source(PersonEvent(name)) if name in set(PersonEvent) else ()
    context = {
        "figure": found,
        "asked": asked,
        "lines": lines(request, picture, page.items),
        "page": page,
        "beside": beside,
        **words,
    }
    return render(request, "desk/figure.html", context)
