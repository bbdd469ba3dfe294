"""Why reports are held to be about one person, and who else it may be."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import gettext

from stillhere.desk.linking.judging import among
from stillhere.desk.operation.current import the_operation
from stillhere.desk.views.lines import Line, lines
from stillhere.desk.views.people.company import Member, member
from stillhere.desk.views.ruled import Ruled, ruled
from stillhere.desk.wording import evidence_said, evidence_words, weight_said
from stillhere.errors import StillHereError
from stillhere.identity import Evidence, Explanation, Link
from stillhere.ledger import Entry, MentionId, Picture
from stillhere.plan import WHYS, Doubt, doubts_of, rulings

_PATIENCE_S = 0.5
"""How long the page waits for an import before it leaves the links out."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One comparison.

    Attributes:
        said: In words.
        bits: Its weight in thousandths of a bit, without its sign.
        speaks: ``for`` or ``against`` one person.
    """

    said: str
    bits: int
    speaks: str


@dataclass(frozen=True, slots=True)
class Tie:
    """One link, explained.

    Attributes:
        one, two: The reports it ties.
        probability: In millionths.
        judged: Whether a person said they are the same.
        decisions: Who said what of exactly these two reports, the newest first.
        bars: Every comparison that says something, the strongest first.
        silent: What could not be compared, in words.
        most: Of the weights, the largest: the length of a whole bar.
        sum: What they come to, in words.
    """

    one: Line
    two: Line
    probability: int
    judged: bool
    decisions: tuple[Ruled, ...]
    bars: tuple[Bar, ...]
    silent: str
    most: int
    sum: str


@dataclass(frozen=True, slots=True)
class Rival:
    """Somebody else it may be.

    Attributes:
        a, b: The likeliest pair of mentions between the two.
        other: The other person.
        probability: In millionths.
        why: Why the machine does not settle it.
    """

    a: MentionId
    b: MentionId
    other: Member
    probability: int
    why: str


@dataclass(frozen=True, slots=True)
class Ties:
    """Everything that ties a person, or why it cannot be shown now.

    Attributes:
        ties: Links that hold the person together.
        rivals: Who else it may be, likeliest first.
        busy: A long import works on the names just now; both are empty.
    """

    ties: tuple[Tie, ...] = ()
    rivals: tuple[Rival, ...] = ()
    busy: bool = False


def ties_of(request: HttpRequest, entry: Entry) -> Ties:
    """The ties of a person of the newest picture."""
    try:
        with the_operation().evidence(_PATIENCE_S) as picture:
            evidence = picture.evidence
            links = evidence.links(entry.id)
            told = [evidence.explain(link.a, link.b) for link in links]
            doubts = doubts_of(picture, entry.id)
    except StillHereError:
        return Ties(busy=True)
    except KeyError:  # an import took the person back since the page was asked for
        return Ties()
    said = among(rulings(picture), set(entry.members))
    decided = [ruled(request, picture, ruling) for ruling in said]
    pairs = zip(links, told, strict=True)
    return Ties(
        tuple(_tie(request, picture, *pair, decided) for pair in pairs),
        tuple(_rivals(picture, entry, doubts)),
    )


def _tie(
    request: HttpRequest,
    picture: Picture,
    link: Link,
    told: Explanation,
    decided: list[Ruled],
) -> Tie:
    one, two = lines(request, picture, (link.a, link.b))
    weighed = sorted(told.evidence, key=lambda e: -abs(e.millibits))
    bars = tuple(bar_of(e) for e in weighed if e.millibits)
    most = max((bar.bits for bar in bars), default=1) or 1
    own = tuple(d for d in decided if {d.a, d.b} == {link.a, link.b})
    return Tie(
        one=one,
        two=two,
        probability=link.probability,
        judged=link.judged,
        decisions=own,
        bars=bars,
        silent=silent_words(told),
        most=most,
        sum=weight_said(told.weight),
    )


def silent_words(told: Explanation) -> str:
    """What could not be compared, in words; empty where everything could."""
    silent = (e.feature for e in told.evidence if not e.millibits)
    return ", ".join(evidence_words(feature) for feature in silent)


def bar_of(told: Evidence) -> Bar:
    """A comparison that says something, as a bar."""
    speaks = "for" if told.millibits > 0 else "against"
    return Bar(evidence_said(told), abs(told.millibits), speaks)


def _rivals(
    picture: Picture, entry: Entry, doubts: tuple[Doubt, ...]
) -> Iterator[Rival]:
    for doubt in doubts:
        others = [p for p in doubt.people if p != entry.id and p in picture.entries]
        if others:
            other = member(picture.entries[others[0]])
            why = gettext(WHYS[doubt.why])
            yield Rival(doubt.a, doubt.b, other, doubt.probability, why)
