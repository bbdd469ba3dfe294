"""The open operation: reads of many threads, writes one after the other."""

import logging
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import DatabaseError

from stillhere.desk import rows
from stillhere.desk.clock import now
from stillhere.errors import StillHereError
from stillhere.intake import World
from stillhere.ledger import Picture
from stillhere.pipeline import Rules, moved, update
from stillhere.pipeline.readings import Progress
from stillhere.places import Gazetteer
from stillhere.reports import EXERCISE_KEY, OperationKey, Provenance, Report
from stillhere.store import Appended, Store

log = logging.getLogger(__name__)

WAIT_S = 3.0
"""How long a search waits for a long import before it says so."""


@dataclass(frozen=True, slots=True)
class Entered:
    """What came of reports that were entered.

    Attributes:
        stored: What the store did.
        before, after: The pictures around it; the same one where nothing was new.
    """

    stored: Appended
    before: Picture
    after: Picture


class Operation:
    """One operation, open for every thread of the desk.

    Attributes:
        store: Used under `_writing` only.
        world: Tables of the operation.
        rules: What the picture is built by.
        kept: Position of the snapshot the store has; -1 where it has none.
        erasures: How many there were since the start; what was laid out before one may
            hold what it emptied.
    """

    def __init__(
        self, store: Store, world: World, rules: Rules, picture: Picture
    ) -> None:
        self.store = store
        self.world = world
        self.rules = rules
        self.kept = -1
        self.erasures = 0
        self._picture = picture
        self._listed = picture  # what the rows are of
        self._position = store.position
        self._writing = threading.RLock()
        self._advancing = threading.RLock()

    @property
    def picture(self) -> Picture:
        """The newest whole picture. Its maps may be read by any thread at any time."""
        return self._picture

    @property
    def position(self) -> int:
        """The store's position the picture stands at."""
        return self._position

    @property
    def key(self) -> OperationKey:
        """Key of the operation's ids."""
        return self.store.operation_key

    @property
    def gazetteer(self) -> Gazetteer:
        """Places of the operation."""
        return self.rules.gazetteer

    @property
    def exercise(self) -> bool:
        """Whether everything in it is invented."""
        return self.key == EXERCISE_KEY and self.world.operation.as_of is not None

    @property
    def region(self) -> str:
        """Name of the region as the operation writes it."""
        return self.world.operation.region or self.store.operation

    @property
    def today(self) -> str:
        """The date of entries: the clock's, or that of an exercise."""
        return self.picture.as_of if self.exercise else now()

    @contextmanager
    def evidence(self, wait_s: float = WAIT_S) -> Iterator[Picture]:
        """The picture with its evidence held still: for search, explain, candidates.

        Raises:
            StillHereError: `desk/names-busy` while a long import works on the names.
        """
        if not self._advancing.acquire(timeout=wait_s):
            raise StillHereError("desk/names-busy")
        try:
            yield self._picture
        finally:
            self._advancing.release()

    @contextmanager
    def writing(self) -> Iterator[Store]:
        """The store, with nobody else writing."""
        with self._writing:
            yield self.store

    def enter(
        self,
        reports: Iterable[Report],
        provenance: Iterable[Provenance] = (),
        tell: Progress | None = None,
    ) -> Entered:
        """Store reports, then bring picture and rows up to date; returns once both are.

        Raises:
            StillHereError: The store could not take them; nothing of them is stored.
        """
        new, lines = list(reports), list(provenance)
        with self._writing:
            moment = now()
            stored = self.store.append(new, lines, entry_date=moment)
            before = self._picture
            with self._advancing:  # names and picture are never of two times
                after = update(before, new, provenance=lines, progress=tell)
                self._picture, self._position = after, stored.position
                self._list(moment)
            if stored.emptied:  # an erasure takes the snapshot away
                self.kept, self.erasures = -1, self.erasures + 1
        return Entered(stored, before, after)

    def replace(self, picture: Picture, rules: Rules, world: World) -> None:
        """Go on with another picture of the same reports: a later date, other rules."""
        with self._writing, self._advancing:
            rows.rebuild(picture, self.store.position, now())
            self._picture, self.rules, self.world = picture, rules, world
            self._listed = picture

    def move(self, as_of: str, tell: Progress | None = None) -> None:
        """Go on with the picture of the same reports at another date."""
        with self._writing, self._advancing:
            self._picture = moved(self._picture, as_of, progress=tell)
            self._list(now())

    def _list(self, moment: str) -> None:
        """Bring the rows to the picture.

        What was stored is stored: where the disk has no room for rows, lists stay as they
        are and catch up at the next write, or at the next start.
        """
        try:
            rows.follow(self._listed, self._picture, self._position, moment)
        except DatabaseError as error:
            log.warning("rows stay behind at %s", self._position, exc_info=error)
        else:
            self._listed = self._picture

    def close(self) -> None:
        """Close the store once the writer is done."""
        with self._writing:
            self.store.close()
