"""What worlds of known truth teach: how often who is heard of like this has left.

The only reader of a truth beside the judge; its result is frozen into rules by an
explicit act and holds for worlds never seen.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from stillhere.exercise.calibration import Bins
from stillhere.exercise.truth import Row, Truth
from stillhere.identity.arrived import KINDS, UNSTATED, Arrivals, Heard, section
from stillhere.identity.growing import Array
from stillhere.identity.monotone import learnt
from stillhere.identity.world import World
from stillhere.reports import ReportId

EDGES = (0, *range(50_000, 950_000, 50_000), 950_000, 980_000, 990_000, 999_000)
"""Classes of evidence cases are counted in, millionths."""

LEAST = 30
"""Cases a class needs to stand alone."""


@dataclass(frozen=True, slots=True, eq=False)
class Cases:
    """Register people of one world: what is heard of them, and what is true.

    Attributes:
        heard: As identity sees them.
        gone: Whether they have left, in the same order.
        chance: What the rules say of it, millionths.
    """

    heard: Heard
    gone: Array
    chance: Array

    @property
    def bins(self) -> Bins:
        """Calibration of what the rules say."""
        return Bins.of(self.chance, self.gone)


def arrived_cases(
    truth: Truth, arrivals: Arrivals, world: World, origin: Mapping[ReportId, Row]
) -> Cases:
    """The register people of a world folder; rows of nobody known are left out.

    Args:
        truth: Of the folder.
        arrivals: Of the index of its mentions.
        world: The columns of that index.
        origin: File inside `lists/` and row of each mention.
    """
    heard = arrivals.heard(truth.hour_0.year)
    _, chance = arrivals.chances(truth.hour_0.year)
    rows = [origin.get(world.id_of(slot)) for slot in heard.slot.tolist()]
    persons = [truth.mentions.get(row) if row else None for row in rows]
    known = np.array([person is not None for person in persons], np.bool_)
    gone = [truth.persons[p].state == "gone" for p in persons if p is not None]
    kept = Heard(
        heard.slot[known], heard.evidence[known], heard.kind[known], heard.old[known]
    )
    return Cases(kept, np.array(gone, np.bool_), chance[known])


def tables_of(worlds: Iterable[Cases]) -> dict[str, dict[str, int]]:
    """The tables of the chance to have left, by section of the rules.

    The one for people of no stated household is learnt from everybody.
    """
    return dict(_tables(list(worlds)))


def _tables(worlds: list[Cases]) -> Iterator[tuple[str, dict[str, int]]]:
    evidence = np.concatenate([cases.heard.evidence for cases in worlds])
    gone = np.concatenate([cases.gone for cases in worlds])
    for kind in range(len(KINDS)):
        for old in (False, True):
            parts = [_mask(cases.heard, kind, old=old) for cases in worlds]
            these = np.concatenate(parts)
            table = learnt(evidence[these], gone[these], EDGES, LEAST)
            yield section(kind, old=old), table


def _mask(heard: Heard, kind: int, *, old: bool) -> Array:
    of_all: Array = heard.old == old
    return of_all if kind == UNSTATED else heard.of_kind(kind, old=old)
