"""All settlements that a report names, those nobody has visited first."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from stillhere.desk.access import Act, asks
from stillhere.desk.figures import Asked
from stillhere.desk.operation.current import the_operation
from stillhere.desk.views.pages import page_of
from stillhere.desk.views.places.within import Within, within
from stillhere.desk.views.places.words import names_of
from stillhere.desk.views.tabs import Tab
from stillhere.desk.visited_words import VISITED
from stillhere.desk.wording import in_words
from stillhere.ledger import PlaceEntry, PlaceKey, Visited
from stillhere.places import Gazetteer


@dataclass(frozen=True, slots=True)
class Count:
    """A number of a place and the page of the reports behind it."""

    value: int
    address: str


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """One settlement.

    Attributes:
        key: Of the settlement.
        names: All of them side by side.
        visited: How far it is known, in words.
        reached: Whether it counts as visited.
        last: ISO date of the last visit to it or a dwelling; empty for never.
        registered, without_word, dwellings, dwellings_visited: Numbers that open.
        dependents: Of those without word.
        services: Each service with its states, in words.
        needs: How many are open, those of its dwellings included.
    """

    key: PlaceKey
    names: str
    visited: str
    reached: bool
    last: str
    registered: Count
    without_word: Count
    dwellings: Count
    dwellings_visited: Count
    dependents: int
    services: tuple[str, ...]
    needs: int


@asks(Act.SEE)
def places(request: HttpRequest) -> HttpResponse:
    """The settlements, narrowed to how far they are known where asked."""
    operation = the_operation()
    picture = operation.picture
    asked = request.GET.get("visited", "")
    wanted = Visited(asked) if asked in set(Visited) else None
    kept = [p for p in picture.settlements if wanted in (None, p.visited)]
    order = list(VISITED)
    kept.sort(key=lambda p: (order.index(p.visited), -p.without_word, p.key))
    page = page_of(request, kept)
    inside = within(operation, picture)
    shown = [
        _line(operation.gazetteer, place, inside.get(place.key, Within()))
        for place in page.items
    ]
    context = {
        "page": page,
        "places": shown,
        "tabs": list(_tabs(picture.settlements, wanted)),
        "wanted": wanted,
    }
    return render(request, "desk/places.html", context)


def _tabs(settlements: Sequence[PlaceEntry], wanted: Visited | None) -> Iterator[Tab]:
    address = reverse("places")
    yield Tab(address, _("all"), len(settlements), wanted is None)
    numbers = Counter(place.visited for place in settlements)
    for visited, words in VISITED.items():
        target = f"{address}?visited={visited.value}"
        yield Tab(target, str(words), numbers[visited], visited is wanted)


def _line(gazetteer: Gazetteer, place: PlaceEntry, inside: Within) -> PlaceLine:
    return PlaceLine(
        key=place.key,
        names=names_of(gazetteer, place),
        visited=str(VISITED[place.visited]),
        reached=place.visited is Visited.VISITED,
        last=inside.last_visit,
        registered=_count(place, "people", place.registered),
        without_word=_count(place, "without_word", place.without_word),
        dwellings=_count(place, "dwellings", place.dwellings),
        dwellings_visited=_count(place, "dwellings_visited", place.dwellings_visited),
        dependents=place.dependents,
        services=tuple(_services(place)),
        needs=inside.needs,
    )


def _count(place: PlaceEntry, name: str, value: int) -> Count:
    return Count(value, Asked(name, place=place.key).address)


def _services(place: PlaceEntry) -> Iterator[str]:
    """Each service once; where sources differ, their states side by side."""
    states: dict[str, list[str]] = {}
    for note in place.services:
        told = states.setdefault(in_words(note.service), [])
        if in_words(note.state) not in told:
            told.append(in_words(note.state))
    for service, several in states.items():
        words = _("{service}: {states}")
        yield words.format(service=service, states=" / ".join(several))
