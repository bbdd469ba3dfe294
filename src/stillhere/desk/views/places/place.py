"""One settlement or dwelling: everything said of it, each line with its report."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from stillhere.desk.access import Act, asks
from stillhere.desk.figures import Asked
from stillhere.desk.operation.current import the_operation
from stillhere.desk.operation.live import Operation
from stillhere.desk.settling.waiting import code_of
from stillhere.desk.views.entering.words import address_words
from stillhere.desk.views.lines import lines
from stillhere.desk.views.pages import page_of
from stillhere.desk.views.people.company import members
from stillhere.desk.views.places.needs import needs_of
from stillhere.desk.views.places.within import Within, within
from stillhere.desk.views.places.words import names_of
from stillhere.desk.views.searching.beside import beside
from stillhere.desk.views.unshown import nothing
from stillhere.desk.visited_words import VISITED
from stillhere.desk.wording import in_words
from stillhere.ledger import (
    Picture,
    PlaceEntry,
    PlaceKey,
    ServiceNote,
    Visited,
)
from stillhere.reports import ReportId

_FOLDED = "~"
"""Before the folded name of a settlement that no table has."""

MOST = 50
"""Most visits, calls and needs of one place on its page, the newest."""


@dataclass(frozen=True, slots=True)
class Door:
    """One dwelling of a settlement in a list."""

    place: PlaceEntry
    address: str
    visited: str


@asks(Act.SEE)
def place(request: HttpRequest, key: str) -> HttpResponse:
    """A place by its key; one no report names yet has a page where tables know it."""
    operation = the_operation()
    picture = operation.picture
    known = picture.places.get(key) or _unreported(operation, PlaceKey(key))
    if known is None:
        return nothing(request)
    newest = tuple(reversed(known.visits))
    page: dict[str, Any] = {
        "place": known,
        "names": names_of(operation.gazetteer, _settlement(picture, known)),
        "address": address_words(known.key, operation),
        "visited": VISITED[known.visited],
        "last": _last(operation, known),
        "reached": known.visited is Visited.VISITED,
        "doubtful": _doubtful(known.settlement),
        "visits": newest[:MOST],
        "older_visits": max(0, len(newest) - MOST),
        "services": list(_services(known)),
        "calls": lines(request, picture, _by_date(picture, known.calls)[:MOST]),
        "older_calls": max(0, len(known.calls) - MOST),
        "property": lines(request, picture, known.property_left[:MOST]),
        "residents": members(picture, known.residents),
    }
    page |= beside(operation, picture, known.key)
    page |= _inside(request, operation, known)
    return render(request, "desk/place.html", page)


def _doubtful(settlement: PlaceKey) -> str:
    """Where to decide what a name means that no table has; empty for one that has it."""
    folded = settlement.removeprefix(_FOLDED)
    if folded == settlement:
        return ""
    return reverse("doubtful-place", args=[code_of(folded)])


def _last(operation: Operation, place: PlaceEntry) -> str:
    """Latest date of a visit to a place, of a settlement with its dwellings."""
    if not place.is_settlement:
        return place.last_visit or ""
    return within(operation, operation.picture).get(place.key, Within()).last_visit


def _settlement(picture: Picture, place: PlaceEntry) -> PlaceEntry:
    """The settlement of a place, which may be the place itself."""
    return picture.places.get(place.settlement) or PlaceEntry(place.settlement)


def _unreported(operation: Operation, key: PlaceKey) -> PlaceEntry | None:
    """An empty entry for a place that tables know and no report names."""
    settlement, _, rest = key.partition("/")
    if settlement not in operation.gazetteer:
        return None
    if not rest:
        return None if key.endswith("/") else PlaceEntry(key)
    code, _, flat = rest.partition("/")
    building = operation.world.buildings.by_code.get(code)
    if building is None:
        return None
    there = not flat or (flat.isdecimal() and 0 < int(flat[:6]) <= building.flats)
    return PlaceEntry(key) if there else None


def _inside(
    request: HttpRequest, operation: Operation, known: PlaceEntry
) -> dict[str, Any]:
    """Needs; for a settlement those of its dwellings, too, and its dwellings."""
    if not known.is_settlement:
        return {"needs": needs_of(operation, known, [known])[:MOST]}
    doors = list(operation.picture.dwellings(known.key))
    needs = needs_of(operation, known, [known, *doors])
    visited = request.GET.get("doors") == "visited"
    page = page_of(request, _visited(doors) if visited else _without_word(doors))
    return {
        "needs": needs[:MOST],
        "older_needs": max(0, len(needs) - MOST),
        "page": page,
        "doors": [_door(operation, door) for door in page.items],
        "show_visited": visited,
        "figures": {
            name: Asked(name, place=known.key).address
            for name in ("people", "without_word", "dwellings", "dwellings_visited")
        },
    }


def _without_word(doors: list[PlaceEntry]) -> list[PlaceEntry]:
    """Dwellings with people without word, most who depend on others first."""
    found = [door for door in doors if door.without_word]
    return sorted(found, key=lambda d: (-d.dependents, -d.without_word, d.key))


def _visited(doors: list[PlaceEntry]) -> list[PlaceEntry]:
    """Dwellings somebody was at, the latest visit first."""
    found = sorted((door for door in doors if door.visits), key=lambda d: d.key)
    return sorted(found, key=lambda d: d.last_visit or "", reverse=True)


def _door(operation: Operation, door: PlaceEntry) -> Door:
    return Door(door, address_words(door.key, operation), str(VISITED[door.visited]))


def _services(known: PlaceEntry) -> Iterator[tuple[str, list[ServiceNote]]]:
    """Each service with what every source says of it."""
    for service, notes in groupby(known.services, key=lambda n: n.service):
        yield in_words(service), list(notes)


def _by_date(picture: Picture, reports: tuple[ReportId, ...]) -> list[ReportId]:
    """The latest first; what bears no date comes last."""
    return sorted(reports, key=lambda r: _date(picture, r), reverse=True)


def _date(picture: Picture, report: ReportId) -> str:
    return getattr(picture.statements.get(report), "date", None) or ""
