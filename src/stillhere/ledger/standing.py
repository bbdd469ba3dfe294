"""Which word decides where a person stands, and which words do not fit together.

Out of the region: an arrival counts before a departure, whatever the dates. Otherwise
the later day counts; on one day, or where no day is stated, the precedence of the rules.
Whoever was here and left later, or came back, is no conflict; who left and was found here
later is one, and so is every order that cannot be told for want of a date.
"""

from collections.abc import Iterator, Sequence

from stillhere.ledger.parts import Conflict, Death, Side, Word
from stillhere.ledger.rules import CLAIMS, EVENT_STATUS, GONE, HERE, LedgerRules
from stillhere.vocabulary import PersonEvent, Status

_QUIET = CLAIMS - {PersonEvent.SEEN}
_DAY = 10
"""Length of an ISO date; what follows is a time of day, not always stated."""


def day(word: Word | Death) -> str:
    """The ISO date of a word; empty where none is stated (before every other)."""
    return (word.date or "")[:_DAY]


def deciding(words: Sequence[Word], rules: LedgerRules) -> Word | None:
    """The word behind the status, or None where nobody says where the person is."""
    settled = [w for w in words if w.event in EVENT_STATUS]
    if len(settled) <= 1:
        return settled[0] if settled else None
    if any(w.event is PersonEvent.ARRIVED for w in settled):
        settled = [w for w in settled if EVENT_STATUS[w.event] is not Status.LEFT]
    rank = rules.precedence.index
    return max(settled, key=lambda w: (day(w), rank(EVENT_STATUS[w.event]), w.report))


def supporting(words: Sequence[Word], word: Word) -> list[Word]:
    """Words that say the same as the deciding one: gone, or met here and alive."""
    status = EVENT_STATUS[word.event]
    sides = (GONE, HERE, frozenset({status}))
    meant = next(side for side in sides if status in side)
    return [w for w in words if EVENT_STATUS.get(w.event) in meant]


def side(word: Word) -> Side:
    """A word as one side of a conflict."""
    return Side(word.event.value, word.date, word.source, word.report)


def conflicts_of_words(
    words: Sequence[Word], death: Death | None, word: Word | None
) -> Iterator[Conflict]:
    """Conflicts between words, the preferred side first.

    Args:
        words: By date and report.
        death: If established.
        word: The deciding one.
    """
    if death is None and _plain(words):
        return
    gone = [w for w in words if EVENT_STATUS.get(w.event) in GONE]
    if gone:
        yield from _around_leaving(words, gone, word)
    dead = [w for w in words if w.event is PersonEvent.DEAD]
    if dead and death is None:
        others = [w for w in words if w.event is not PersonEvent.DEAD]
        first = [word] if word else others[-1:]
        yield Conflict("reported_dead", tuple(side(w) for w in [*first, *dead]))
    if death is not None:
        after = [w for w in words if EVENT_STATUS.get(w.event) and day(w) > day(death)]
        if after and death.date:
            said = Side("dead", death.date, death.source, death.report)
            yield Conflict("after_death", (said, *(side(w) for w in after)))


def _plain(words: Sequence[Word]) -> bool:
    """Whether at most one word is more than a claim: then nothing can disagree."""
    more = 0
    for word in words:
        if word.event not in _QUIET:
            more += 1
    return more <= 1 and all(word.event is not PersonEvent.DEAD for word in words)


def _around_leaving(
    words: Sequence[Word], gone: Sequence[Word], word: Word | None
) -> Iterator[Conflict]:
    arrived = [w for w in gone if w.event is PersonEvent.ARRIVED]
    left = [w for w in gone if w.event is not PersonEvent.ARRIVED]
    if arrived and left:
        first = min(arrived, key=day)
        late = [w for w in left if day(first) and day(w) > day(first)]
        if late:
            yield Conflict("order", (side(first), *(side(w) for w in late)))
    last = max(gone, key=day)
    back = [w for w in words if w.event is PersonEvent.RETURNED]
    here = [
        w
        for w in words
        if EVENT_STATUS.get(w.event) in HERE
        and (not day(w) or not day(last) or day(w) > day(last))
        and not any(day(b) <= day(w) for b in back)
    ]
    if here:
        both = sorted([last, *here], key=lambda w: w is not word)
        yield Conflict("status", tuple(side(w) for w in both))
    seen = [w for w in words if w.event is PersonEvent.SEEN and day(w) > day(last)]
    if seen and day(last) and not back:
        yield Conflict("seen_after_leaving", tuple(side(w) for w in [last, *seen]))
