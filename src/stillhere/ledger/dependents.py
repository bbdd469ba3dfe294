"""Who leaves the list of those without word by machine, and who does not.

Someone alone, dependent or asked for leaves it only if a document or phone number agrees,
if two independent sources say so, or if a person judged it. Else: probably arrived, and
still listed. A wrong link would hide exactly those who cannot call for help.

Alone is who lives alone by the register or by what is said of them; and who is the last
one of a household: every other member is accounted for, and no word puts this one in
their company when they left.
"""

from collections.abc import Sequence
from typing import NamedTuple

from stillhere.ledger.concern import concern, old
from stillhere.ledger.entry import Entry
from stillhere.ledger.fold import Base
from stillhere.ledger.parts import Standing
from stillhere.ledger.rules import EVENT_STATUS, GONE, LedgerRules
from stillhere.ledger.ties import Membership
from stillhere.reports import ReportId
from stillhere.vocabulary import Care, Status


class Around(NamedTuple):
    """The household of a person as their entry must know it.

    Attributes:
        household: The group they belong to by the lists, or None.
        fellows: Everybody else of their register household; None where no register
            (or only a code on too many rows) groups them.
        nameless: Erasures that left people of that household accounted for, sorted.
    """

    household: Membership | None = None
    fellows: Sequence[Base] | None = None
    nameless: Sequence[ReportId] = ()


NOBODY_AROUND = Around()


def settle(base: Base, around: Around, year: int, rules: LedgerRules) -> Entry:
    """The final entry of a person, in the light of their household.

    Args:
        base: As their own mentions have it.
        around: Their household.
        year: Of the picture.
        rules: Who is dependent, and the table of concern.
    """
    entry = base.entry
    behind = _alone(base, around)
    dependent = _dependent(entry, year, rules)
    status, probable = entry.status, None
    careful = behind or dependent or entry.asked_for
    if base.claimed and careful and _weak(entry, rules):
        probable = status
        status = Status.PROBABLY_ARRIVED if status in GONE else Status.UNACCOUNTED
    household = around.household
    if household is None and not (behind or dependent or status.listed):
        return entry
    rank, reasons = concern(entry, status, bool(behind), year, rules)
    return entry.settled(
        Standing(
            status=status,
            probable=probable,
            household=household.household if household else None,
            alone=bool(behind),
            dependent=dependent,
            concern=rank,
            reasons=reasons,
            taken=_taken(entry, household, behind),
        )
    )


def _weak(entry: Entry, rules: LedgerRules) -> bool:
    """Whether a machine alone says that there is word of the person."""
    if entry.death is not None or entry.status.listed:
        return False
    return not entry.strong and entry.lists < rules.independent_lists


def _dependent(entry: Entry, year: int, rules: LedgerRules) -> bool:
    needs = any(note.care in rules.dependent_care for note in entry.care)
    return needs or old(entry, year, rules)


def _alone(base: Base, around: Around) -> list[ReportId]:
    """The reports that make a person alone; empty for who is not."""
    said = [n.report for n in base.entry.care if n.care is Care.LIVES_ALONE]
    if said:
        return said
    fellows, own = around.fellows, around.household
    if fellows is None or own is None:
        return []
    if not fellows:
        return [own.report, *around.nameless]
    if not all(fellow.accounted for fellow in fellows):
        return []
    if any(party in fellow.company for fellow in fellows for party in base.company):
        return []
    return [own.report, *around.nameless, *_words(fellows)]


def _words(fellows: Sequence[Base]) -> list[ReportId]:
    """The reports that account for the others."""
    words = [w for f in fellows for w in f.entry.words if w.event in EVENT_STATUS]
    deaths = [f.entry.death.report for f in fellows if f.entry.death is not None]
    return [*(w.report for w in words), *deaths]


def _taken(
    entry: Entry, household: Membership | None, alone: Sequence[ReportId]
) -> tuple[tuple[str, ReportId], ...]:
    taken = [*entry.taken, *(("alone", report) for report in sorted(set(alone)))]
    if household is not None:
        taken.append(("household", household.report))
    return tuple(taken)
