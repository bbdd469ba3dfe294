"""While a name or an address is typed: who it may be, which buildings there are."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from stillhere.desk.access import Act, asks
from stillhere.desk.entering.doors import offered
from stillhere.desk.forms.entering.parts import LONGEST
from stillhere.desk.naming import PersonName, person_name
from stillhere.desk.operation.current import the_operation
from stillhere.desk.operation.live import Operation
from stillhere.desk.saying import said
from stillhere.desk.views.entering.words import door_words
from stillhere.errors import StillHereError
from stillhere.ledger import Entry, Picture, PlaceKey

OFFERED = 5
_FEWEST_LETTERS = 3
_WAIT_S = 0.5
"""A page that offers waits no longer for a long import."""


class Likely(NamedTuple):
    """Somebody a typed name may be."""

    entry: Entry
    name: PersonName
    home: str


@asks(Act.ENTER)
def who(request: HttpRequest) -> HttpResponse:
    """Who a typed name may be."""
    return render(request, "desk/_who.html", likely(the_operation(), request.GET))


@asks(Act.ENTER)
def doors(request: HttpRequest) -> HttpResponse:
    """Addresses of buildings that go on like what is typed."""
    typed = request.GET.get("address", "")[:LONGEST]
    page = {"doors": offered(the_operation().world.buildings, typed)}
    return render(request, "desk/_doors.html", page)


def likely(operation: Operation, typed: Mapping[str, Any]) -> dict[str, Any]:
    """People a typed name may be, best first; the sentence of an error instead.

    Args:
        operation: Whose people.
        typed: ``name`` as typed, ``known`` where one was picked already.
    """
    name = str(typed.get("name", "")).strip()[:LONGEST]
    page: dict[str, Any] = {"asked": name, "known": typed.get("known", "")}
    if len(name) < _FEWEST_LETTERS:
        return page
    try:
        with operation.evidence(_WAIT_S) as picture:
            hits = picture.evidence.search(name, 2 * OFFERED)
    except StillHereError as error:
        return {**page, "sentence": said(error)}
    entries = _entries(picture, [hit.mention for hit in hits])
    return {**page, "likely": [_likely(e, operation) for e in entries][:OFFERED]}


def _entries(picture: Picture, mentions: list[Any]) -> Iterator[Entry]:
    """The people of some mentions, each once, in their order."""
    seen = set()
    for mention in mentions:
        entry = picture.entry(mention)
        if entry.id not in seen:
            seen.add(entry.id)
            yield entry


def _likely(entry: Entry, operation: Operation) -> Likely:
    home = entry.home
    key = PlaceKey("") if home is None else home.dwelling or home.settlement
    return Likely(entry, person_name(entry), door_words(key, operation) if key else "")
