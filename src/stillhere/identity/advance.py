"""The flow of a build and of an update, one stage after the other."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

import numpy as np

from stillhere.identity import entering, settling, trees
from stillhere.identity.clusters import MentionId
from stillhere.identity.company import quarters, rides, surnames
from stillhere.identity.counting.lone_numbers import tell_lone_numbers
from stillhere.identity.counting.rarities import count_names
from stillhere.identity.counting.same_places import join_settlements
from stillhere.identity.engines.engine import EMBEDDED, Engine
from stillhere.identity.features import ListTraits
from stillhere.identity.growing import Array, distinct, within
from stillhere.identity.judged import Pair
from stillhere.identity.keys import any_seeks
from stillhere.identity.pairs import UNDERIVED, Entries, Pairs
from stillhere.identity.resettling import Resettling
from stillhere.identity.touching import Touching, ordered
from stillhere.identity.world import World
from stillhere.reports.statements import Judgement, PersonStatement

ORIGINS = 20_000
"""Mentions whose company's origin is told at once (bounds memory)."""


class Advance:
    """One build or update of a world."""

    def __init__(
        self,
        world: World,
        progress: Callable[[str, float], None],
        engine: Engine = EMBEDDED,
        *,
        counting: bool = False,
    ) -> None:
        self.world = world
        self.progress = progress
        self.engine = engine
        self.counting = counting
        none = np.empty(0, np.int64)
        self.keys: tuple[Array, Array] = (none, none)

    def build(
        self,
        mentions: Iterable[PersonStatement],
        lists: Mapping[str, ListTraits],
        judgements: Sequence[Judgement],
    ) -> None:
        """Fill an empty world."""
        self.progress("reading names", 0.0)
        self.link(entering.enter(self.world, mentions, lists), judgements)

    def link(self, slots: Array, judgements: Sequence[Judgement]) -> None:
        """Link the slots of a world whose features alone are written: all it has."""
        world, tell = self.world, self.progress
        if self.counting:
            join_settlements(world)
            count_names(world)
            tell_lone_numbers(world)
        tell("meeting keys", 0.0)
        # An index that counts is never updated: nobody comes later to seek.
        posts = not (self.counting and self.engine is EMBEDDED)
        if posts:
            sought = not self.counting or any_seeks(world.features, slots)
            world.postings.settle(*entering.posted(world, slots, one_sided=sought))
        groups, seats = world.company.keys(slots)
        world.company.groups.settle(groups, slots)
        world.company.seats.settle(seats, slots)
        tell("weighing pairs", 0.0)
        judged, world.barred = entering.judged_entries(
            world, world.judged.add(judgements)
        )
        keyed = (
            self.engine.keyed(world) if posts else entering.passing_keyed(world, slots)
        )
        world.pairs.rewrite(slots, entering.overlaid(keyed, judged))
        self._company(slots)
        tell("choosing links", 0.0)
        for part in np.array_split(slots, len(slots) // 50_000 + 1):
            where = world.pairs.positions(part)
            settling.settle_passes(world, world.pairs.of(part), where)
        settling.settle_anchors(world, slots)
        settling.settle_accepted(world, slots)
        trees.plant(world, slots)
        world.pairs.ready = True
        tell("choosing links", 1.0)

    def _company(self, slots: Array) -> None:
        """Weigh everything with company; all lists are written once all are weighed."""
        tell = partial(self.progress, "weighing company")
        weighed = self.engine.companied(self.world, slots, tell)
        self._tell_origins(slots)
        self.world.pairs = Pairs()
        self.world.pairs.reach(len(slots))
        self.world.pairs.rewrite(slots, self._lifted(weighed))

    def _tell_origins(self, slots: Array) -> None:
        """Note where the company of each slot comes from; their C0 is in the pool."""
        world = self.world
        for part in np.array_split(slots, len(slots) // ORIGINS + 1):
            told = (part, world.pairs, world.company, world.rules)
            world.origin.view[part] = rides.settlements(*told)
            world.quarter.view[part] = quarters.quarters(*told)

    def _lifted(self, entries: Entries) -> Entries:
        """Entries with what origin, quarter and household names add to w1."""
        world, rules = self.world, self.world.rules
        features = world.features
        added = rides.origins(entries, features, world.origin.view, rules)
        added += quarters.neighbourly(entries, features, world.quarter.view, rules)
        added += surnames.borne(
            entries.owner,
            entries.other,
            world.scorer.comparison,
            world.company.household,
            rules,
        )
        w1 = entries.w1 + added
        return Entries(entries.owner, entries.other, entries.w0, w1, entries.flags)

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
        world.pairs.tidy()
        world.postings.fold()
        world.company.fold()
        old = np.array(sorted(world.slot_of.pop(m) for m in gone), np.int64)
        new = entering.enter(world, come, lists)
        pairs = world.judged.remove(judgements_gone) | world.judged.add(judgements_come)
        pairs |= self._judged_with(gone, come)
        near = self._repost(old, new)
        fresh = entering.keyed_of(world, *self.keys)
        judged_slots = self._slots_of(pairs)
        near = np.union1d(near, self._with_company(judged_slots))
        near = np.union1d(near, self._riding_with(world.pairs.of(old), fresh))
        near = near[world.alive.view[near]].astype(np.int64)
        before = Touching.of(world, np.union1d(near, old))
        self._keyed(before, old, pairs, fresh)
        after = self._reweigh(before, near)
        again = Resettling(world, near, before, after)
        for slots in (near, old, again.moved >> 32):
            world.stale.view[slots] = True
        vanished, heads = again.settle(old, np.union1d(new, judged_slots))
        return vanished, heads, again.touched

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

    def _riding_with(self, went: Entries, came: Entries) -> Array:
        """Who stands beside those whose origin these pairs told or tell now."""
        company, rules = self.world.company, self.world.rules
        turned = Entries(went.other, went.owner, went.w0, went.w1, went.flags)
        return rides.concerned(Entries.join(turned, came), company, rules)

    def _keyed(
        self, before: Touching, old: Array, pairs: set[Pair], fresh: Entries
    ) -> None:
        """Put C0 right: what went goes, what came comes, judged pairs anew."""
        world = self.world
        fresh = entering.overlaid(self._unjudged(pairs), fresh)
        judged, barred = entering.judged_entries(world, pairs)
        world.barred = {p for p in world.barred if p not in pairs} | barred
        fresh = entering.overlaid(fresh, judged)
        own = before.own
        went = own.take(within(own.owner, old) | within(own.other, old))
        drop = (went.packed(), went.mirrored(), self._packed(pairs))
        gone = distinct(np.concatenate(drop))
        stays = within(gone, distinct(fresh.packed()))
        world.pairs.patch(gone[~stays], fresh)

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

    def _reweigh(self, before: Touching, near: Array) -> Touching:
        """Weigh all pairs touching `near` and write them on both sides."""
        world = self.world
        known = before.both()
        self._tell_origins(near)
        own = self._lifted(settling.with_company(world, near))
        own = settling.carry_flags(own, known)
        own = ordered(own)
        seen = own.take(~within(own.other, near))
        back = Entries(seen.other, seen.owner, seen.w0, seen.w1, seen.flags & UNDERIVED)
        back = ordered(settling.carry_flags(back, known))
        had = before.back.packed()
        world.pairs.rewrite(near, own)
        world.pairs.patch(had[~within(had, back.packed())], back)
        return Touching(own, back)
