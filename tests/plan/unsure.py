"""Rows that may be somebody and may not, whatever the weights of the day are.

Weights are learned and change; a test of what follows from a doubt needs a doubt. So the
row is chosen from a ladder of ever vaguer ones: the first that is not linked, and likely
enough to be asked about.
"""

from collections.abc import Callable, Sequence
from itertools import product

from stillhere.pipeline import build
from stillhere.reports import Report
from tests.pipeline.lists import AS_OF, RULES

LEAST, MOST = 80_000, 550_000
"""Millionths between which a pair is in doubt: from .05 on, a link from .6."""


def unsure(
    profiles: Sequence[Report],
    known: Report,
    write: Callable[[str, str], Report],
    names: Sequence[str],
    births: Sequence[str],
) -> Report:
    """The first row that leaves it open whether it is the person of another.

    Args:
        profiles: Of the lists.
        known: A row about the person.
        write: Makes a row of a name and a birth.
        names: Ways of writing the person's name, the fullest first.
        births: What may be said of their birth, the most telling first.
    """
    for name, birth in product(names, births):
        row = write(name, birth)
        told = build([*profiles, known, row], RULES, AS_OF).evidence
        if LEAST <= told.explain(known.id, row.id).probability <= MOST:
            return row
    raise LookupError(known.id)
