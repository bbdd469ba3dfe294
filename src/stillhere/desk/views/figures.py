"""A figure with everything behind it: from a number to the row that says so."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from stillhere.desk.access import Act, asks
from stillhere.desk.figure_words import TITLES, how, title
from stillhere.desk.figures import Asked, figure_at, list_of
from stillhere.desk.operation.current import the_operation
from stillhere.desk.operation.live import Operation
from stillhere.desk.saying import voice
from stillhere.desk.tallies import Tally, tallies_of
from stillhere.desk.views.lines import lines
from stillhere.desk.views.pages import page_of
from stillhere.desk.views.unshown import nothing
from stillhere.desk.wording import in_words
from stillhere.ledger import Figure, Picture
from stillhere.publish.amounts import amount
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
    context = {
        "figure": found,
        "amount": amount(found, "", voice()),
        "asked": asked,
        "lines": lines(request, picture, page.items),
        "page": page,
        "beside": _beside(picture, asked),
        "stated": _stated(picture, asked),
        "people": list_of(asked),
        **words,
    }
    return render(request, "desk/figure.html", context)


@asks(Act.SEE)
def figures(request: HttpRequest) -> HttpResponse:
    """All figures: what the ledger counts, what sources count, what they state."""
    operation = the_operation()
    picture = operation.picture
    told = {e for source in picture.sources.values() for e, _ in source.events}
    events = [e for e in PersonEvent if e in told]
    page = {
        "counted": _counted(operation, picture),
        "by_source": [(in_words(e), picture.by_source(e)) for e in events],
        "stated": picture.stated(),
    }
    return render(request, "desk/figures.html", page)


def _beside(picture: Picture, asked: Asked) -> Sequence[Figure]:
    """The same as each source counts it."""
    if asked.place or asked.reason or asked.name not in set(PersonEvent):
        return ()
    return picture.by_source(PersonEvent(asked.name))


def _stated(picture: Picture, asked: Asked) -> Sequence[Figure]:
    """The same as sources state it in so many words."""
    return () if asked.place or asked.reason else picture.stated(asked.name)


def _counted(operation: Operation, picture: Picture) -> list[tuple[str, Tally]]:
    """Titles and numbers, in the order of the table of titles."""
    tallies = tallies_of(operation, picture)
    return [(str(TITLES[name]), tallies[name]) for name in TITLES if name in tallies]
