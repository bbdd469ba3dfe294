"""All columns of an index, by slot, and how to read clusters from them.

A slot is never given to another mention while the index lives. `cluster` holds for each
slot the slot of the smallest id in its cluster; `origin` the settlement its company comes
from (see rides), `quarter` where in a town (see quarters); `stale` whether a weight of one of its
pairs has changed since `Doubts` looked.
"""

import numpy as np

from stillhere.errors import Finding
from stillhere.identity import features as f
from stillhere.identity.clusters import Link, MentionId
from stillhere.identity.company.company import Company
from stillhere.identity.comparing.numbers import agreeing
from stillhere.identity.comparing.weigh import Scorer
from stillhere.identity.features import Features
from stillhere.identity.growing import Array, Growing, distinct
from stillhere.identity.judged import Judged
from stillhere.identity.links import probabilities
from stillhere.identity.pairs import SAME, TREE, Entries, Pairs
from stillhere.identity.postings import Postings
from stillhere.identity.rules import IdentityRules
from stillhere.identity.runs import runs_of
from stillhere.identity.slots import Slots
from stillhere.identity.vocabulary import Vocabulary
from stillhere.intake.located import PlaceReader


class World:
    """The state of the rule; changed by `Advance` alone."""

    def __init__(self, rules: IdentityRules, places: PlaceReader) -> None:
        self.rules = rules
        self.vocabulary = Vocabulary(rules)
        self.features = Features(self.vocabulary, places)
        self.scorer = Scorer(self.features, rules)
        self.postings = Postings()
        self.company = Company(self.features, rules)
        self.pairs = Pairs()
        self.judged = Judged()
        self.slot_of = Slots(self.features)
        self.alive = Growing(np.bool_)
        self.anchored = Growing(np.bool_)
        self.stale = Growing(np.bool_)
        self.cluster = Growing(np.int32)
        self.origin = Growing(np.uint64)
        self.quarter = Growing(np.int32, 2)
        self.broken: set[tuple[MentionId, MentionId]] = set()
        self.barred: set[tuple[MentionId, MentionId]] = set()

    def reach(self, slots: int) -> None:
        """Make room for this many slots in every column."""
        for column in (
            *self.features.columns(),
            self.alive,
            self.anchored,
            self.stale,
            self.cluster,
            self.origin,
            self.quarter,
        ):
            column.resize(slots)
        self.pairs.reach(slots)

    def id_of(self, slot: int) -> MentionId:
        """The mention of a slot."""
        row = self.features.wide.view[slot]
        return MentionId(f"{int(row[f.ID_HIGH]):016x}{int(row[f.ID_LOW]):016x}")

    def tree_members(self, slot: int) -> list[int]:
        """Slots of the cluster of a slot, found along its tree."""
        seen = {slot}
        waiting = [slot]
        pairs = self.pairs
        while waiting:
            here = waiting.pop()
            start = int(pairs.start.view[here])
            end = start + int(pairs.length.view[here])
            held = pairs.flags.view[start:end] & TREE > 0
            for other in pairs.other.view[start:end][held].tolist():
                if other not in seen:
                    seen.add(other)
                    waiting.append(other)
        return sorted(seen)

    def members_by_root(self, alive: Array) -> dict[int, list[int]]:
        """Slots of each cluster, by its head slot."""
        members: dict[int, list[int]] = {}
        for slot, root in zip(
            alive.tolist(), self.cluster.view[alive].tolist(), strict=True
        ):
            members.setdefault(root, []).append(slot)
        return members

    def links_by_root(self, alive: Array) -> dict[int, list[Link]]:
        """Links of each cluster, by its head slot."""
        found: dict[int, list[Link]] = {}
        for link in self.links(alive):
            root = int(self.cluster.view[self.slot_of[link.a]])
            found.setdefault(root, []).append(link)
        return found

    def links(self, slots: Array) -> list[Link]:
        """The tree edges between these slots (whole clusters), each once."""
        held: list[tuple[Entries, Array]] = []
        for part in np.array_split(slots, max(1, len(slots) // 20_000)):
            tree, _ = self.pairs.flagged(part, TREE)
            if len(tree):
                held.append((tree, self.chances(tree)))
        if not held:
            return []
        edges = Entries.join(*(entries for entries, _ in held))
        chance = np.concatenate([chance for _, chance in held])
        order = np.argsort(edges.packed())
        at = np.searchsorted(edges.packed(), edges.mirrored(), sorter=order)
        back = chance[order[at]]
        forth = edges.owner < edges.other
        return self._links(edges.take(forth), np.minimum(chance, back)[forth])

    def chances(self, edges: Entries) -> Array:
        """Probability of each of these entries among its kind."""
        rivals, _ = runs_of(self.pairs, self.features, distinct(edges.packed()))
        chance, _ = probabilities(rivals, self.features)
        order = np.argsort(rivals.packed())
        at = np.searchsorted(rivals.packed(), edges.packed(), sorter=order)
        found: Array = chance[order[at]]
        return found

    def _links(self, edges: Entries, chance: Array) -> list[Link]:
        wide = self.features.wide.view
        here, there = wide[edges.owner], wide[edges.other]
        document = agreeing(here, there, (f.DOC_A, f.DOC_B))
        phone = agreeing(here, there, (f.PHONE_A, f.PHONE_B))
        rows = zip(
            edges.owner.tolist(),
            edges.other.tolist(),
            edges.w1.tolist(),
            chance.tolist(),
            document.tolist(),
            phone.tolist(),
            (edges.flags & SAME > 0).tolist(),
            strict=True,
        )
        links = []
        for a, b, weight, p, doc, tel, judged in rows:
            one, two = sorted((self.id_of(a), self.id_of(b)))
            links.append(Link(one, two, weight, p, doc, tel, judged))
        return links

    def forget_broken(self) -> None:
        """Drop judgements that could not be held on mentions that have gone."""
        here = self.slot_of
        gone = {(a, b) for a, b in self.broken if a not in here or b not in here}
        self.broken -= gone

    def findings(self) -> tuple[Finding, ...]:
        """One finding for each pair judged the same that cannot be one, sorted."""
        known, here = self.judged.contested, self.slot_of
        beaten = {(a, b) for a, b in known if a in here and b in here}
        return tuple(
            Finding.of("identity/judgement-cannot-hold", a=a, b=b)
            for a, b in sorted(self.broken | self.barred | beaten)
        )

    @property
    def nbytes(self) -> int:
        """Bytes of all columns, postings and the table of slots."""
        flags = (self.alive, self.anchored, self.stale)
        told = (self.cluster, self.origin, self.quarter)
        columns = (*self.features.columns(), *flags, *told)
        words = self.vocabulary
        texts = sum(60 + len(t) for t in words.numbers) + 40 * len(words.numbers)
        return (
            sum(c.nbytes for c in columns)
            + sum(c.nbytes for c in words.columns())
            + texts
            + self.pairs.nbytes
            + self.postings.nbytes
            + self.company.groups.nbytes
            + self.company.seats.nbytes
            + self.slot_of.nbytes
        )
