"""Which decision holds on a pair when people decided more than once.

Different beats same; among sames the later source_date, then the id. `unsure` takes
nothing back and decides nothing.
"""

from collections.abc import Iterable

from stillhere.identity.clusters import MentionId
from stillhere.reports.statements import Judgement, JudgementKind

Pair = tuple[MentionId, MentionId]


class Judged:
    """Judgements by pair; the outcome does not depend on their order."""

    def __init__(self) -> None:
        self.by_pair: dict[Pair, dict[str, Judgement]] = {}
        self.pairs_of: dict[MentionId, set[Pair]] = {}

    def add(self, judgements: Iterable[Judgement]) -> set[Pair]:
        """Add judgements; the pairs they concern."""
        touched = set()
        for judgement in judgements:
            pair = pair_of(judgement)
            if pair[0] == pair[1]:
                continue
            self.by_pair.setdefault(pair, {})[judgement.report] = judgement
            for mention in pair:
                self.pairs_of.setdefault(mention, set()).add(pair)
            touched.add(pair)
        return touched

    def remove(self, judgements: Iterable[Judgement]) -> set[Pair]:
        """Take judgements back; the pairs they concerned."""
        touched = set()
        for judgement in judgements:
            pair = pair_of(judgement)
            held = self.by_pair.get(pair, {})
            if held.pop(judgement.report, None) is None:
                continue
            touched.add(pair)
            if not held:
                del self.by_pair[pair]
                for mention in pair:
                    self.pairs_of[mention].discard(pair)
        return touched

    def outcome(self, pair: Pair) -> Judgement | None:
        """The judgement that holds on a pair; None for undecided or unsure."""
        held = self.by_pair.get(pair, {}).values()
        for kind in (JudgementKind.DIFFERENT, JudgementKind.SAME):
            deciding = [j for j in held if j.judgement is kind]
            if deciding:
                return max(deciding, key=lambda j: (j.date or "", j.report))
        return None


def pair_of(judgement: Judgement) -> Pair:
    """The two mentions, smaller id first."""
    a, b = sorted((judgement.a, judgement.b))
    return a, b
