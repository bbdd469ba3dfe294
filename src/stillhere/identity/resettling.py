"""Last stages of an update: passes, anchors, accepted edges and clusters of what changed.

A choice of the best is made again only among the candidates of one kind of a mention
where one of them came, went or weighs otherwise; a cluster is derived again only where
an edge did.
"""

import numpy as np

from stillhere.identity import settling, trees
from stillhere.identity.clusters import MentionId
from stillhere.identity.growing import Array, distinct, within
from stillhere.identity.links import probabilities
from stillhere.identity.pairs import ACCEPTED, PASSES, TREE, Entries
from stillhere.identity.runs import runs_of
from stillhere.identity.touching import Touching, changed, ordered
from stillhere.identity.world import World


class Resettling:
    """One update after its pairs are weighed."""

    def __init__(
        self, world: World, near: Array, before: Touching, after: Touching
    ) -> None:
        self.world = world
        self.before = before
        self.after = after
        self.moved = changed(before.back, after.back)
        runs, where = runs_of(world.pairs, world.features, self.moved)
        self.owner = np.concatenate((after.own.owner, runs.owner))
        self.where = np.concatenate((world.pairs.positions(near), where))
        self.context = runs.take(~within(runs.packed(), self.moved))
        self.touched = len(near) + len(distinct(self.moved >> 32))

    def settle(self, old: Array, new: Array) -> tuple[list[MentionId], Array]:
        """Derive everything behind the weights again.

        Args:
            old: Slots that went.
            new: Slots that came or were judged.

        Returns:
            Ids of the clusters met before, and head slots of those to look at now.
        """
        world = self.world
        lost = self._lost()
        entries = world.pairs.at(self.where, self.owner)
        moved = self._mutual(settling.settle_passes(world, entries, self.where))
        unsure = lost.take(lost.flags & PASSES > 0)
        unsure = unsure.take(within(unsure.mirrored(), unsure.packed()))
        doubted = self._alive(moved.owner, moved.other, unsure.owner, unsure.other, new)
        doubted = np.union1d(doubted, settling.settle_anchors(world, doubted))
        switched = settling.settle_accepted(world, doubted)
        cut = lost.take(lost.flags & ACCEPTED > 0)
        shifted, retold = self._shifted()
        roots = self._alive(
            switched.owner, switched.other, cut.owner, cut.other, shifted, new
        )
        slots = trees.component(world, roots)
        heads_met = np.concatenate((world.cluster.view[slots], world.cluster.view[old]))
        vanished = [world.id_of(int(head)) for head in distinct(heads_met)]
        heads = trees.plant(world, slots)
        world.forget_broken()
        heads = np.union1d(heads, world.cluster.view[self._alive(retold)])
        return vanished, heads.astype(np.int64)

    def _alive(self, *slots: Array) -> Array:
        every = distinct(np.concatenate(slots)).astype(np.int64)
        return every[self.world.alive.view[every]]

    def _mutual(self, moved: Entries) -> Entries:
        """Of entries that changed, those that pass, or did, from the other side too."""
        pairs = self.world.pairs
        back = pairs.flags.view[pairs.find(moved.other, moved.owner)] & PASSES > 0
        twice = within(moved.mirrored(), distinct(moved.packed()))
        return moved.take(back | twice)

    def _lost(self) -> Entries:
        """Entries that were and are no more."""
        before = self.before.both()
        return before.take(~within(before.packed(), self.after.both().packed()))

    def _shifted(self) -> tuple[Array, Array]:
        """Owners of accepted pairs whose w1, and of tree edges whose p, is another."""
        features = self.world.features
        back = self.before.back
        back = back.take(within(back.packed(), self.moved))
        before = ordered(Entries.join(self.before.own, back, self.context))
        none = np.empty(0, np.int64)
        if not len(before):
            return none, none
        entries = self.world.pairs.at(self.where, self.owner)
        chance, _ = probabilities(before, features)
        now, _ = probabilities(entries, features)
        known, own = before.packed(), entries.packed()
        at = np.searchsorted(known, own)
        at[at == len(known)] = 0
        found = known[at] == own
        heavier = found & (before.w1[at] != entries.w1) & (entries.flags & ACCEPTED > 0)
        surer = found & (chance[at] != now) & (entries.flags & TREE > 0)
        retold = np.concatenate((entries.owner[surer], entries.other[surer]))
        return entries.owner[heavier].astype(np.int64), retold.astype(np.int64)
