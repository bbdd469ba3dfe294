"""The overview itself, the look it remembers, and the lists one click behind it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from stillhere.desk import rows
from stillhere.desk.access import Act, asks, may, roles_of
from stillhere.desk.clock import now
from stillhere.desk.figure_words import TITLES
from stillhere.desk.linking.queues import lengths
from stillhere.desk.operation.current import the_operation
from stillhere.desk.operation.jobs import the_jobs
from stillhere.desk.remaining import remaining_latest
from stillhere.desk.settling.waiting import names_of
from stillhere.desk.tallies import Tally, tallies_of
from stillhere.desk.views.overview.latest import latest, moves
from stillhere.desk.views.pages import page_of
from stillhere.desk.views.ruled import reader_of
from stillhere.desk.views.searching.places import nobody_visited
from stillhere.desk.views.whose_jobs import told_of
from stillhere.errors import Finding, StillHereError
from stillhere.ledger import Picture
from stillhere.plan import contradictions
from stillhere.vocabulary import Scope

_SILENT = ("listed", "listed_dependent", "listed_alone", "missing")
_HEARD = (
    *("arrived", "left", "found", "chose_to_stay", "could_not_leave", "in_care"),
    *("returned", "deceased"),
)
_WORK = (
    *("settlements_not_visited", "dwellings_visited", "needs_open"),
    *("tracing_requests", "calls", "people"),
)
_SHOWN = 20
_WAITING = 10
"""Places nobody has visited that stand on the overview."""

_OF_A_KIND = 3
_PATIENCE_S = 0.5
_SALT = "stillhere.look"


@dataclass(frozen=True, slots=True)
class Shown:
    """One figure of the overview.

    Attributes:
        title: What it is called.
        tally: The number.
        since: By how much it moved since the last look.
    """

    title: str
    tally: Tally
    since: int

    @property
    def less(self) -> int:
        """By how much it fell."""
        return -self.since


@asks(Act.BRIEF)
def overview(request: HttpRequest) -> HttpResponse:
    """Figures, what changed since the last look, what needs a decision.

    Whoever may read the brief alone is led there.
    """
    roles = roles_of(request.user)  # type: ignore[arg-type]  # signed in by the rule
    if not may(roles, Act.SEE, Scope.OPERATIONS):
        return redirect("brief")
    operation = the_operation()
    position, picture = operation.position, operation.picture  # never newer than shown
    tallies = tallies_of(operation, picture)
    seen = rows.last_look(_reader(request))
    changes = latest(picture, seen.position if seen is not None else 0)
    waiting = nobody_visited(operation, picture)
    page = {
        "waiting": waiting.first(_WAITING),
        "more_waiting": max(0, len(waiting.places) - _WAITING),
        "without_word": _shown(_SILENT, tallies, seen),
        "with_word": _shown(_HEARD, tallies, seen),
        "work": _shown(_WORK, tallies, seen),
        "remaining": remaining_latest(picture),
        "seen": seen,
        "changes": changes,
        "moves": moves(picture, changes.moved[:_SHOWN]),
        "look": _token(picture, position, tallies),
        "doubts": _doubts(reader_of(request)),
        "clashing": _clashing(picture, reader_of(request)),
        "conflicts": tallies.get("conflicts"),
        "findings": _kinds(picture.findings),
        "jobs": [told_of(request, j) for j in the_jobs().listed() if not j.over],
    }
    return render(request, "desk/overview.html", page)


def _reader(request: HttpRequest) -> int:
    """The key of the account; the rule of the view lets nobody else in."""
    return request.user.pk or 0


def _shown(
    names: Sequence[str], tallies: dict[str, Tally], seen: rows.LastLook | None
) -> list[Shown]:
    found = [tallies.get(name, Tally(name, 0, ())) for name in names]
    before = seen.figures if seen is not None else {}
    return [
        Shown(str(TITLES[t.name]), t, t.value - before.get(t.name, t.value))
        for t in found
    ]


def _doubts(reader: str) -> dict[str, int] | None:
    """Pairs in each queue of a reader, and names of places to decide.

    None while a long import works on them.
    """
    operation = the_operation()
    try:
        with operation.evidence(_PATIENCE_S) as picture:
            pairs = {q.value: n for q, n in lengths(picture, reader).items()}
            return pairs | {"places": len(names_of(operation, picture).open)}
    except StillHereError:
        return None


def _clashing(picture: Picture, reader: str) -> int:
    """How many contradictions there are between the reader's decisions and others."""
    sources = ({r.judgement.source for r in c.rulings} for c in contradictions(picture))
    return sum(reader in named for named in sources)


def _token(picture: Picture, position: int, tallies: dict[str, Tally]) -> str:
    """What this page shows, to be remembered only when the reader says so."""
    figures = {name: tally.value for name, tally in tallies.items()}
    shown: dict[str, Any] = {"d": picture.digest, "p": position, "f": figures}
    return signing.dumps(shown, salt=_SALT)


@dataclass(frozen=True, slots=True)
class Kind:
    """Findings of one kind: some of them, and how many more there are."""

    some: tuple[Finding, ...]
    more: int


def _kinds(findings: Sequence[Finding]) -> list[Kind]:
    found = groupby(sorted(findings), key=lambda finding: finding.code)
    kinds = [tuple(group) for _, group in found]
    return [Kind(kind[:_OF_A_KIND], max(0, len(kind) - _OF_A_KIND)) for kind in kinds]


@asks(Act.SEE)
@require_POST
def seen(request: HttpRequest) -> HttpResponse:
    """Remember what the page showed; what came after it stays new."""
    try:
        shown = signing.loads(request.POST.get("look", ""), salt=_SALT)
    except signing.BadSignature:
        return redirect("overview")
    look = rows.LastLook(now(), shown["d"], shown["p"], shown["f"])
    rows.look(_reader(request), look)
    return redirect("overview")


@asks(Act.SEE)
def changes(request: HttpRequest) -> HttpResponse:
    """Everybody who moved since the last look."""
    picture = the_operation().picture
    look = rows.last_look(_reader(request))
    found = latest(picture, look.position if look is not None else 0)
    page = page_of(request, found.moved)
    shown = moves(picture, page.items)
    context = {"seen": look, "page": page, "moves": shown, "changes": found}
    return render(request, "desk/changes.html", context)


@asks(Act.SEE)
def findings(request: HttpRequest) -> HttpResponse:
    """Everything that is wrong in the data, by kind."""
    page = page_of(request, sorted(the_operation().picture.findings))
    return render(request, "desk/findings.html", {"page": page})
