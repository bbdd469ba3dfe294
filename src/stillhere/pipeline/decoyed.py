"""The lists of a picture linked once more, with decoys among the people of a register."""

from dataclasses import dataclass

import numpy as np

from stillhere.identity import IdentityRules, Index
from stillhere.identity.growing import within
from stillhere.identity.learning.decoys import decoys
from stillhere.identity.links import is_anchor
from stillhere.ledger import Picture
from stillhere.pipeline.evidence import evidence_of

MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class DecoyMarks:
    """What became of decoys.

    Attributes:
        decoys: Invented people, as many as stand in registers.
        rows: Rows of other lists linked with a register person who is real.
        caught: Rows linked with a decoy: wrongly.
    """

    decoys: int
    rows: int
    caught: int

    @property
    def precision(self) -> int | None:
        """Share of the links with real people held to be right, millionths.

        Among real people as many rows are caught by chance as among decoys. None where
        no row is linked with a real one.
        """
        if not self.rows:
            return None
        return max(0, MILLION - MILLION * self.caught // self.rows)


def decoy_marks(picture: Picture, rules: IdentityRules) -> DecoyMarks:
    """Link the lists of a picture with decoys in its registers.

    Args:
        picture: Made by `build` or `update`.
        rules: By which to link.
    """
    bench = evidence_of(picture).bench
    traits = bench.sources.traits
    said = [mention.said for mention in bench.people.mentions.values()]
    invented = decoys(
        [m for m in said if m.source in traits and traits[m.source].register]
    )
    judgements = bench.decisions.judgements.values()
    both = [*said, *invented]
    index = Index.build(both, traits, judgements, rules, bench.places)
    return _counted(index, {m.report for m in invented})


def _counted(index: Index, invented: set[str]) -> DecoyMarks:
    world = index.world
    alive = np.flatnonzero(world.alive.view)
    anchor = is_anchor(world.features, alive)
    heads = world.cluster.view[alive]
    false = np.array(
        [world.id_of(slot) in invented for slot in alive.tolist()], np.bool_
    )
    caught = within(heads[~anchor], np.sort(heads[false]))
    real = within(heads[~anchor], np.sort(heads[anchor & ~false]))
    return DecoyMarks(len(invented), int((real & ~caught).sum()), int(caught.sum()))
