"""Two mentions side by side, what speaks for one person, and what a decision changes."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext

from stillhere.desk import rows
from stillhere.desk.access import Act, asks
from stillhere.desk.clock import now
from stillhere.desk.forms.links import From, came_from
from stillhere.desk.linking.judging import Pair, among, takes_two
from stillhere.desk.linking.queues import Queue
from stillhere.desk.operation.current import the_operation
from stillhere.desk.views.links.beside import company_of
from stillhere.desk.views.links.compared import Compared, compared
from stillhere.desk.views.links.deciding import known_pair
from stillhere.desk.views.links.memory import told
from stillhere.desk.views.people.company import Member, member
from stillhere.desk.views.people.ties import Bar, bar_of, silent_words
from stillhere.desk.views.ruled import Ruled, reader_of, ruled
from stillhere.desk.views.unshown import nothing
from stillhere.desk.wording import weight_said
from stillhere.identity import Explanation, beside
from stillhere.identity.explain import VERDICTS
from stillhere.ledger import Picture
from stillhere.plan import EFFECTS, WHYS, Doubt, contradictions, doubts_of, rulings
from stillhere.reports.statements import JudgementKind


@dataclass(frozen=True, slots=True)
class Weighed:
    """What speaks for one person and against it.

    Attributes:
        verdict: What became of the pair, in words.
        probability: In millionths; 0 where the two were not compared.
        bars: Every comparison that says something, the strongest first.
        silent: What could not be compared, in words.
        most: Of their weights, the largest: the length of a whole bar.
        sum: What they come to, in words.
    """

    verdict: str
    probability: int
    bars: tuple[Bar, ...]
    silent: str
    most: int
    sum: str


@dataclass(frozen=True, slots=True)
class Stake:
    """What a decision would change.

    Attributes:
        effect, why: In words.
        people: Who may come on the list without word, or leave it.
        concern: The larger of the two people's.
    """

    effect: str
    why: str
    people: tuple[Member, ...]
    concern: int


@asks(Act.DECIDE)
def link(request: HttpRequest, a: str, b: str) -> HttpResponse:
    """Everything a person needs to decide on a pair."""
    where = came_from(request.GET)
    with the_operation().evidence() as picture:
        pair = known_pair(request, picture, a, b)
        if pair is None:
            return nothing(request)
        if pair != (a, b):
            return redirect(reverse("link", args=pair) + where.query)
        explained = picture.evidence.explain(*pair)
        doubt, following = _doubt(picture, pair, where, reader_of(request))
        company = beside(picture.evidence.doubts(), *pair)
    both = compared(request, picture, pair)
    _note(request, both)
    mentions = {mention for side in both.sides for mention in side.entry.members}
    said = rulings(picture)
    decisions = [ruled(request, picture, r) for r in among(said, mentions)]
    decisions.sort(key=lambda d: d.at, reverse=True)
    clashes = contradictions(picture, said)
    page = {
        "a": pair[0],
        "b": pair[1],
        "both": both,
        "weighed": _weighed(explained),
        "stake": _stake(picture, doubt),
        "takes_two": takes_two(picture, pair),
        "company": company_of(request, picture, company),
        "decisions": decisions,
        "own": _own(decisions, pair),
        "first": [d for d in decisions if d.waits and (d.a, d.b) == pair],
        "contradicted": any({c.a, c.b} <= mentions for c in clashes),
        "where": where,
        "following": following,
        "told": told(request),
    }
    return render(request, "desk/link.html", page)


def _doubt(
    picture: Picture, pair: Pair, where: From, reader: str
) -> tuple[Doubt | None, str]:
    """The doubt about a pair, and the address of the next pair of its queue."""
    following, doubt = "", None
    if where.queue is not None:
        queue = Queue(picture, where.queue, reader)
        here = queue[max(where.place, 1) - 1 : where.place + 1]
        doubt = next((d for d in here if (d.a, d.b) == pair), None)
        later = [d for d in here if d is not doubt and d.place > where.place]
        following = _address(later[0], where) if later else ""
    if doubt is None:
        several = doubts_of(picture, pair[0])
        doubt = next((d for d in several if (d.a, d.b) == pair), None)
    return doubt, following


def _address(doubt: Doubt, where: From) -> str:
    address = reverse("link", args=[doubt.a, doubt.b])
    return address + From(where.queue, doubt.place).query


def _weighed(told: Explanation) -> Weighed:
    weighed = sorted(told.evidence, key=lambda e: -abs(e.millibits))
    bars = tuple(bar_of(e) for e in weighed if e.millibits)
    most = max((bar.bits for bar in bars), default=1)
    return Weighed(
        verdict=gettext(VERDICTS[told.verdict]),
        probability=told.probability,
        bars=bars,
        silent=silent_words(told),
        most=most,
        sum=weight_said(told.weight),
    )


def _stake(picture: Picture, doubt: Doubt | None) -> Stake | None:
    if doubt is None:
        return None
    flips = (picture.entries.get(name) for name in doubt.flips)
    return Stake(
        effect=gettext(EFFECTS[doubt.effect]),
        why=gettext(WHYS[doubt.why]),
        people=tuple(member(entry) for entry in flips if entry is not None),
        concern=doubt.concern,
    )


def _own(decisions: list[Ruled], pair: Pair) -> JudgementKind | None:
    """What the reader said of exactly this pair."""
    own = (d.judgement for d in decisions if d.own and (d.a, d.b) == pair)
    return next(own, None)


def _note(request: HttpRequest, both: Compared) -> None:
    for person in {side.entry.id for side in both.sides}:
        rows.note_opening(now(), request.user.get_username(), person, "link")
