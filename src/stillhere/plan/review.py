"""Queues of pairs a person should look at: first whose decision changes where one stands.

Pure in the picture and the rules. What was computed for one picture is kept for the next
one of its line, so that a report costs what it touches; ask under the lock that updates
take, for the queue reads the newest index.
"""

from collections.abc import Iterator
from weakref import WeakKeyDictionary

import numpy as np

from stillhere.identity import Doubts, Likely
from stillhere.ledger import Evidence, MentionId, Picture
from stillhere.plan.appraisal import Appraised, Appraiser
from stillhere.plan.doubt import Doubt, Why
from stillhere.plan.followed import Followed
from stillhere.plan.rules import PlanRules

_QUEUES: "WeakKeyDictionary[Evidence, Queue]" = WeakKeyDictionary()
"""A cache: what it forgets is computed anew."""


def doubtful(
    picture: Picture,
    limit: int,
    after: int | None = None,
    rules: PlanRules | None = None,
) -> tuple[Doubt, ...]:
    """Pairs of mentions a person should look at, best first.

    Two people who may be one, and links that are held narrowly; of all pairs between two
    people only the likeliest. A pair somebody has judged is not among them, unsure or
    not, nor any other pair between its two people.

    Order: whether a decision would put somebody on the list without word or take them
    off; concern; nearness to the threshold of a link; ids.

    Args:
        picture: The newest one of its line.
        limit: At most so many.
        after: Leave out the first so many.
        rules: From which probability, section ``doubt``; the shipped ones where None.
    """
    queue = _queue(picture, rules or PlanRules.shipped())
    return queue.page(picture, queue.DOUBTFUL, after or 0, limit)


def unconfirmed(
    picture: Picture,
    limit: int,
    after: int | None = None,
    rules: PlanRules | None = None,
) -> tuple[Doubt, ...]:
    """Sure links that may not take somebody off the list until a person says so.

    Somebody alone, dependent or asked for stays on the list where one list alone has
    word of them. One look at such a link settles it.

    Args:
        picture: The newest one of its line.
        limit: At most so many.
        after: Leave out the first so many.
        rules: As in `doubtful`.

    Returns:
        Doubts by concern, then the likeliest, then ids; judged ones are not among them.
    """
    queue = _queue(picture, rules or PlanRules.shipped())
    return queue.page(picture, queue.UNCONFIRMED, after or 0, limit)


def doubts_left(picture: Picture, rules: PlanRules | None = None) -> tuple[int, int]:
    """How many pairs are `doubtful`, and how many `unconfirmed`."""
    return _queue(picture, rules or PlanRules.shipped()).lengths(picture)


def doubts_of(
    picture: Picture,
    mention: MentionId,
    limit: int = 10,
    rules: PlanRules | None = None,
) -> tuple[Doubt, ...]:
    """Who else a person may be, likeliest first, each other person once.

    Args:
        picture: The newest one of its line.
        mention: The referent or any mention of the person.
        limit: At most so many.
        rules: As in `doubtful`.

    Raises:
        KeyError: No such mention is in force.
    """
    queue = _queue(picture, rules or PlanRules.shipped())
    return queue.around(picture, mention, limit)


def _queue(picture: Picture, rules: PlanRules) -> "Queue":
    evidence = picture.evidence
    known = _QUEUES.get(evidence)
    doubts = evidence.doubts()
    if known is None or known.doubts is not doubts or known.rules is not rules:
        known = _QUEUES[evidence] = Queue(doubts, rules)
    return known


