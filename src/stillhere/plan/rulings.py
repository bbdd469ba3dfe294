"""What people have decided on pairs of mentions: each decision can be withdrawn."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple
from weakref import WeakKeyDictionary

from stillhere.ledger import Entry, Evidence, MentionId, PersistentMap, Picture
from stillhere.reports.statements import Judgement, JudgementKind, Statement

Pair = frozenset[MentionId]
_CANNOT_HOLD = "identity/judgement-cannot-hold"


@dataclass(frozen=True, slots=True)
class Ruling:
    """A judgement in force.

    Attributes:
        judgement: Who (its source) said what of which mentions, when (its date) and why.
            Undo it by a withdrawal of its report.
        holds: The picture is as it says: one person for *same*, two for *different*, both
            mentions in force for *unsure*. Where not, another decision beats it, it
            waits, or one of the mentions has gone.
        waits: It counts only once another person says the same, and nobody has.
    """

    judgement: Judgement
    holds: bool
    waits: bool = False

    @property
    def pair(self) -> Pair:
        """The two mentions."""
        return frozenset((self.judgement.a, self.judgement.b))


def rulings(picture: Picture, kind: JudgementKind | None = None) -> tuple[Ruling, ...]:
    """Judgements in force, the newest date first, then by report.

    Args:
        picture: Any.
        kind: Only these; all where None. `UNSURE` gives the pairs put aside.
    """
    known = _known(picture).rulings
    return tuple(r for r in known if kind in (None, r.judgement.judgement))


class _Known(NamedTuple):
    """What was said in one picture."""

    statements: PersistentMap[Statement]
    entries: PersistentMap[Entry]
    judgements: Mapping[str, Judgement]
    rulings: tuple[Ruling, ...]


_KNOWN: "WeakKeyDictionary[Evidence, _Known]" = WeakKeyDictionary()
"""A cache, replaced as a whole: what it forgets is looked through anew."""


def _known(picture: Picture) -> _Known:
    known = _KNOWN.get(picture.evidence)
    if known is None:
        said = picture.statements.items()
        found = {key: s for key, s in said if isinstance(s, Judgement)}
    elif known.statements is not picture.statements:
        found = _changed(picture, known)
    elif known.entries is picture.entries:
        return known
    else:
        found = dict(known.judgements)
    ruled = tuple(_ruled(picture, found.values()))
    now = _Known(picture.statements, picture.entries, found, ruled)
    _KNOWN[picture.evidence] = now
    return now


def _changed(picture: Picture, known: _Known) -> dict[str, Judgement]:
    """The judgements of another picture of the line, told from those at hand."""
    found = dict(known.judgements)
    for key in picture.statements.differing(known.statements):
        statement = picture.statements.get(key)
        if isinstance(statement, Judgement):
            found[key] = statement
        else:
            found.pop(key, None)
    return found


def _ruled(picture: Picture, said: Collection[Judgement]) -> list[Ruling]:
    on_pair: dict[Pair, list[Judgement]] = defaultdict(list)
    for judgement in said:
        on_pair[frozenset((judgement.a, judgement.b))].append(judgement)
    found = [
        Ruling(j, _holds(picture, j), j.waits(on_pair[frozenset((j.a, j.b))]))
        for j in said
    ]
    found.sort(key=lambda r: r.judgement.report)
    return sorted(found, key=lambda r: r.judgement.date or "", reverse=True)


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Decisions that cannot all hold.

    Attributes:
        a, b: The pair that was judged the same and stays apart, a < b.
        rulings: Every *same* and *different* that bears on it: on the pair, or between
            the mentions of its two people. Of one that a list forbids: *same* alone.
    """

    a: MentionId
    b: MentionId
    rulings: tuple[Ruling, ...]


def contradictions(
    picture: Picture, known: tuple[Ruling, ...] | None = None
) -> tuple[Contradiction, ...]:
    """Pairs on which decisions in force do not hold, by pair.

    A decision on a mention that has gone contradicts nothing, and neither does one that
    only waits for a second reader.

    Args:
        picture: Any.
        known: Its `rulings`, where they are at hand.
    """
    said = rulings(picture) if known is None else known
    told = (dict(f.values) for f in picture.findings if f.code == _CANNOT_HOLD)
    pairs = {frozenset((MentionId(v["a"]), MentionId(v["b"]))) for v in told}
    pairs |= {r.pair for r in said if not (r.holds or r.waits) and _here(picture, r)}
    ordered = ((min(pair), max(pair), pair) for pair in sorted(pairs, key=sorted))
    return tuple(
        Contradiction(a, b, tuple(_bearing(picture, pair, said)))
        for a, b, pair in ordered
    )


def _bearing(
    picture: Picture, pair: Pair, said: tuple[Ruling, ...]
) -> Iterator[Ruling]:
    people = [entry for m in pair if (entry := person_of(picture, m)) is not None]
    around = {mention for entry in people for mention in entry.members}
    for ruling in said:
        settles = ruling.judgement.judgement is not JudgementKind.UNSURE
        if settles and ruling.pair <= around:
            yield ruling


def _here(picture: Picture, ruling: Ruling) -> bool:
    return all(person_of(picture, m) is not None for m in ruling.pair)


def person_of(picture: Picture, mention: MentionId) -> Entry | None:
    """Whom a mention is held to be; None for one that is not in force."""
    try:
        return picture.entry(mention)
    except KeyError:
        return None


def _holds(picture: Picture, said: Judgement) -> bool:
    one, two = (person_of(picture, mention) for mention in (said.a, said.b))
    if one is None or two is None:
        return False
    if said.judgement is JudgementKind.UNSURE:
        return True
    return (one.id == two.id) == (said.judgement is JudgementKind.SAME)
