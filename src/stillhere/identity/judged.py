"""Which decision holds on a pair when people decided more than once.

Different beats same; among sames the later source_date, then the id. `unsure` takes
nothing back and decides nothing. One that needs a second reader decides nothing until
another person says the same of the pair.
"""

from collections.abc import Iterable

from stillhere.identity.clusters import MentionId
from stillhere.reports.statements import Judgement, JudgementKind

Pair = tuple[MentionId, MentionId]


class Judged:
    """Judgements by pair; the outcome does not depend on their order.

    Attributes:
        by_pair: Judgements in force, by report.
        pairs_of: Pairs by mention.
        contested: Pairs somebody judged the same and somebody different.
    """

    def __init__(self) -> None:
        self.by_pair: dict[Pair, dict[str, Judgement]] = {}
        self.pairs_of: dict[MentionId, set[Pair]] = {}
        self.contested: set[Pair] = set()

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
        self._contest(touched)
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
        self._contest(touched)
        return touched

    def _contest(self, pairs: Iterable[Pair]) -> None:
        for pair in pairs:
            kinds = {j.judgement for j in self.by_pair.get(pair, {}).values()}
            if kinds >= {JudgementKind.SAME, JudgementKind.DIFFERENT}:
                self.contested.add(pair)
            else:
                self.contested.discard(pair)

    def outcome(self, pair: Pair) -> Judgement | None:
        """The judgement that holds on a pair; None for undecided or unsure."""
        found = self.by_pair.get(pair, {}).values()
        held = [j for j in found if not j.waits(found)]
        for kind in (JudgementKind.DIFFERENT, JudgementKind.SAME):
            deciding = [j for j in held if j.judgement is kind]
            if deciding:
                return max(deciding, key=lambda j: (j.date or "", j.report))
        return None


def pair_of(judgement: Judgement) -> Pair:
    """The two mentions, smaller id first."""
    a, b = sorted((judgement.a, judgement.b))
    return a, b
