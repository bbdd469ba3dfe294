"""Draw how lists fail together."""

import numpy as np

from stillhere.exercise.full.assumed import assumed
from stillhere.exercise.streams import Stream, generator
from stillhere.exercise.together import Together
from stillhere.exercise.world import World


def draw_together(world: World) -> Together:
    """A few whole villages missing from the register; sources tied for most households."""
    rng = generator(world.seed, world.plan.name, Stream.TOGETHER)
    places = world.buildings.places
    villages = [n for n, place in enumerate(places) if place.kind == "village"]
    many = max(1, round(assumed("together", "villages") * len(villages)))
    missing = rng.choice(villages, many, replace=False).tolist()
    households = len(world.phones)
    tied = rng.random(households) < assumed("together", "tied")
    luck = rng.random(households)
    return Together(frozenset(missing), np.asarray(tied, dtype=np.bool_), luck)
