"""The picture: everything derived, as persistent maps under one digest.

A picture never changes. An update makes a new one that shares what did not change; the
old one stays readable, its counts and lists included.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b
from typing import Protocol, TypeVar

from stillhere.errors import Finding
from stillhere.identity import Arrivals, Candidate, Doubts, Explanation, Hit, Link
from stillhere.intake.located import PlaceKey
from stillhere.ledger.canonical import canonical_bytes
from stillhere.ledger.counting import count, listed_by_source, stated
from stillhere.ledger.entry import Entry
from stillhere.ledger.figures import Figure
from stillhere.ledger.household import Household
from stillhere.ledger.parts import HouseholdId, MentionId
from stillhere.ledger.persistent import PersistentMap
from stillhere.ledger.places import PlaceEntry
from stillhere.ledger.sources import SourceEntry
from stillhere.reports import Provenance, Report, ReportId
from stillhere.reports.statements import PersonStatement, Statement
from stillhere.vocabulary import PersonEvent


class Evidence(Protocol):
    """What stands behind a picture, for who opens a figure or a link."""

    def report(self, report: ReportId) -> Report | None:
        """The report as stored, or None for an unknown id."""

    def statement(self, report: ReportId) -> Statement | None:
        """What it states by the newest profile; None if it is not in force here."""

    def mention(self, mention: MentionId) -> PersonStatement | None:
        """The person a report states, in a row, a call or a tracing request."""

    def provenance(self, report: ReportId) -> Provenance | None:
        """Where it was read, if this node knows."""

    def links(self, mention: MentionId) -> tuple[Link, ...]:
        """The links that hold the person of this mention together, sorted."""

    def explain(self, a: MentionId, b: MentionId) -> Explanation:
        """Which evidence counted how much between two mentions."""

    def candidates(self, mention: MentionId, limit: int) -> list[Candidate]:
        """Who else this mention may be, best first."""

    def doubts(self) -> Doubts:
        """Pairs of mentions a person may have to look at; follows the newest picture."""

    def arrivals(self) -> Arrivals:
        """Chances to have left or arrived; they follow the newest picture too."""

    def search(self, text: str, limit: int) -> list[Hit]:
        """Mentions that answer a name in any script or a number, best first."""


@dataclass(frozen=True, slots=True)
class Changes:
    """The difference of two pictures: sorted keys that are new, gone or different."""

    entries: tuple[MentionId, ...]
    households: tuple[HouseholdId, ...]
    places: tuple[PlaceKey, ...]
    statements: tuple[ReportId, ...]


@dataclass(frozen=True, eq=False)
class Picture:
    """What is known at a date, by given rules, from a set of reports.

    Attributes:
        as_of: ISO date or time of the picture.
        rules_digest: Hex digest of the rules it was built by.
        entries: Referent to entry.
        households: Households of registers and parties of other lists.
        places: Settlements and dwellings.
        sources: Sources by name.
        statements: What reports in force state of anything but one listed person:
            calls, tracing requests, visits, services, needs, counts, trips and the rest.
        referents: Mention to referent, for mentions that are not referents themselves.
        findings: Sorted; what is wrong in the data, nothing lost.
        evidence: What stands behind it (not in the digest).
        epoch: Its number among the pictures of one workbench (not in the digest).
    """

    as_of: str
    rules_digest: str
    entries: PersistentMap[Entry]
    households: PersistentMap[Household]
    places: PersistentMap[PlaceEntry]
    sources: PersistentMap[SourceEntry]
    statements: PersistentMap[Statement]
    referents: PersistentMap[MentionId] = field(repr=False)
    findings: tuple[Finding, ...]
    evidence: Evidence = field(repr=False)
    epoch: int = 0

    @cached_property
    def digest(self) -> str:
        """Hex digest over rules, date and every derived value."""
        parts = (
            self.rules_digest,
            self.as_of,
            self.entries.digest,
            self.households.digest,
            self.places.digest,
            self.sources.digest,
            self.statements.digest,
            self.findings,
        )
        return blake2b(canonical_bytes(parts), digest_size=16).hexdigest()

    def __eq__(self, other: object) -> bool:
        """Whether both say the same, byte for byte."""
        return isinstance(other, Picture) and self.digest == other.digest

    def __hash__(self) -> int:
        """From the digest."""
        return hash(self.digest)

    def __repr__(self) -> str:
        """Counts only: a picture may be logged, a name may not."""
        return f"<Picture {self.digest} as of {self.as_of}, {len(self.entries)} people>"

    def referent(self, mention: MentionId) -> MentionId:
        """The person a mention belongs to; raises KeyError for no mention in force."""
        if mention in self.entries:
            return mention
        return self.referents[mention]

    def entry(self, mention: MentionId) -> Entry:
        """The entry of a referent, or of any mention; raises KeyError for neither."""
        return self.entries[self.referent(mention)]

    def place(self, key: PlaceKey) -> PlaceEntry:
        """What is known of a settlement or dwelling; raises KeyError if nothing is."""
        return self.places[key]

    def dwellings(self, settlement: PlaceKey) -> Iterator[PlaceEntry]:
        """Dwellings and buildings of one settlement, in key order."""
        return iter(self._dwellings.get(settlement, ()))

    @cached_property
    def _dwellings(self) -> dict[PlaceKey, list[PlaceEntry]]:
        found: dict[PlaceKey, list[PlaceEntry]] = {}
        for place in self.places.values():
            if not place.is_settlement:
                found.setdefault(place.settlement, []).append(place)
        return found

    @cached_property
    def settlements(self) -> tuple[PlaceEntry, ...]:
        """Settlements in key order."""
        return tuple(p for p in self.places.values() if p.is_settlement)

    def without_word(self) -> tuple[Entry, ...]:
        """The list of those without word, of most concern first.

        Ties: who was heard of longest ago (never heard of first), then id. Empty when
        everybody is accounted for.
        """
        return self._without_word

    @cached_property
    def _without_word(self) -> tuple[Entry, ...]:
        listed = (e for e in self.entries.values() if e.listed)
        return tuple(
            sorted(listed, key=lambda e: (-e.concern, e.last_word or "", e.id))
        )

    def arrived(self, entry: Entry) -> int | None:
        """The chance that somebody of a register has left or arrived, in millionths.

        From lists of departures and arrivals alone, links that were not accepted
        included, and from how many of their household are in them; found, seen and dead
        are not in it. It holds where such lists are as complete as those of an exercise;
        of fewer lists silence says less. Ask under the lock that updates take: it
        follows the newest picture.

        Returns:
            None for who stands in no register. Of several registers the largest.
        """
        arrivals, year = self.evidence.arrivals(), int(self.as_of[:4])
        found = [arrivals.of(mention, year) for mention in entry.members]
        return max((chance for chance in found if chance is not None), default=None)

    def count(self, name: str) -> Figure:
        """A figure the ledger counts itself, with its reports.

        Args:
            name: A `Status`, or a name of `counting.COUNTS` (``listed``, ``registered``,
                ``people``, ``asked_for``, ``missing``, ``households``, ``settlements``,
                ``settlements_visited``, ``dwellings``, ``dwellings_visited``, ``visits``,
                ``calls``, ``tracing_requests``, ``needs_open``, ``conflicts``).

        Raises:
            KeyError: Nothing of this name is counted.
        """
        if name not in self._counted:
            self._counted[name] = count(self, name)
        return self._counted[name]

    @cached_property
    def _counted(self) -> dict[str, Figure]:
        return {}

    def stated(self, what: str | None = None) -> tuple[Figure, ...]:
        """Figures that sources state, side by side, by what, place, date and source."""
        return tuple(f for f in self._stated if what is None or f.name == what)

    @cached_property
    def _stated(self) -> tuple[Figure, ...]:
        return stated(self)

    def by_source(self, event: PersonEvent) -> tuple[Figure, ...]:
        """How many statements of an event each source makes, side by side, by source.

        The figure for "registered as arrived, by whom, on which date": people as one
        source counts them, never added over sources.
        """
        return self._by_source.get(event, ())

    @cached_property
    def _by_source(self) -> dict[PersonEvent, tuple[Figure, ...]]:
        return listed_by_source(self)

    def changes(self, since: "Picture") -> Changes:
        """What differs from an earlier picture; all empty for an equal one."""
        return Changes(
            entries=_keys(self.entries.differing(since.entries), MentionId),
            households=_keys(self.households.differing(since.households), HouseholdId),
            places=_keys(self.places.differing(since.places), PlaceKey),
            statements=_keys(self.statements.differing(since.statements), ReportId),
        )


Key = TypeVar("Key")


def _keys(found: list[str], kind: Callable[[str], Key]) -> tuple[Key, ...]:
    return tuple(kind(key) for key in found)