class Queue:
    """The pairs of one index, ranked again when the picture or a weight has changed."""

    DOUBTFUL, UNCONFIRMED = 0, 1

    def __init__(self, doubts: Doubts, rules: PlanRules) -> None:
        self.doubts = doubts
        self.rules = rules
        self._sure = rules.number("doubt", "to")
        self._appraiser = Appraiser(doubts, self._sure)
        self._seen: tuple[object, object] = (None, None)
        self._found: Appraised | None = None
        self._followed = Followed(doubts)
        self._ranked: tuple[Appraised, Appraised]

    def page(
        self, picture: Picture, which: int, start: int, limit: int
    ) -> tuple[Doubt, ...]:
        """Doubts of one of the two queues, behind the first `start`."""
        self._rank(picture)
        chosen = self._ranked[which].take(slice(start, start + limit))
        return tuple(self._told(chosen, start))

    def lengths(self, picture: Picture) -> tuple[int, int]:
        """How many there are in each."""
        self._rank(picture)
        doubtful, unconfirmed = self._ranked
        return len(doubtful.pairs), len(unconfirmed.pairs)

    def around(
        self, picture: Picture, mention: MentionId, limit: int
    ) -> tuple[Doubt, ...]:
        """The doubts about one person that would join them with another."""
        self._follow(picture)
        low = self.rules.number("doubt", "person_from")
        found = self._appraiser.apart(self.doubts.around(mention, low))
        pairs = found.pairs
        ids = self.doubts.order(pairs.a, pairs.b)
        order = np.lexsort((*ids, -pairs.weight, -pairs.chance))
        return tuple(self._told(found.take(order[:limit]), 0))

    def _rank(self, picture: Picture) -> None:
        likely = self.doubts.likely(self.rules.number("doubt", "from"))
        seen = (likely, picture.entries)
        if all(one is two for one, two in zip(seen, self._seen, strict=True)):
            return
        self._follow(picture)
        found = self._found = self._appraised(picture, likely)
        weak = found.held & (found.pairs.chance >= self._sure)
        pairs, flips = found.pairs, found.flips_a | found.flips_b
        far = np.abs(pairs.chance - self.doubts.threshold)
        ids = self.doubts.order(pairs.a, pairs.b)
        nearest = np.lexsort((*ids, far, -found.concern, ~flips))
        likeliest = np.lexsort((*ids, -pairs.chance, -found.concern))
        self._ranked = (
            found.take(nearest[~weak[nearest]]),
            found.take(likeliest[weak[likeliest]]),
        )
        self._seen = seen

    def _follow(self, picture: Picture) -> None:
        self._appraiser.standings.follow(picture)
        self._appraiser.judged = self.doubts.judged()

    def _appraised(self, picture: Picture, likely: Likely) -> Appraised:
        """What is in doubt: what touches somebody who changed, looked at anew."""
        moved = self._followed.step(picture, likely, self._appraiser.judged)
        if self._found is None:
            return self._appraiser.appraise(likely)
        before = self._found.pairs
        kept = self._found.take(np.flatnonzero(~moved.touches(before)))
        return kept.joined(self._appraiser.appraise(likely.take(moved.touches(likely))))

    def _told(self, found: Appraised, start: int) -> Iterator[Doubt]:
        """Columns as doubts; `start` stand before them."""
        pairs, name = found.pairs, self.doubts.mention
        heads = (self.doubts.heads(side).tolist() for side in (pairs.a, pairs.b))
        rows = zip(pairs.a.tolist(), pairs.b.tolist(), *heads, strict=True)
        least = self.doubts.threshold
        disputed = (self.doubts.alone(pairs) >= least) & (pairs.chance < least)
        for row, (a, b, one, two) in enumerate(rows):
            people = (name(one), name(two))
            flipped = zip(people, (found.flips_a[row], found.flips_b[row]), strict=True)
            yield Doubt(
                a=name(a),
                b=name(b),
                people=people,
                probability=int(pairs.chance[row]),
                weight=int(pairs.weight[row]),
                effect=found.effect(row),
                flips=tuple(sorted({person for person, flips in flipped if flips})),
                concern=int(found.concern[row]),
                why=self._why(found, row, disputed=bool(disputed[row])),
                place=start + row + 1,
            )

    def _why(self, found: Appraised, row: int, *, disputed: bool) -> Why:
        if found.held[row]:
            return Why.NARROW if found.pairs.chance[row] < self._sure else Why.WEAK
        if found.rival[row]:
            return Why.RIVAL
        return Why.ANOTHER if disputed else Why.UNSURE
