"""The flow of a build and of an update, one stage after the other."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from stillhere.identity import entering, settling, trees
from stillhere.identity.clusters import MentionId
from stillhere.identity.features import ListTraits
from stillhere.identity.growing import Array, distinct
from stillhere.identity.judged import Pair
from stillhere.identity.links import probabilities
from stillhere.identity.pairs import ACCEPTED, PASSES, TREE, Entries, Pairs
from stillhere.identity.world import World
from stillhere.reports.statements import Judgement, PersonStatement

PART = 8_000
"""Mentions whose company is weighed at once in a build (bounds memory)."""


class Advance:
    """One build or update of a world."""

    def __init__(self, world: World, progress: Callable[[str, float], None]) -> None:
        self.world = world
        self.progress = progress
        self.captured = np.empty(0, np.int64)
        self.before = Entries.empty()
        self.keys: tuple[Array, Array] = (self.captured, self.captured)

    def build(
        self,
        mentions: Sequence[PersonStatement],
        lists: Mapping[str, ListTraits],
        judgements: Sequence[Judgement],
    ) -> None:
        """Fill an empty world."""
        world, tell = self.world, self.progress
        tell("reading names", 0.0)
        slots = entering.enter(world, mentions, lists)
        tell("meeting keys", 0.0)
        keys, owner = entering.posted(world, slots)
        world.postings.settle(keys, owner)
        groups, seats = world.company.keys(slots)
        world.company.groups.settle(groups, slots)
        world.company.seats.settle(seats, slots)
        tell("weighing pairs", 0.0)
        judged, world.barred = entering.judged_entries(
            world, world.judged.add(judgements)
        )
        world.pairs.rewrite(slots, entering.overlaid(entering.all_keyed(world), judged))
        self._company(slots)
        tell("choosing links", 0.0)
        for part in np.array_split(slots, len(slots) // 50_000 + 1):
            settling.settle_passes(world, part)
        settling.settle_anchors(world, slots)
        settling.settle_accepted(world, slots)
        trees.plant(world, slots)
        world.pairs.ready = True
        tell("choosing links", 1.0)

    def _company(self, slots: Array) -> None:
        """Weigh everything with company; all lists are written once all are weighed."""
        parts = np.array_split(slots, len(slots) // PART + 1)
        weighed = []
        for number, part in enumerate(parts):
            self.progress("weighing company", number / len(parts))
            weighed.append(settling.with_company(self.world, part))
        self.world.pairs = Pairs()
        self.world.pairs.reach(len(slots))
        self.world.pairs.rewrite(slots, Entries.join(*weighed))

    def update(
        self,
        gone: Sequence[MentionId],
        come: Sequence[PersonStatement],
        lists: Mapping[str, ListTraits],
        judgements_gone: Sequence[Judgement],
        judgements_come: Sequence[Judgement],
    ) -> tuple[list[MentionId], Array, int]:
        """Change a world.

        Returns:
            Ids of the clusters met before, head slots of those to look at now, and the
            number of mentions touched.
        """
        world = self.world
        old = np.array(sorted(world.slot_of.pop(m) for m in gone), np.int64)
        new = entering.enter(world, come, lists)
        pairs = world.judged.remove(judgements_gone) | world.judged.add(judgements_come)
        pairs |= self._judged_with(gone, come)
        near = self._repost(old, new)
        judged_slots = self._slots_of(pairs)
        near = np.union1d(near, self._with_company(judged_slots))
        near = near[world.alive.view[near]]
        self._keyed(near, old, new, pairs)
        touched = self._reweigh(near, old)
        return self._settle(touched, old, np.union1d(new, judged_slots))

    def _capture(self, slots: Array) -> None:
        """Remember lists as they were, before they are first rewritten."""
        fresh = np.setdiff1d(slots, self.captured).astype(np.int64)
        joined = Entries.join(self.before, self.world.pairs.of(fresh))
        self.before = joined.take(np.argsort(joined.packed(), kind="stable"))
        self.captured = np.union1d(self.captured, fresh)

    def _judged_with(
        self, gone: Sequence[MentionId], come: Sequence[PersonStatement]
    ) -> set[Pair]:
        """Judged pairs of mentions that come or go."""
        mentions = [*gone, *(m.report for m in come)]
        known = self.world.judged.pairs_of
        return {pair for m in mentions for pair in known.get(m, ())}

    def _slots_of(self, pairs: set[Pair]) -> Array:
        slot_of = self.world.slot_of
        here = {slot_of[m] for pair in pairs for m in pair if m in slot_of}
        return np.array(sorted(here), np.int64)

    def _with_company(self, slots: Array) -> Array:
        return np.union1d(slots, self.world.company.of(slots)[1])

    def _repost(self, old: Array, new: Array) -> Array:
        """Move postings; mentions whose company may differ now."""
        world = self.world
        company = world.company
        company.groups.add(company.keys(new)[0], new)
        company.seats.add(company.keys(new)[1], new)
        moving = np.union1d(old, new)
        near = company.around(moving, len(moving)) if len(moving) else moving
        company.groups.remove(company.keys(old)[0], old)
        company.seats.remove(company.keys(old)[1], old)
        self.keys = entering.posted(world, new)
        world.postings.add(*self.keys)
        world.postings.remove(*entering.posted(world, old))
        world.alive.view[old] = False
        return near

    def _keyed(self, near: Array, old: Array, new: Array, pairs: set[Pair]) -> None:
        """Put C0 right: what went goes, what came comes, judged pairs anew."""
        world = self.world
        fresh = entering.keyed_of(world, *self.keys)
        fresh = entering.overlaid(self._unjudged(pairs), fresh)
        judged, barred = entering.judged_entries(world, pairs)
        world.barred = {p for p in world.barred if p not in pairs} | barred
        fresh = entering.overlaid(fresh, judged)
        met = world.pairs.of(old).other.astype(np.int64)
        slots = distinct(np.concatenate((old, new, met, fresh.owner, near)))
        self._capture(slots)
        held = world.pairs.of(slots)
        stays = world.alive.view[held.owner] & world.alive.view[held.other]
        stays &= ~np.isin(held.packed(), self._packed(pairs))
        world.pairs.rewrite(slots, entering.overlaid(held.take(stays), fresh))

    def _packed(self, pairs: set[Pair]) -> Array:
        slot_of = self.world.slot_of
        both = [
            (slot_of[a], slot_of[b]) for a, b in pairs if a in slot_of and b in slot_of
        ]
        packed = [(a << 32) | b for a, b in both] + [(b << 32) | a for a, b in both]
        return np.array(packed, np.int64)

    def _unjudged(self, pairs: set[Pair]) -> Entries:
        """What the keys alone say of pairs whose judgement changed."""
        packed = self._packed(pairs)
        if not len(packed):
            return Entries.empty()
        slots = distinct(packed >> 32)
        keyed = entering.keyed_of(self.world, *entering.posted(self.world, slots))
        return keyed.take(np.isin(keyed.packed(), packed))

    def _reweigh(self, near: Array, old: Array) -> Array:
        """Weigh all pairs touching `near`; everyone with a pair among them."""
        world = self.world
        mine = settling.with_company(world, near)
        mine = settling.carry_flags(mine, self.before)
        gone = self.before.other[np.isin(self.before.owner, np.union1d(near, old))]
        others = np.setdiff1d(np.union1d(mine.other, gone), near).astype(np.int64)
        others = others[world.alive.view[others]]
        self._capture(others)
        held = world.pairs.of(others)
        held = held.take(~np.isin(held.other, near))
        seen = mine.take(np.isin(mine.other, others))
        mirrored = Entries(seen.other, seen.owner, seen.w0, seen.w1, seen.flags & 49)
        mirrored = settling.carry_flags(mirrored, self.before)
        touched = np.union1d(near, others)
        world.pairs.rewrite(touched, Entries.join(mine, held, mirrored))
        return touched

    def _settle(
        self, touched: Array, old: Array, new: Array
    ) -> tuple[list[MentionId], Array, int]:
        world = self.world
        lost = self._lost()
        moved = settling.settle_passes(world, touched)
        unsure = lost.take(lost.flags & PASSES > 0)
        doubted = self._alive(moved.owner, moved.other, unsure.owner, unsure.other, new)
        doubted = np.union1d(doubted, settling.settle_anchors(world, doubted))
        changed = settling.settle_accepted(world, doubted)
        cut = lost.take(lost.flags & ACCEPTED > 0)
        shifted, retold = self._shifted(touched)
        roots = self._alive(
            changed.owner, changed.other, cut.owner, cut.other, shifted, new
        )
        slots = trees.component(world, roots)
        met = distinct(
            np.concatenate((world.cluster.view[slots], old_heads(world, old)))
        )
        vanished = [world.id_of(int(head)) for head in met]
        heads = trees.plant(world, slots)
        heads = np.union1d(heads, world.cluster.view[self._alive(retold)])
        return vanished, heads.astype(np.int64), len(touched)

    def _alive(self, *slots: Array) -> Array:
        every = distinct(np.concatenate(slots)).astype(np.int64)
        return every[self.world.alive.view[every]]

    def _lost(self) -> Entries:
        """Entries that were and are no more."""
        now = self.world.pairs.of(self.captured).packed()
        return self.before.take(~np.isin(self.before.packed(), now))

    def _shifted(self, touched: Array) -> tuple[Array, Array]:
        """Owners of accepted pairs whose w1, and of tree edges whose p, is another."""
        before = self.before
        chance, _ = probabilities(before, self.world.features)
        entries = self.world.pairs.of(touched)
        now, _ = probabilities(entries, self.world.features)
        known, own = before.packed(), entries.packed()
        at = np.searchsorted(known, own)
        at[at == len(known)] = 0
        found = known[at] == own if len(known) else np.zeros(len(own), np.bool_)
        if not len(known):
            return np.empty(0, np.int64), np.empty(0, np.int64)
        heavier = found & (before.w1[at] != entries.w1) & (entries.flags & ACCEPTED > 0)
        surer = found & (chance[at] != now) & (entries.flags & TREE > 0)
        retold = np.concatenate((entries.owner[surer], entries.other[surer]))
        return entries.owner[heavier].astype(np.int64), retold.astype(np.int64)


def old_heads(world: World, old: Array) -> Array:
    """Cluster heads of slots that went."""
    heads: Array = world.cluster.view[old]
    return heads
