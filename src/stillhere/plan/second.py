"""Which decisions take a second reader, and which wait for one.

A wrong "same" on somebody alone and bedridden hides them: nobody looks for them any more.
So where "same" would take somebody of high concern off the list without word, or tie
anybody to a death that was established, it counts only when a second person says so too.

Whether one is needed is found when the decision is made, from the picture as it is then,
and stands in the decision; what follows from the set of reports needs no picture of
yesterday. "Different" never needs one: it takes nobody off whom a machine may not take
off by the same evidence.
"""

from collections.abc import Iterable, Sequence

from stillhere.ledger import Entry, MentionId, Picture
from stillhere.ledger.rules import EVENT_STATUS
from stillhere.plan.doubt import Doubt, Effect, Why
from stillhere.plan.rules import PlanRules
from stillhere.plan.rulings import Ruling, person_of, rulings
from stillhere.reports.statements import JudgementKind


def needs_second(people: Iterable[Entry], rules: PlanRules | None = None) -> bool:
    """Whether it takes two to say that these people, or mentions of one, are one person.

    Args:
        people: Whom the mentions are held to be; the same one twice for a link that
            holds already. More than two where decisions before this one join others.
        rules: From which concern, section ``doubt``; the shipped ones where None.
    """
    known = {entry.id: entry for entry in people}
    entries = list(known.values())
    dead = [entry.death is not None for entry in entries]
    if any(dead) and not all(dead):
        return True
    if not any(_has_word(entry) for entry in entries):
        return False
    least = (rules or PlanRules.shipped()).number("doubt", "second_from")
    return any(entry.listed and entry.concern >= least for entry in entries)


def _has_word(entry: Entry) -> bool:
    """Whether anything says where the person is, strongly tied to them or not."""
    return any(word.event in EVENT_STATUS for word in entry.words)


def waits_on(
    picture: Picture, pair: Iterable[MentionId], known: Sequence[Ruling] | None = None
) -> bool:
    """Whether a *same* on this pair waits for a second reader."""
    both = frozenset(pair)
    said = rulings(picture, JudgementKind.SAME) if known is None else known
    return any(r.waits for r in said if r.pair == both)


def waiting(picture: Picture, but: str = "") -> tuple[Ruling, ...]:
    """Decisions a second person is asked for: one a pair, the larger concern first.

    Args:
        picture: Any.
        but: Leave out pairs this source has judged: it is the first reader, or has
            looked already.

    Returns:
        Ties by pair. Pairs of which a mention has gone are not among them, and none
        that somebody judged different: that is a contradiction to be settled.
    """
    found: dict[tuple[MentionId, ...], Ruling] = {}
    over: set[frozenset[MentionId]] = set()
    for ruling in rulings(picture):
        said = ruling.judgement
        parted = said.judgement is JudgementKind.DIFFERENT
        if parted or said.source.casefold() == but.casefold():
            over.add(ruling.pair)
        if ruling.waits and _concern(picture, ruling) is not None:
            found.setdefault(tuple(sorted(ruling.pair)), ruling)
    asked = [pair for pair in found if frozenset(pair) not in over]
    asked.sort(key=lambda pair: (-(_concern(picture, found[pair]) or 0), pair))
    return tuple(found[pair] for pair in asked)


def second_reads(
    picture: Picture, but: str, limit: int, after: int | None = None
) -> tuple[Doubt, ...]:
    """What `waiting` gives, as pairs to look at.

    Args:
        picture: The newest one of its line; ask under the lock that updates take.
        but: As in `waiting`.
        limit: At most so many.
        after: Leave out the first so many.
    """
    start = after or 0
    chosen = waiting(picture, but)[start : start + limit]
    numbered = enumerate(chosen, start + 1)
    return tuple(_doubt(picture, ruling, place) for place, ruling in numbered)


def _doubt(picture: Picture, ruling: Ruling, place: int) -> Doubt:
    a, b = sorted(ruling.pair)
    told = picture.evidence.explain(a, b)
    one, two = picture.entry(a), picture.entry(b)
    listed = tuple(sorted({e.id for e in (one, two) if e.listed}))
    held = one.id == two.id
    return Doubt(
        a=a,
        b=b,
        people=(one.id, two.id),
        probability=told.probability,
        weight=told.weight,
        effect=_effect(held=held, listed=bool(listed)),
        flips=listed,
        concern=max(one.concern, two.concern),
        why=Why.SECOND,
        place=place,
    )


def _effect(*, held: bool, listed: bool) -> Effect:
    if not listed:
        return Effect.JOINS
    return Effect.CONFIRMS if held else Effect.ACCOUNTS


def _concern(picture: Picture, ruling: Ruling) -> int | None:
    """The larger concern of the two people; None where a mention has gone."""
    people = [person_of(picture, mention) for mention in ruling.pair]
    concerns = [entry.concern for entry in people if entry is not None]
    return max(concerns) if len(concerns) == len(people) else None
