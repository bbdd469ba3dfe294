"""A decision on two mentions as a report, and its withdrawal."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from itertools import count

from stillhere.desk.entering.writing import Hand
from stillhere.intake.decisions import NEEDED
from stillhere.ledger import MentionId, Picture
from stillhere.pipeline.evidence import evidence_of
from stillhere.plan import Ruling, needs_second, rulings, waits_on
from stillhere.reports import Json, Report, ReportId, Stamp, make_report
from stillhere.reports.statements import Judgement, JudgementKind
from stillhere.reports.withdrawing import Signed, withdraw_reports, withdrawals
from stillhere.vocabulary import ReportKind

TAKEN_BACK = "decision taken back"
CHANGED = "decided anew"
"""Why a decision is withdrawn: words of the report, the same in every language."""

_FOR = "for"
"""Field of a withdrawal that says which newer decision of the same person it serves."""

Pair = tuple[MentionId, MentionId]


def decided(
    picture: Picture, pair: Pair, judgement: JudgementKind, hand: Hand, at: str
) -> list[Report]:
    """The reports of a decision.

    Somebody's own earlier decision on the same pair is withdrawn by the newer one; those
    of others stand. A *same* on which much hangs says in its report that it takes a
    second reader, and counts once another person has said so too.

    Args:
        picture: The newest.
        pair: The two mentions.
        judgement: What is decided.
        hand: Who decides.
        at: ISO time; with it, deciding again after an undo is another report.

    Returns:
        The judgement first; none where the same person said the same before.
    """
    own = [r for r in on_pair(picture, pair) if r.source == hand.author]
    if any(r.judgement is judgement for r in own):
        return []
    fields: dict[str, Json] = {"judgement": judgement.value, "at": at}
    if judgement is JudgementKind.SAME and takes_two(picture, pair):
        fields["second"] = NEEDED
    report = next(r for r in _alike(pair, fields, hand) if _new(r, hand))
    if not own:
        return [report]
    signed = Signed(hand.key, by=hand.author, at=at, why=CHANGED)
    earlier = [r.report for r in own]
    return [report, withdraw_reports(earlier, signed, {_FOR: report.id})]


def takes_two(picture: Picture, pair: Pair) -> bool:
    """Whether *same* on this pair counts only once two people have said so."""
    people = [picture.entry(mention) for mention in pair]
    return needs_second(people) or waits_on(picture, pair)


def taken_back(picture: Picture, report: ReportId, hand: Hand, at: str) -> list[Report]:
    """The withdrawal of a judgement; what it had withdrawn counts again.

    None where it is not in force. Ask while the evidence is held still.
    """
    book = evidence_of(picture).bench.book
    if not book.in_force(report):
        return []
    serving = [w.id for w in withdrawals(book) if w.fields.get(_FOR) == report]
    signed = Signed(hand.key, by=hand.author, at=at, why=TAKEN_BACK)
    return [withdraw_reports([report, *serving], signed)]


def on_pair(picture: Picture, pair: Pair) -> list[Judgement]:
    """Judgements in force on exactly this pair."""
    both = frozenset(pair)
    return [r.judgement for r in rulings(picture) if r.pair == both]


def among(said: Iterable[Ruling], mentions: AbstractSet[MentionId]) -> list[Ruling]:
    """Of these judgements, those between any of these mentions."""
    return [r for r in said if r.pair <= mentions]


def in_force(picture: Picture, mention: MentionId) -> bool:
    """Whether a mention belongs to anybody in the picture."""
    return mention in picture.entries or mention in picture.referents


def _new(report: Report, hand: Hand) -> bool:
    return not hand.taken_back(report.id)


def _alike(pair: Pair, said: Mapping[str, Json], hand: Hand) -> Iterator[Report]:
    a, b = sorted(pair)
    fields: dict[str, Json] = {**said, "a": a, "b": b}
    stamp = Stamp(author=hand.author, source_date=hand.today)
    for ordinal in count():
        yield make_report(
            hand.key,
            ReportKind.JUDGEMENT,
            hand.author,
            fields,
            ordinal=ordinal,
            stamp=stamp,
        )
