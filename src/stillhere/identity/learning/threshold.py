"""The automatic threshold, chosen without labels: how sure must both sides be?

Links are right as often as their probabilities say. So the threshold is the lowest from
which on the accepted rows are, on average, as probable as the precision that is wanted.
"""

from dataclasses import dataclass

import numpy as np

from stillhere.identity.growing import Array
from stillhere.identity.learning.nearest import registered
from stillhere.identity.learning.training import enough
from stillhere.identity.pairs import Entries
from stillhere.identity.world import World

LOWEST, HIGHEST, STEP = 500_000, 950_000, 10_000
"""Below a half another person is as likely; above .95 next to nothing more is right."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A threshold and what is expected of it.

    Attributes:
        threshold: Millionths both sides of a link must reach.
        rows: Rows linked with a register from there on.
        sure: Mean probability of these links, millionths; None of none.
        of: Rows that have a candidate in a register.
    """

    threshold: int
    rows: int
    sure: int | None
    of: int


def choose(world: World, target: int) -> Choice:
    """The lowest threshold whose links are, on average, at least so probable.

    Args:
        world: Columns of an index by the rules to be frozen.
        target: Millionths.

    Returns:
        The highest threshold where none is sure enough.

    Raises:
        StillHereError: ``identity/too-few-rows-to-learn-from``: so few rows have a
            candidate in a register that their mean says nothing.
    """
    chance, least = _mutual(world)
    enough(len(chance))
    steps = range(LOWEST, HIGHEST + STEP, STEP)
    choices = [_at(chance, least, step) for step in steps]
    return next((c for c in choices if (c.sure or 0) >= target), choices[-1])


def expected(world: World) -> Choice:
    """What is expected of the threshold in the rules of an index."""
    return _at(*_mutual(world), world.rules["shape"]["threshold"])


def _at(chance: Array, least: Array, threshold: int) -> Choice:
    linked = chance[least >= threshold]
    sure = int(linked.sum()) // len(linked) if len(linked) else None
    return Choice(threshold, len(linked), sure, len(chance))


def _mutual(world: World) -> tuple[Array, Array]:
    """Of best pairs with a register: the probability, and the smaller of both sides.

    The smaller is 0 where the row is not the best of its kind for the register person.
    """
    parts = [
        (chance, _least(world, pair, chance)) for pair, chance in registered(world)
    ]
    chance, least = (np.concatenate(column) for column in zip(*parts, strict=True))
    return chance, least


def _least(world: World, pairs: Entries, chance: Array) -> Array:
    turned = Entries(pairs.other, pairs.owner, pairs.w0, pairs.w1, pairs.flags)
    back = world.chances(turned) if len(pairs) else chance
    least: Array = np.minimum(chance, back)
    return least
