"""w: how much one person counts in the order of stops. Public, set by a person."""

from stillhere.ledger import Entry
from stillhere.plan.rules import PlanRules
from stillhere.vocabulary import Care

_BY_CARE = {
    Care.STRETCHER: "bedridden",
    Care.CHILD_ALONE: "child_alone",
    Care.POWER: "power",
    Care.MEDICINE: "medicine",
}


def weight_of(entry: Entry, rules: PlanRules) -> int:
    """The largest weight that applies, in hundredths.

    Nothing else of a person is looked at: no origin, no language, nobody who asks.
    """
    best = rules.number("weight", "default")
    if not entry.care and not entry.alone:
        return best
    names = [_BY_CARE[n.care] for n in entry.care if n.care in _BY_CARE]
    if entry.alone:
        names.append("alone")
    return max([best, *(rules.number("weight", name) for name in names)])
