"""The queues of doubtful links, and what was decided."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from stillhere.desk.access import Act, asks
from stillhere.desk.forms.links import From
from stillhere.desk.linking.queues import Queue, Queued, lengths
from stillhere.desk.operation.current import the_operation
from stillhere.desk.views.lines import Line, lines
from stillhere.desk.views.links.memory import told
from stillhere.desk.views.pages import page_of
from stillhere.desk.views.people.company import Member, member
from stillhere.desk.views.ruled import Ruled, reader_of, ruled
from stillhere.desk.views.tabs import tabs
from stillhere.ledger import MentionId, Picture
from stillhere.plan import EFFECTS, WHYS, Doubt, Ruling, contradictions, rulings
from stillhere.reports.statements import JudgementKind

_ASIDE, _DECIDED = "aside", "decided"
_TABS: tuple[tuple[str, Promise], ...] = (
    (Queued.DOUBTFUL.value, _("To decide")),
    (Queued.UNCONFIRMED.value, _("Likely, not confirmed")),
    (Queued.SECOND.value, _("Wait for a second reader")),
    (_ASIDE, _("Put aside")),
    (_DECIDED, _("Decided")),
)


@dataclass(frozen=True, slots=True)
class Waiting:
    """One pair of a queue.

    Attributes:
        doubt: The pair.
        one, two: The mentions.
        people: Whom they are held to be: one person or two.
        effect: What a decision would change, in words.
        why: Why the machine does not settle it, in words.
        first: Who has decided on it and when, where a second reader is asked for.
        address: Of the pair.
    """

    doubt: Doubt
    one: Line
    two: Line
    people: tuple[Member, ...]
    effect: str
    why: str
    first: tuple[Ruled, ...]
    address: str


@asks(Act.DECIDE)
def links(request: HttpRequest) -> HttpResponse:
    """Pairs somebody should look at, the ones that change most first."""
    here = request.GET.get("tab", "")
    here = here if here in dict(_TABS) else Queued.DOUBTFUL.value
    with the_operation().evidence() as picture:
        left = lengths(picture, reader_of(request))
        page = _queued(request, picture, Queued(here)) if here in set(Queued) else {}
    said = rulings(picture)
    decisions = _by_time(request, picture, said)
    aside = [d for d in decisions if d.judgement is JudgementKind.UNSURE]
    numbers = {q.value: n for q, n in left.items()}
    numbers |= {_ASIDE: len(aside), _DECIDED: len(decisions)}
    if not page:
        page = {"page": page_of(request, aside if here == _ASIDE else decisions)}
    page |= {
        "tabs": list(tabs(reverse("links"), _TABS, numbers, here)),
        "tab": here,
        "contradictions": _contradictions(request, picture, said),
        "told": told(request),
    }
    return render(request, "desk/links.html", page)


def _by_time(
    request: HttpRequest, picture: Picture, said: tuple[Ruling, ...]
) -> list[Ruled]:
    decisions = [ruled(request, picture, ruling) for ruling in said]
    return sorted(decisions, key=lambda d: d.at, reverse=True)


def _queued(request: HttpRequest, picture: Picture, queue: Queued) -> dict[str, Any]:
    page = page_of(request, Queue(picture, queue, reader_of(request)))
    first = _first(request, picture) if queue is Queued.SECOND else {}
    waiting = [_waiting(request, picture, queue, d, first) for d in page.items]
    return {"page": page, "waiting": waiting}


def _first(
    request: HttpRequest, picture: Picture
) -> dict[frozenset[str], tuple[Ruled, ...]]:
    """The decisions that wait for a second reader, by their pair."""
    found: dict[frozenset[str], tuple[Ruled, ...]] = {}
    for ruling in rulings(picture, JudgementKind.SAME):
        if ruling.waits:
            before = found.get(ruling.pair, ())
            found[ruling.pair] = (*before, ruled(request, picture, ruling))
    return found


def _waiting(
    request: HttpRequest,
    picture: Picture,
    queue: Queued,
    doubt: Doubt,
    first: Mapping[frozenset[str], tuple[Ruled, ...]],
) -> Waiting:
    one, two = lines(request, picture, (doubt.a, doubt.b))
    people = dict.fromkeys(doubt.people)
    where = From(queue, doubt.place)
    return Waiting(
        doubt=doubt,
        one=one,
        two=two,
        people=tuple(member(picture.entries[name]) for name in people),
        effect=gettext(EFFECTS[doubt.effect]),
        why=gettext(WHYS[doubt.why]),
        first=first.get(frozenset((doubt.a, doubt.b)), ()),
        address=reverse("link", args=[doubt.a, doubt.b]) + where.query,
    )


@dataclass(frozen=True, slots=True)
class Conflict:
    """Decisions that cannot all hold.

    Attributes:
        pair: The two that were judged the same and stay apart.
        one, two: The same as lines.
        address: Of the pair.
        decisions: All that bear on it, the newest first.
        own: Whether one of them is the reader's.
    """

    pair: tuple[MentionId, MentionId]
    one: Line
    two: Line
    address: str
    decisions: tuple[Ruled, ...]
    own: bool


def _contradictions(
    request: HttpRequest, picture: Picture, said: tuple[Ruling, ...]
) -> list[Conflict]:
    """Those the reader has a part in first."""
    found = []
    for told_of in contradictions(picture, said):
        pair = told_of.a, told_of.b
        one, two = lines(request, picture, pair)
        decisions = tuple(_by_time(request, picture, told_of.rulings))
        address = reverse("link", args=pair)
        own = any(d.own for d in decisions)
        found.append(Conflict(pair, one, two, address, decisions, own))
    return sorted(found, key=lambda conflict: not conflict.own)
