"""The queues of doubtful links, and what was decided."""

from collections.abc import Iterable, Iterator
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
from stillhere.desk.linking.judging import contradicted
from stillhere.desk.linking.queues import Queue, Queued
from stillhere.desk.operation.current import the_operation
from stillhere.desk.views.lines import Line, lines
from stillhere.desk.views.links.memory import told
from stillhere.desk.views.links.ruled import Ruled, ruled
from stillhere.desk.views.pages import page_of
from stillhere.desk.views.people.company import Member, member
from stillhere.ledger import Picture
from stillhere.plan import EFFECTS, WHYS, Doubt, doubts_left, rulings
from stillhere.reports.statements import JudgementKind

_ASIDE, _DECIDED = "aside", "decided"
_TABS: tuple[tuple[str, Promise], ...] = (
    (Queued.DOUBTFUL.value, _("To decide")),
    (Queued.UNCONFIRMED.value, _("Likely, not confirmed")),
    (_ASIDE, _("Put aside")),
    (_DECIDED, _("Decided")),
)


@dataclass(frozen=True, slots=True)
class Tab:
    """One of the lists: its address, words, number of pairs, and whether it is open."""

    address: str
    words: str
    number: int
    here: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    """One pair of a queue.

    Attributes:
        doubt: The pair.
        one, two: The mentions.
        people: Whom they are held to be: one person or two.
        effect: What a decision would change, in words.
        why: Why the machine does not settle it, in words.
        address: Of the pair.
    """

    doubt: Doubt
    one: Line
    two: Line
    people: tuple[Member, ...]
    effect: str
    why: str
    address: str


@asks(Act.DECIDE)
def links(request: HttpRequest) -> HttpResponse:
    """Pairs somebody should look at, the ones that change most first."""
    here = request.GET.get("tab", "")
    here = here if here in dict(_TABS) else Queued.DOUBTFUL.value
    with the_operation().evidence() as picture:
        left = doubts_left(picture)
        page = _queued(request, picture, Queued(here)) if here in set(Queued) else {}
    decisions = [ruled(request, picture, r) for r in rulings(picture)]
    decisions.sort(key=lambda d: d.at, reverse=True)
    aside = [d for d in decisions if d.judgement is JudgementKind.UNSURE]
    numbers = (*left, len(aside), len(decisions))
    if not page:
        page = {"page": page_of(request, aside if here == _ASIDE else decisions)}
    page |= {
        "tabs": list(_tabs(here, numbers)),
        "tab": here,
        "contradictions": list(_contradictions(request, picture, decisions)),
        "told": told(request),
    }
    return render(request, "desk/links.html", page)


def _tabs(here: str, numbers: Iterable[int]) -> Iterator[Tab]:
    for (name, words), number in zip(_TABS, numbers, strict=True):
        address = f"{reverse('links')}?tab={name}"
        yield Tab(address, str(words), number, name == here)


def _queued(request: HttpRequest, picture: Picture, queue: Queued) -> dict[str, Any]:
    page = page_of(request, Queue(picture, queue))
    waiting = [_waiting(request, picture, queue, doubt) for doubt in page.items]
    return {"page": page, "waiting": waiting}


def _waiting(
    request: HttpRequest, picture: Picture, queue: Queued, doubt: Doubt
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
        address=reverse("link", args=[doubt.a, doubt.b]) + where.query,
    )


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Decisions on a pair that cannot all hold: the pair, and who decided on it."""

    one: Line
    two: Line
    address: str
    deciders: tuple[str, ...]


def _contradictions(
    request: HttpRequest, picture: Picture, decisions: list[Ruled]
) -> Iterator[Contradiction]:
    for pair in sorted(map(sorted, contradicted(picture))):
        one, two = lines(request, picture, pair)
        deciders = {d.source for d in decisions if {d.a, d.b} == set(pair)}
        address = reverse("link", args=pair)
        yield Contradiction(one, two, address, tuple(sorted(deciders)))
