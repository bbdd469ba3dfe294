"""Everybody: searched as somebody types, filtered, in pages; by name or by concern."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_vary_headers

from stillhere.desk import rows
from stillhere.desk.access import Act, asks
from stillhere.desk.forms.people import Wanted, wanted
from stillhere.desk.naming import PersonName, person_name, place_names
from stillhere.desk.operation.current import the_operation
from stillhere.desk.saying import day, said
from stillhere.desk.views.people.values import reasons
from stillhere.desk.views.unshown import sees_children
from stillhere.desk.wording import choices_of, in_words
from stillhere.errors import StillHereError
from stillhere.intake.located import UNKNOWN
from stillhere.ledger import Entry, MentionId, Picture, PlaceKey
from stillhere.places import Gazetteer
from stillhere.vocabulary import Status

_HITS = 20
_LOOKED_AT = 400
"""Hits that are filtered, so that a filter does not empty a search too soon."""

_PATIENCE_S = 1.5
"""How long somebody who types waits for an import before the page says so."""


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One person in the list.

    Attributes:
        id: Referent.
        name: As written, with one reading.
        status: In words.
        listed: Whether without word.
        home: Names of the settlement side by side; empty where none is known.
        born: First year it may be; None where nothing is stated.
        reasons: What makes them of concern, in words, joined.
        last_word: A date in words; empty for never.
        asked, conflicting: As in the entry.
    """

    id: MentionId
    name: PersonName
    status: str
    listed: bool
    home: str
    born: int | None
    reasons: str
    last_word: str
    asked: bool
    conflicting: bool


@asks(Act.SEE)
def people(request: HttpRequest) -> HttpResponse:
    """The list; only its rows where a script asks while somebody types.

    What is searched for is sent as a form: an address, with a name in it, would stay in
    the plain history of the browser.
    """
    operation = the_operation()
    query = request.POST if request.method == "POST" else request.GET
    want = wanted(query)
    if request.method == "POST" and not want.text and not _partly(request):
        return redirect(_address(query))
    found = _found(want)
    children = sees_children(request)
    page = {
        "want": want,
        "people": list(_lines(found.entries, operation.gazetteer, children=children)),
        "total": None if want.text else rows.count_people(want.filters),
        "after": _query(query, found.after) if found.after else "",
        "more": found.more,
        "busy": found.busy,
        "start": _query(query, "") if want.after else "",
    }
    if _partly(request):
        answer = render(request, "desk/_people.html", page)
        answer.headers["HX-Replace-Url"] = _address(query)
    else:
        choices = _choices(operation.picture, operation.gazetteer)
        answer = render(request, "desk/people.html", page | choices)
    patch_vary_headers(answer, ["HX-Request"])
    return answer


def _partly(request: HttpRequest) -> bool:
    """Whether a script asks for the rows alone, not for a page out of its history."""
    headers = request.headers
    return "HX-Request" in headers and "HX-History-Restore-Request" not in headers


@dataclass(frozen=True, slots=True)
class _Found:
    """The entries of one page.

    Attributes:
        entries: In their order.
        after: Where the next page goes on; empty for nowhere.
        more: Others may answer the search, too.
        busy: Why nobody can be told now; empty where somebody can.
    """

    entries: list[Entry]
    after: str = ""
    more: bool = False
    busy: str = ""


def _found(want: Wanted) -> _Found:
    if want.text:
        try:
            return _searched(want)
        except StillHereError as error:
            return _Found([], busy=said(error))
    picture = the_operation().picture
    found = rows.people(want.filters, by_concern=want.by_concern, after=want.after)
    known = (picture.entries.get(name) for name in found.referents)
    return _Found([entry for entry in known if entry is not None], found.after)


def _searched(want: Wanted) -> _Found:
    """Who answers a search, best first, each once."""
    with the_operation().evidence(_PATIENCE_S) as picture:
        limit = _LOOKED_AT if want.narrowed else _HITS
        hits = picture.evidence.search(want.text, limit)
        known = [picture.entry(hit.mention) for hit in hits]
    once = {entry.id: entry for entry in known}
    fits = [entry for entry in once.values() if _fits(entry, want)]
    more = len(hits) == limit or len(fits) > _HITS
    return _Found(fits[:_HITS], more=more)


def _fits(entry: Entry, want: Wanted) -> bool:
    """Whether an entry is among what the filters leave, as its row would be."""
    filters, home = want.filters, entry.home
    settlement = home.settlement if home is not None else ""
    asked_and_held = (
        (filters.status, entry.status.value == filters.status),
        (filters.settlement, settlement == filters.settlement),
        (filters.listed, entry.listed),
        (filters.alone, entry.alone),
        (filters.dependent, entry.dependent),
        (filters.asked, bool(entry.asked_for)),
        (filters.conflicting, bool(entry.conflicts)),
    )
    return all(held for asked, held in asked_and_held if asked)


def _lines(
    entries: Iterable[Entry], gazetteer: Gazetteer, *, children: bool
) -> Iterator[PersonLine]:
    for entry in entries:
        home = entry.home.settlement if entry.home is not None else UNKNOWN
        yield PersonLine(
            id=entry.id,
            name=person_name(entry),
            status=in_words(entry.status),
            listed=entry.listed,
            home=place_names(gazetteer, home) if home else "",
            born=entry.birth.first if entry.birth is not None else None,
            reasons=", ".join(reasons(entry, children=children)),
            last_word=day(entry.last_word) if entry.last_word else "",
            asked=bool(entry.asked_for),
            conflicting=bool(entry.conflicts),
        )


def _choices(picture: Picture, gazetteer: Gazetteer) -> dict[str, object]:
    named_in_tables = {PlaceKey(place.id) for place in gazetteer}
    keys = [p.key for p in picture.settlements if p.key in named_in_tables]
    named = sorted((place_names(gazetteer, key), key) for key in keys)
    return {"statuses": choices_of(Status), "settlements": named}


_UNSAID = frozenset({"after", "csrfmiddlewaretoken", "q"})
"""Fields of a form that stand in no address."""


def _query(asked: QueryDict, after: str) -> str:
    """The filters and the order as the query of an address."""
    kept = [(k, v) for k, v in asked.items() if v and k not in _UNSAID]
    return "?" + urlencode([*kept, ("after", after)] if after else kept)


def _address(asked: QueryDict) -> str:
    return reverse("people") + _query(asked, "").removesuffix("?")
