"""Files somebody looks at before they count: parsed, in memory, for an hour at most.

Nothing of them is on a disk. Each belongs to who sent it.
"""

import secrets
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from weakref import WeakKeyDictionary

from stillhere.desk.clock import now
from stillhere.desk.operation.current import the_operation
from stillhere.desk.operation.live import Operation
from stillhere.intake import Draft, DraftTable, Proposal
from stillhere.reports import Profile, Provenance
from stillhere.vocabulary import Scope

MOST = 8
MOST_BYTES = 256 << 20
LASTS_S = 3600.0

_CELL_BYTES = 56
"""What an empty cell costs in memory."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One file that is looked at.

    Attributes:
        token: Last part of its address; cannot be guessed.
        account: Sign-in name of who sent it.
        note: Under which the store remembers what these bytes were read as.
        source: Name of the source the whole file is to be read as.
        draft: The file, parsed, with the profiles as they are now.
        lines: Where its rows stand and which reports they would be.
        before: What they were read as, if they were.
        scopes: What each of its sources may be used for.
        proposals: What the program proposed, by source, whatever was said since.
        left_out: Sources of sheets that are not to be read.
        at: ISO time it was sent.
        since: The same by the clock that only runs forward, in seconds.
        job: Number of the work that takes it in; 0 before it is begun.
    """

    token: str
    account: str
    note: str
    source: str
    draft: Draft = field(repr=False)
    lines: tuple[Provenance, ...] = field(repr=False)
    before: str | None
    scopes: Mapping[str, tuple[Scope, ...]]
    proposals: Mapping[str, Proposal] = field(repr=False)
    left_out: frozenset[str] = frozenset()
    at: str = field(default_factory=now)
    since: float = field(default_factory=time.monotonic)
    job: int = 0

    @property
    def taken(self) -> tuple[DraftTable, ...]:
        """The sheets that are to be read."""
        return tuple(t for t in self.draft.tables if t.source not in self.left_out)

    @property
    def rows(self) -> int:
        """How many reports they would be."""
        return sum(len(t.table.rows) for t in self.taken)

    def headed(self, source: str, line: int) -> "Kept":
        """The same file with the header of one of its sheets in another line."""
        draft = self.draft.headed(source, line)
        return replace(
            self,
            draft=draft,
            lines=draft.read().provenance,
            proposals={**self.proposals, **proposals_of(draft)},
        )

    def read_as(self, profile: Profile, scopes: tuple[Scope, ...]) -> "Kept":
        """The same file with another profile for one of its sources."""
        draft = self.draft
        if draft.table(profile.source).profile != profile:
            draft = draft.read_as(profile)
        return replace(
            self, draft=draft, scopes={**self.scopes, profile.source: scopes}
        )


class Drafts:
    """The drafts of one operation, the oldest dropped where they become too many."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[Kept, int]] = {}
        self._guard = threading.Lock()

    def keep(self, kept: Kept) -> None:
        """Add one, or put a changed one in the place of what it was."""
        size = _bytes_of(kept.draft)
        with self._guard:
            self._kept.pop(kept.token, None)
            self._kept[kept.token] = (kept, size)
            self._thin()

    def get(self, token: str, account: str) -> Kept | None:
        """A draft for who sent it; None for anybody else, and once it has ended."""
        with self._guard:
            self._thin()
            found = self._kept.get(token)
        return found[0] if found is not None and found[0].account == account else None

    def listed(self, account: str) -> list[Kept]:
        """The drafts of an account, the latest first."""
        with self._guard:
            self._thin()
            own = [k for k, _ in self._kept.values() if k.account == account]
        return sorted(own, key=lambda kept: kept.since, reverse=True)

    def begin(self, token: str, job: int) -> None:
        """Note the work that takes one in; nothing where it has ended already."""
        with self._guard:
            found = self._kept.get(token)
            if found is not None:
                self._kept[token] = (replace(found[0], job=job), found[1])

    def drop(self, token: str) -> None:
        """Forget one."""
        with self._guard:
            self._kept.pop(token, None)

    def _thin(self) -> None:
        """Drop what has ended; then the oldest, but for the one added last."""
        ended = time.monotonic() - LASTS_S
        for token in [t for t, (k, _) in self._kept.items() if k.since < ended]:
            del self._kept[token]
        while len(self._kept) > MOST or (len(self._kept) > 1 and self._too_large()):
            del self._kept[next(iter(self._kept))]

    def _too_large(self) -> bool:
        return sum(size for _, size in self._kept.values()) > MOST_BYTES


def proposals_of(draft: Draft) -> dict[str, Proposal]:
    """What is proposed for its sheets; nothing for those with a known profile."""
    return {t.source: t.proposal for t in draft.tables if t.proposal is not None}


def new_token() -> str:
    """An address nobody can guess."""
    return secrets.token_urlsafe(16)


_DRAFTS: WeakKeyDictionary[Operation, Drafts] = WeakKeyDictionary()


def the_drafts() -> Drafts:
    """The drafts of the operation that is open."""
    return _DRAFTS.setdefault(the_operation(), Drafts())


def _bytes_of(draft: Draft) -> int:
    """About how much memory the cells take."""
    return sum(
        _CELL_BYTES * len(cells) + 2 * sum(map(len, cells))
        for here in draft.tables
        for _, cells in here.table.rows
    )
