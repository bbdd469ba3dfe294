"""The identity rule over a changing set of mentions; update gives exactly what build gives.

One stage after the other, each over all mentions in a build and over those it concerns
in an update: features and keys, keyed pairs, support, best of kind, anchors, accepted
edges, clusters. The bounds of each stage are those of the rule (docs/explanation/
identity.md).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from stillhere.errors import Finding
from stillhere.identity import entering
from stillhere.identity.advance import Advance
from stillhere.identity.arrived import Arrivals
from stillhere.identity.clusters import Cluster, Link, MentionId
from stillhere.identity.columns import MentionColumns
from stillhere.identity.doubts import Doubts
from stillhere.identity.engines.engine import EMBEDDED, Engine
from stillhere.identity.explain import Candidate, Explanation, candidates, explain
from stillhere.identity.features import ListTraits
from stillhere.identity.match import Matched, match
from stillhere.identity.rules import IdentityRules
from stillhere.identity.search import Hit, search
from stillhere.identity.snapshot import from_bytes, to_bytes
from stillhere.identity.world import World
from stillhere.intake.located import PlaceReader
from stillhere.reports.statements import Judgement, PersonStatement

Progress = Callable[[str, float], None]


@dataclass(frozen=True, slots=True)
class Change:
    """What an update did.

    Attributes:
        vanished: Ids of clusters that are no more, sorted.
        clusters: New and changed clusters, by id; an unchanged one may be among them.
        touched: Mentions whose candidates or best were looked at again.
    """

    vanished: tuple[MentionId, ...]
    clusters: tuple[Cluster, ...]
    touched: int


class Index:
    """Who is who among the mentions it holds. Advanced in place by one writer.

    Attributes:
        doubts: Pairs a person may have to look at.
        arrivals: Chances that people of registers have left or arrived.
    """

    def __init__(self, world: World) -> None:
        self.world = world
        self.doubts = Doubts(world)
        self.arrivals = Arrivals(self.doubts)

    @classmethod
    def build(  # noqa: PLR0913 (what links depend on, who finds them, who is told)
        cls,
        mentions: Iterable[PersonStatement],
        lists: Mapping[str, ListTraits],
        judgements: Iterable[Judgement],
        rules: IdentityRules,
        places: PlaceReader,
        progress: Progress | None = None,
        *,
        engine: Engine = EMBEDDED,
        counting: bool = False,
    ) -> "Index":
        """Link all mentions anew.

        Args:
            mentions: In any order; each report once. Read one after the other, none kept.
            lists: Traits by source; a source not named has none.
            judgements: Those in force.
            rules: Frozen weights.
            places: Turns written places into keys.
            progress: Told the stage and the share done.
            engine: Finds the pairs; the index is the same whichever does.
            counting: Count how rare names are in the registers at hand; for lists from
                outside alone. Such an index answers and explains, but takes no update,
                no statement to match and no snapshot.
        """
        world = World(rules, places)
        advance = Advance(world, progress or _silent, engine, counting=counting)
        advance.build(mentions, lists, list(judgements))
        return cls(world)

    @classmethod
    def build_columns(  # noqa: PLR0913 (as for `build`)
        cls,
        columns: Iterable[MentionColumns],
        lists: Mapping[str, ListTraits],
        rules: IdentityRules,
        places: PlaceReader,
        progress: Progress | None = None,
        *,
        engine: Engine = EMBEDDED,
        counting: bool = False,
    ) -> "Index":
        """Link lists that come as columns; the index that their statements would give.

        Args:
            columns: Taken one after the other, none kept; no id twice.
            lists: Traits by source; a source not named has none.
            rules: Frozen weights.
            places: Turns written places into keys.
            progress: Told the stage and the share done.
            engine: Finds the pairs.
            counting: As for `build`.
        """
        world = World(rules, places)
        advance = Advance(world, progress or _silent, engine, counting=counting)
        advance.progress("reading names", 0.0)
        advance.link(entering.enter_columns(world, columns, lists), ())
        return cls(world)

    def update(
        self,
        *,
        gone: Iterable[MentionId] = (),
        come: Iterable[PersonStatement] = (),
        lists: Mapping[str, ListTraits] | None = None,
        judgements_gone: Iterable[Judgement] = (),
        judgements_come: Iterable[Judgement] = (),
    ) -> Change:
        """Take mentions and judgements away and add others.

        A mention that changed is in `gone` and in `come`. Afterwards the index equals
        one built from what is left.

        Raises:
            RuntimeError: The index counted its own rarities.
        """
        self._refuse_counted()
        advance = Advance(self.world, _silent)
        vanished, roots, touched = advance.update(
            [m for m in gone if m in self.world.slot_of],
            list(come),
            lists or {},
            list(judgements_gone),
            list(judgements_come),
        )
        changed = tuple(self._cluster(int(root)) for root in roots)
        here = {cluster.id for cluster in changed}
        return Change(
            vanished=tuple(sorted(set(vanished) - here)),
            clusters=tuple(sorted(changed, key=lambda c: c.id)),
            touched=touched,
        )

    def clusters(self) -> Iterator[Cluster]:
        """All clusters, by id."""
        world = self.world
        alive = np.flatnonzero(world.alive.view)
        heads = alive[world.cluster.view[alive] == alive]
        listed = sorted((world.id_of(int(slot)), int(slot)) for slot in heads)
        members = world.members_by_root(alive)
        links = world.links_by_root(alive)
        for name, slot in listed:
            ids = tuple(sorted(world.id_of(m) for m in members[slot]))
            yield Cluster(name, ids, tuple(sorted(links.get(slot, ()))))

    def cluster_of(self, mention: MentionId) -> Cluster:
        """The cluster of a mention; raises KeyError for one that is not here."""
        slot = self.world.slot_of[mention]
        return self._cluster(int(self.world.cluster.view[slot]))

    def _cluster(self, root: int) -> Cluster:
        world = self.world
        slots = world.tree_members(root)
        links: list[Link] = world.links(np.array(slots, np.int64))
        ids = tuple(sorted(world.id_of(slot) for slot in slots))
        return Cluster(ids[0], ids, tuple(sorted(links)))

    def findings(self) -> tuple[Finding, ...]:
        """Judgements that cannot hold, told to both officers; sorted."""
        return self.world.findings()

    def explain(self, a: MentionId, b: MentionId) -> Explanation:
        """Which evidence of a pair counted how much; KeyError for one not here."""
        return explain(self.world, a, b)

    def candidates(self, mention: MentionId, limit: int = 10) -> list[Candidate]:
        """Who else a mention may be, strongest first; KeyError for one not here."""
        return candidates(self.world, mention, limit)

    def search(self, text: str, limit: int = 20) -> list[Hit]:
        """Mentions that answer a name in any script or a number, best first."""
        return search(self.world, text, limit)

    def match(
        self,
        mention: PersonStatement,
        lists: Mapping[str, ListTraits],
        limit: int = 5,
        beside: Iterable[PersonStatement] = (),
    ) -> list[Matched]:
        """Who a statement may be about, strongest first; nothing is taken in.

        Args:
            mention: Not in the index; if it is, it is not compared with itself.
            lists: Traits by source; a source not named has none.
            limit: At most so many.
            beside: All others of its household or party, if that is company.

        Raises:
            RuntimeError: The index counted its own rarities.
        """
        self._refuse_counted()
        return match(self.world, (mention, *beside), lists, limit)

    def to_bytes(self) -> bytes:
        """A snapshot, to be kept in the encrypted store alone.

        Raises:
            RuntimeError: The index counted its own rarities.
        """
        self._refuse_counted()
        return to_bytes(self.world)

    @classmethod
    def from_bytes(
        cls, data: bytes, rules: IdentityRules, places: PlaceReader
    ) -> "Index":
        """The index of a snapshot; StillHereError for damage or other rules."""
        return cls(from_bytes(data, rules, places))

    def _refuse_counted(self) -> None:
        """What was counted is of these rows alone: others would weigh otherwise."""
        if self.world.features.counted is not None:
            raise RuntimeError("an index that counted is built anew, never carried on")

    def __contains__(self, mention: MentionId) -> bool:
        return mention in self.world.slot_of

    def __len__(self) -> int:
        return len(self.world.slot_of)

    @property
    def nbytes(self) -> int:
        """Bytes the index holds beside the reports."""
        return self.world.nbytes


def _silent(stage: str, done: float) -> None:
    del stage, done
