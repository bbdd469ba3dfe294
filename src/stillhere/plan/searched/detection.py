"""Would a bedridden person behind this door have been found by now?"""

from collections.abc import Sequence

from stillhere.ledger import Visit
from stillhere.plan.rules import MILLION, PlanRules
from stillhere.plan.visits import Detection
from stillhere.vocabulary import VisitHow, VisitResult

_RATES = ("knock_mean", *(h.value for h in VisitHow if h is not VisitHow.KNOCKED))


class Effort:
    """The chance that visits would have found who cannot come to the door.

    A person has one chance to be noticed for life, drawn from a Beta, so that knocks
    repeated are worth less and less: by the shipped rates one knock gives .60, two .81,
    five .97.
    """

    def __init__(self, rules: PlanRules) -> None:
        rates = {name: rules.number("searched", name) for name in _RATES}
        self._detection = Detection(rules.changed("found", **rates))
        self._asked = 1 - rules.share("searched", "asked")

    def of(self, visits: Sequence[Visit]) -> int:
        """Millionths; 0 for no visits, and for visits without access.

        Somebody who opened said who else is there; somebody who refused did not, and
        counts as a visit of its kind in vain.
        """
        missed, _ = self._detection.missed([_in_vain(visit) for visit in visits])
        for visit in visits:
            if visit.result is VisitResult.PEOPLE_PRESENT:
                missed *= self._asked
        return round((1 - missed) * MILLION)


def _in_vain(visit: Visit) -> Visit:
    if visit.result is VisitResult.NO_ACCESS:
        return visit
    return visit._replace(result=VisitResult.NOBODY_ANSWERED)
