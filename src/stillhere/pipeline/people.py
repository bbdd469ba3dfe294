"""Clusters become entries and households, kept up to date.

First every changed cluster is folded by itself (`Base`); then, with all bases known,
everybody in a changed household is settled; then households are folded from the final
entries. Nothing flows back, so the order of changes never matters.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from stillhere.errors import Finding
from stillhere.identity import Change, Cluster
from stillhere.ledger import Entry, Household, HouseholdId, LedgerRules, MentionId
from stillhere.ledger.dependents import NOBODY_AROUND, Around, settle
from stillhere.ledger.fold import Base, Facts, fold
from stillhere.ledger.household import Group, fold_household
from stillhere.ledger.mention import Mention
from stillhere.reports import ReportId

Before = Entry | None
After = Entry | None


@dataclass(slots=True)
class Dirt:
    """What an update has to look at again.

    Attributes:
        clusters: Clusters to settle.
        groups: Groups whose rows, or whose members, may have changed.
        mentions: Mentions that may have another referent.
        left: Mentions that left and have not come again.
    """

    clusters: set[MentionId] = field(default_factory=set)
    groups: set[HouseholdId] = field(default_factory=set)
    mentions: set[MentionId] = field(default_factory=set)
    left: set[ReportId] = field(default_factory=set)


@dataclass(slots=True)
class PeopleChange:
    """What became of whom.

    Attributes:
        entries: By referent, the entry before and after; None where there is none.
        households, households_gone: New and changed ones, and keys of those no more.
        referents, referents_gone: Likewise, for mentions that are not referents.
        clusters, clusters_gone: Likewise, by referent.
    """

    entries: dict[MentionId, tuple[Before, After]] = field(default_factory=dict)
    households: dict[str, Household] = field(default_factory=dict)
    households_gone: set[str] = field(default_factory=set)
    referents: dict[str, MentionId] = field(default_factory=dict)
    referents_gone: set[str] = field(default_factory=set)
    clusters: dict[MentionId, Cluster] = field(default_factory=dict)
    clusters_gone: set[MentionId] = field(default_factory=set)


class People:
    """Everybody, by referent; advanced by what identity and the readings changed.

    Attributes:
        mentions: With their keys, by report.
        referent: Mention to referent.
        entries: Final entries by referent.
        facts: Of sources, deaths and closed searches; changed from outside.
        remainders: By group, the erasures and the people each accounts for; likewise.
    """

    HELD: ClassVar[tuple[str, ...]] = (
        *("mentions", "referent", "entries", "clusters"),
        *("_bases", "_rows", "_codes", "_households"),
    )
    """What it knows beside facts and remainders, between two advances."""

    def __init__(
        self,
        facts: Facts,
        remainders: Mapping[HouseholdId, Mapping[ReportId, int]],
        rules: LedgerRules,
        year: int,
    ) -> None:
        self.facts = facts
        self.remainders = remainders
        self._rules = rules
        self._year = year
        self.mentions: dict[ReportId, Mention] = {}
        self.referent: dict[MentionId, MentionId] = {}
        self.entries: dict[MentionId, Entry] = {}
        self.clusters: dict[MentionId, Cluster] = {}
        self._bases: dict[MentionId, Base] = {}
        self._rows: dict[HouseholdId, set[ReportId]] = defaultdict(set)
        self._codes: dict[HouseholdId, str] = {}
        self._heads_of: dict[HouseholdId, list[MentionId]] = {}
        self._households: dict[HouseholdId, Household] = {}

    def enter(self, mention: Mention, dirt: Dirt) -> None:
        """Take a mention in, before its cluster is told."""
        self.mentions[mention.said.report] = mention
        dirt.left.discard(mention.said.report)
        if mention.household is not None:
            self._rows[mention.household].add(mention.said.report)
            dirt.groups.add(mention.household)

    def leave(self, report: ReportId, dirt: Dirt) -> Mention:
        """Take a mention out and give it back; it can be read until `forget`."""
        mention = self.mentions[report]
        self.referent.pop(report, None)
        dirt.mentions.add(report)
        dirt.left.add(report)
        if mention.household is not None:
            self._rows[mention.household].discard(report)
            dirt.groups.add(mention.household)
        return mention

    def forget(self, dirt: Dirt) -> None:
        """Let go of who left and has not come again."""
        for report in dirt.left:
            del self.mentions[report]

    def advance(
        self, change: Change, stale: Iterable[MentionId], dirt: Dirt
    ) -> PeopleChange:
        """Fold and settle what changed.

        Args:
            change: What identity did.
            stale: Mentions whose statement, source or decisions changed, links or not.
            dirt: What entering and leaving already found.
        """
        out = PeopleChange()
        for name in change.vanished:
            self._dissolve(name, dirt, out)
        heads = {c.id for c in change.clusters if self._recluster(c, dirt, out)}
        heads.update(self.referent[m] for m in stale if m in self.referent)
        for head in sorted(heads):
            self._refold(self.clusters[head], dirt)
        self._heads_of.clear()
        self._recode(dirt)
        for head in sorted(dirt.clusters):
            self._settle(head, dirt, out)
        for group in sorted(dirt.groups):
            self._refold_household(group, out)
        self._refer(dirt, out)
        return out

    def _dissolve(self, name: MentionId, dirt: Dirt, out: PeopleChange) -> None:
        cluster = self.clusters.pop(name, None)
        if cluster is None:  # it came and went inside one update
            return
        out.clusters_gone.add(name)
        for member in cluster.members:
            if self.referent.get(member) == name:
                del self.referent[member]
            dirt.mentions.add(member)
        dirt.groups.update(_groups(self._bases.pop(name)))
        out.entries[name] = (self.entries.pop(name), None)

    def _recluster(self, cluster: Cluster, dirt: Dirt, out: PeopleChange) -> bool:
        """Take over a cluster; False if it is as it was."""
        for member in cluster.members:
            self.referent[member] = cluster.id
        if self.clusters.get(cluster.id) == cluster:
            return False
        self.clusters[cluster.id] = out.clusters[cluster.id] = cluster
        dirt.mentions.update(cluster.members)
        return True

    def _refold(self, cluster: Cluster, dirt: Dirt) -> None:
        mentions = [self.mentions[m] for m in cluster.members]
        base = fold(cluster, mentions, self.facts, self._rules)
        before = self._bases.get(cluster.id)
        if base == before:
            return
        self._bases[cluster.id] = base
        dirt.clusters.add(cluster.id)
        dirt.groups.update(_groups(base))
        if before is not None:
            dirt.groups.update(_groups(before))

    def _recode(self, dirt: Dirt) -> None:
        """See which groups are households; mark whose standing depends on them."""
        for group in dirt.groups:
            rows = self._rows[group]
            code = len(rows) > self._rules.household_limit
            flipped = code != (group in self._codes)
            if code and flipped:
                self._codes[group] = self.mentions[min(rows)].said.source
            elif flipped:
                del self._codes[group]
            if flipped or not code:
                dirt.clusters.update(self.referent[row] for row in rows)

    def _around(self, base: Base) -> Around:
        for own in base.households:
            if own.household not in self._codes:
                fellows = [
                    self._bases[head]
                    for head in self._heads(own.household)
                    if head != base.entry.id
                ]
                nameless = tuple(sorted(self.remainders.get(own.household, ())))
                return Around(own, fellows, nameless)
        for own in base.parties:
            if own.household not in self._codes:
                return Around(own)
        return NOBODY_AROUND

    def _heads(self, group: HouseholdId) -> list[MentionId]:
        """Referents of a group, each once, sorted; known once all are folded."""
        known = self._heads_of.get(group)
        if known is None:
            known = sorted({self.referent[row] for row in self._rows[group]})
            self._heads_of[group] = known
        return known

    def _settle(self, head: MentionId, dirt: Dirt, out: PeopleChange) -> None:
        base = self._bases[head]
        entry = settle(base, self._around(base), self._year, self._rules)
        before = self.entries.get(head)
        if entry == before:
            return
        self.entries[head] = entry
        out.entries[head] = (before, entry)
        dirt.groups.update(_groups(base))

    def _refold_household(self, group: HouseholdId, out: PeopleChange) -> None:
        rows, remainders = self._rows[group], self.remainders.get(group, {})
        if not rows or group in self._codes:
            if self._households.pop(group, None) is not None:
                out.households_gone.add(group)
            return
        said = self.mentions[min(rows)].said
        stated = Group(
            group,
            said.source,
            said.household,
            self.facts.sources[said.source].register,
            tuple(sorted(rows)),
            tuple(sorted(remainders.items())),
        )
        household = fold_household(
            stated, [self.entries[h] for h in self._heads(group)]
        )
        if household != self._households.get(group):
            self._households[group] = out.households[group] = household

    def _refer(self, dirt: Dirt, out: PeopleChange) -> None:
        for mention in dirt.mentions:
            head = self.referent.get(mention)
            if head is None or head == mention:
                out.referents_gone.add(mention)
            else:
                out.referents[mention] = head

    def findings(self) -> Iterator[Finding]:
        """Codes taken for households, counted by source; deaths of nobody known."""
        for source, groups in Counter(self._codes.values()).items():
            limit = self._rules.household_limit
            yield Finding.of(
                "ledger/household-too-large", source=source, limit=limit, groups=groups
            )
        for person, deaths in self.facts.deaths.items():
            if person not in self.mentions:
                for death in deaths:
                    yield Finding.of("ledger/death-without-person", report=death.report)


def _groups(base: Base) -> Iterator[HouseholdId]:
    for own in (*base.households, *base.parties):
        yield own.household
