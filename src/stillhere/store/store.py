"""The store: the one door to where reports rest.

A `Store` belongs to the thread that opened it. Any number may read one file at once; the
first to write keeps the right to until it closes.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from stillhere.errors import Finding, StillHereError
from stillhere.reports import OperationKey, Provenance, Report, ReportId
from stillhere.store import backup, check, creation, reading, snapshots, sql
from stillhere.store.append import Appended, Batch
from stillhere.store.connection import (
    Connection,
    look_at_file,
    open_connection,
    settle,
    writing,
)
from stillhere.store.digest import digest_of_merged
from stillhere.store.faults import told
from stillhere.store.keys import DataKey, unlock
from stillhere.store.lock import WriterLock
from stillhere.store.schema import check_format
from stillhere.store.snapshots import Snapshot
from stillhere.vocabulary.kinds import ReportKind


class Store:
    """Reports of one operation in one encrypted file.

    Attributes:
        path: The file; keys, journal and lock stand beside it under its name.
        operation: Name of the operation.
        operation_key: Key of the operation's ids, kept inside the encrypted file.
    """

    def __init__(self, path: Path, key: DataKey, connection: Connection) -> None:
        self.path = path
        self._key = key
        self._connection = connection
        self._lock = WriterLock(path)
        with told(path):
            check_format(connection, path)
            secret = sql.recall(connection, "operation_key") or ""
            self.operation = sql.recall(connection, "operation") or ""
        self.operation_key = OperationKey.from_hex(secret, str(path))

    @classmethod
    def create(
        cls,
        path: Path,
        passphrase: str,
        operation_key: OperationKey,
        *,
        operation: str = "",
    ) -> Self:
        """Make a new store with its key file; writes over nothing.

        Raises:
            StillHereError: `store/exists` where a store or a key file stands already.
        """
        key = creation.make(path, passphrase, operation_key, operation)
        return cls.open_with_key(path, key)

    @classmethod
    def open(cls, path: Path, passphrase: str) -> Self:
        """Open a store with a passphrase.

        Raises:
            StillHereError: `store/not-found`, `store/not-encrypted`,
                `store/keys-missing`, `store/keys-damaged`, `store/wrong-passphrase`
                or `store/damaged`, each with its own sentence.
        """
        look_at_file(path)
        return cls.open_with_key(path, unlock(path, passphrase))

    @classmethod
    def open_with_key(cls, path: Path, key: DataKey) -> Self:
        """Open a store whose key is unlocked already: for further threads."""
        look_at_file(path)
        connection = open_connection(path, key)
        try:
            return cls(path, key, connection)
        except BaseException:
            connection.close()
            raise

    def close(self) -> None:
        """Close; the last to close carries the journal into the file."""
        self._connection.close()
        self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def position(self) -> int:
        """Number of the latest row; rises with every append that brings news."""
        with told(self.path):
            return sql.last_seq(self._connection)

    def count(self) -> int:
        """How many reports there are."""
        with told(self.path):
            return sql.count(self._connection)

    def append(
        self,
        reports: Iterable[Report],
        provenance: Iterable[Provenance] = (),
        *,
        entry_date: str = "",
    ) -> Appended:
        """Store a batch, whole or not at all; returns once the disk has it.

        Args:
            reports: Any order, any repetition. One that is here already changes
                nothing, unless it is stamped differently. Erasures among them empty
                what they name, here and whenever it arrives.
            provenance: Where they were read; each report of it here or in the batch.
            entry_date: ISO time, for provenance without one.

        Raises:
            StillHereError: `store/being-written`, `store/disk-full`,
                `store/read-only`, `store/disk-failed`,
                `store/provenance-without-report`. Nothing of the batch is stored.
        """
        with self._write():
            batch = Batch(self._connection, self.operation_key)
            batch.add(reports)
            batch.add_provenance(provenance, entry_date)
        return Appended(
            new=batch.new,
            known=batch.known,
            emptied=batch.emptied,
            position=batch.position,
            findings=self._clean_up(batch.emptied) if batch.emptied else (),
        )

    def erase(self, erasure: Report) -> Appended:
        """Append an erasure: empty what it names, in the file and in its journal.

        Raises:
            StillHereError: `store/not-an-erasure`, and what `append` raises.
        """
        if erasure.kind is not ReportKind.ERASURE:
            code, kind = "store/not-an-erasure", erasure.kind.value
            raise StillHereError(code, report=erasure.id, kind=kind)
        return self.append([erasure])

    def _clean_up(self, emptied: int) -> tuple[Finding, ...]:
        with told(self.path):
            if settle(self._connection):
                return ()
        code = "store/erasure-unfinished"
        return (Finding.of(code, count=emptied, path=self.path),)

    def reports(self, since: int | None = None) -> Iterator[Report]:
        """Every report once, in order of arrival, merged over its stamps.

        Args:
            since: A `position`; only reports with news after it.
        """
        with told(self.path):
            yield from reading.reports_since(self._connection, since or 0)

    def reports_by_ids(self, ids: Iterable[ReportId]) -> list[Report]:
        """These reports in id order; ids that are not here are left out."""
        with told(self.path):
            return reading.reports_by_ids(self._connection, ids)

    def provenance(self, ids: Iterable[ReportId]) -> list[Provenance]:
        """Where these reports were read, by id, then file, sheet and row."""
        with told(self.path):
            return [
                Provenance(name, *row)
                for name in sorted(set(ids))
                for row in sql.provenance_of(self._connection, bytes.fromhex(name))
            ]

    def save_snapshot(self, snapshot: Snapshot) -> None:
        """Keep this snapshot and no other."""
        with self._write():
            snapshots.save(self._connection, snapshot)

    def load_snapshot(self, rules: str) -> Snapshot | None:
        """The snapshot under these rules; None where there is none."""
        with told(self.path):
            return snapshots.load(self._connection, rules)

    def remember(self, name: str, value: str) -> None:
        """Keep a small text under a name of the caller's, such as a last look."""
        with self._write():
            sql.remember(self._connection, f"note:{name}", value)

    def recall(self, name: str) -> str | None:
        """What `remember` kept under this name; None for nothing."""
        with told(self.path):
            return sql.recall(self._connection, f"note:{name}")

    def digest(self) -> str:
        """The digest of the set of reports: equal sets on two nodes, equal digests."""
        return digest_of_merged(self.reports())

    def check(self) -> check.Checked:
        """Verify every page and recompute every id; findings, never an exception."""
        with told(self.path):
            return check.check(self._connection, self.operation_key, self.path)

    def backup(self, folder: Path) -> Path:
        """Write a consistent encrypted copy into a new folder inside `folder`.

        Others may write meanwhile. The folder appears only when whole; its passphrase
        is the one in force now.
        """
        with told(folder):
            return backup.take(self._connection, self.path, self._key, folder)

    @contextmanager
    def _write(self) -> Iterator[None]:
        self._lock.take()
        with told(self.path), writing(self._connection):
            yield
