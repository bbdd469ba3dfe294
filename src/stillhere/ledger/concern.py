"""How much concern a person without word gives: a sum of public integers, with reasons.

Never by origin, language or name. Days since something are not in it: readers see dates,
and equal ranks are ordered by the date of the last word.
"""

from collections.abc import Iterator

from stillhere.ledger.entry import Entry
from stillhere.ledger.rules import LedgerRules
from stillhere.vocabulary import Care, PersonEvent, Status

_BY_CARE = {
    Care.CHILD_ALONE: "child_alone",
    Care.STRETCHER: "bedridden",
    Care.POWER: "power",
    Care.MEDICINE: "medicine",
    Care.MEDICAL: "medical",
    Care.DISABLED: "disabled",
    Care.WHEELCHAIR: "disabled",
}


def old(entry: Entry, year: int, rules: LedgerRules) -> bool:
    """Whether the stated birth allows the age from which a person is dependent."""
    return entry.birth is not None and year - entry.birth.first >= rules.old_age


def concern(
    entry: Entry,
    status: Status,
    alone: bool,  # noqa: FBT001 (not yet in the entry)
    year: int,
    rules: LedgerRules,
) -> tuple[int, tuple[str, ...]]:
    """Rank and reason codes for the list without word.

    Returns:
        0 and no reasons for who is not listed; reasons in the order of the table.
    """
    if not status.listed:
        return 0, ()
    holding = set(_reasons(entry, status, alone, year, rules))
    table = [(code, weight) for code, weight in rules.concern if code in holding]
    return sum(weight for _, weight in table), tuple(code for code, _ in table)


def _reasons(
    entry: Entry,
    status: Status,
    alone: bool,  # noqa: FBT001 (as above)
    year: int,
    rules: LedgerRules,
) -> Iterator[str]:
    for note in entry.care:
        if note.care in _BY_CARE:
            yield _BY_CARE[note.care]
    if alone:
        yield "alone"
    if old(entry, year, rules):
        yield "old_age"
    if any(word.event is PersonEvent.SEEN for word in entry.words):
        yield "seen_there"
    if status is Status.UNACCOUNTED and entry.last_word is None:
        yield "no_word_at_all"
    if entry.asked_for:
        yield "asked_for"
    if entry.home is None or not entry.home.dwelling:
        yield "no_address"
