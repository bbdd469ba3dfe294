"""A decision on two mentions as a report, and its withdrawal."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import count

from stillhere.desk.entering.writing import Hand
from stillhere.intake.decisions import NEEDED
from stillhere.ledger import Entry, MentionId, Picture
from stillhere.pipeline.evidence import evidence_of
from stillhere.plan import Ruling, needs_second, rulings, waits_on
from stillhere.reports import Json, Report, ReportId, Stamp, make_report
from stillhere.reports.statements import Judgement, JudgementKind
from stillhere.reports.withdrawing import Signed, withdraw_reports, withdrawals
from stillhere.vocabulary import ReportKind

TAKEN_BACK = "decision taken back"
CHANGED = "decided anew"
"""Why a decision is withdrawn: words of the report, the same in every language."""

SERVES = "for"
"""Field of a withdrawal that says which newer decision of the same person it serves."""

Pair = tuple[MentionId, MentionId]


@dataclass(frozen=True, slots=True)
class Saying:
    """What is decided on a pair.

    Attributes:
        judgement: The decision.
        why: In words of who decides.
        joined: Further people whom decisions made with this one join to the two.
    """

    judgement: JudgementKind
    why: str = ""
    joined: tuple[Entry, ...] = ()


def decided(
    picture: Picture, pair: Pair, said: Saying, hand: Hand, at: str
) -> list[Report]:
    """The reports of a decision.

    Somebody's own earlier decision on the same pair is withdrawn by the newer one; those
    of others stand. A *same* on which much hangs says in its report that it takes a
    second reader, and counts once another person has said so too.

    Args:
        picture: The newest.
        pair: The two mentions.
        said: What is decided.
        hand: Who decides.
        at: ISO time; with it, deciding again after an undo is another report.

    Returns:
        The judgement first; none where the same person said the same before.
    """
    judgement = said.judgement
    own = [r for r in on_pair(picture, pair) if r.source == hand.author]
    if any(r.judgement is judgement for r in own):
        return []
    fields: dict[str, Json] = {"judgement": judgement.value, "at": at, "why": said.why}
    if judgement is JudgementKind.SAME and takes_two(picture, pair, said.joined):
        fields["second"] = NEEDED
    report = next(r for r in _alike(pair, fields, hand) if _new(r, hand))
    if not own:
        return [report]
    signed = Signed(hand.key, by=hand.author, at=at, why=CHANGED)
    earlier = [r.report for r in own]
    return [report, withdraw_reports(earlier, signed, {SERVES: report.id})]


def takes_two(picture: Picture, pair: Pair, joined: Iterable[Entry] = ()) -> bool:
    """Whether *same* on this pair counts only once two people have said so."""
    people = [*(picture.entry(mention) for mention in pair), *joined]
    return needs_second(people) or waits_on(picture, pair)


def taken_back(picture: Picture, report: ReportId, hand: Hand, at: str) -> list[Report]:
    """The withdrawal of a judgement; what it had withdrawn counts again.

    None where it is not in force. Ask while the evidence is held still.
    """
    return all_taken_back(picture, [report], hand, at)


def all_taken_back(
    picture: Picture, judgements: Iterable[ReportId], hand: Hand, at: str
) -> list[Report]:
    """The one withdrawal of several decisions, as `taken_back` of one."""
    book = evidence_of(picture).bench.book
    going = {report for report in judgements if book.in_force(report)}
    if not going:
        return []
    serving = {w.id for w in withdrawals(book) if w.fields.get(SERVES) in going}
    signed = Signed(hand.key, by=hand.author, at=at, why=TAKEN_BACK)
    return [withdraw_reports(going | serving, signed)]


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
