"""The store: the one door to where reports rest.

A `Store` belongs to the thread that opened it, unless it was opened for any thread; then
whoever shares it sees to it that one uses it at a time, to the end of what `reports`
gives. Any number may read one store at once; the first to write keeps the right to until
it closes.

Why so long: this is the whole door, so that whoever looks for a call looks here; every
method is a line or two over the module that does it, below what it promises.
"""

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from stillhere.errors import Finding, StillHereError
from stillhere.reports import OperationKey, Provenance, Report, ReportId
from stillhere.store import check, creation, reading, snapshots, sql
from stillhere.store.append import Appended, Batch
from stillhere.store.connection import look_at_file
from stillhere.store.digest import digest_of_merged
from stillhere.store.encrypted import EncryptedFile
from stillhere.store.engine import Engine
from stillhere.store.faults import told
from stillhere.store.keys import DataKey, unlock
from stillhere.store.schema import check_format
from stillhere.store.snapshots import Snapshot
from stillhere.vocabulary.kinds import ReportKind

if TYPE_CHECKING:
    from stillhere.store.postgres import Server


class Store:
    """Reports of one operation, in an encrypted file or on a PostgreSQL server.

    Attributes:
        place: The file or the address, as sentences name it.
        operation: Name of the operation.
        operation_key: Key of the operation's ids, kept inside the store.
    """

    def __init__(self, engine: Engine) -> None:
        self.place = engine.place
        self._engine = engine
        self._connection = engine.connection
        with engine.told():
            check_format(sql.recall(self._connection, "format"), self.place)
            secret = sql.recall(self._connection, "operation_key") or ""
            self.operation = sql.recall(self._connection, "operation") or ""
        self.operation_key = OperationKey.from_hex(secret, str(self.place))

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
    def open(cls, path: Path, passphrase: str, *, any_thread: bool = False) -> Self:
        """Open a store with a passphrase.

        Args:
            path: The file.
            passphrase: Any that opens its keys.
            any_thread: Allow use from every thread, one at a time.

        Raises:
            StillHereError: `store/not-found`, `store/not-encrypted`,
                `store/keys-missing`, `store/keys-damaged`, `store/wrong-passphrase`
                or `store/damaged`, each with its own sentence.
        """
        look_at_file(path)
        key = unlock(path, passphrase)
        return cls.open_with_key(path, key, any_thread=any_thread)

    @classmethod
    def open_with_key(
        cls, path: Path, key: DataKey, *, any_thread: bool = False
    ) -> Self:
        """Open a store whose key is unlocked already: for further threads."""
        return cls._opened(EncryptedFile.open(path, key, any_thread=any_thread))

    @classmethod
    def create_at(
        cls, address: str, operation_key: OperationKey, *, operation: str = ""
    ) -> Self:
        """Lay out a new store in a database of a PostgreSQL server.

        Args:
            address: `postgresql://...`, without a password.
            operation_key: Key of the operation's ids.
            operation: Name of the operation.

        Raises:
            StillHereError: `store/exists` where tables of that name are, and what
                `connect` raises of the server.
        """
        _server().create(address, operation_key, operation)
        return cls.connect(address)

    @classmethod
    def connect(cls, address: str) -> Self:
        """Open a store on a PostgreSQL server; any thread may use it, one at a time.

        Args:
            address: `postgresql://...`, without a password: that stands in a password
                file, or the server knows the user of the machine.

        Raises:
            StillHereError: `store/address-unreadable`, `store/password-in-address`,
                `store/address-unprotected`, `store/server-unreachable`,
                `store/server-password`, `store/server-refused`,
                `store/server-unfit`, `store/not-a-store`, or `store/no-postgres`
                where the library for it is not installed.
        """
        return cls._opened(_server().open(address))

    @classmethod
    def _opened(cls, engine: Engine) -> Self:
        try:
            return cls(engine)
        except BaseException:
            engine.close()
            raise

    @property
    def path(self) -> Path:
        """The file; keys, journal and lock stand beside it under its name."""
        if isinstance(self.place, Path):
            return self.place
        message = "a store on a server has no file"
        raise AttributeError(message)

    def told(self) -> AbstractContextManager[None]:
        """Turns what disk, database or server say into sentences, for other tables."""
        return self._engine.told()

    def close(self) -> None:
        """Close, and let go of the right to write."""
        self._engine.close()

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
        with self._engine.told():
            return sql.last_seq(self._connection)

    def count(self) -> int:
        """How many reports there are."""
        with self._engine.told():
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
                `store/read-only`, `store/disk-failed`, `store/server-failed`,
                `store/provenance-without-report`: nothing of the batch is stored. For
                `store/server-lost` see its sentence.
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
        with self._engine.told():
            if self._engine.settle():
                return ()
        code = "store/erasure-unfinished"
        return (Finding.of(code, count=emptied, path=self.place),)

    def reports(self, since: int | None = None) -> Iterator[Report]:
        """Every report once, in order of arrival, merged over its stamps.

        Args:
            since: A `position`; only reports with news after it.
        """
        with self._engine.told():
            yield from reading.reports_since(self._connection, since or 0)

    def reports_by_ids(self, ids: Iterable[ReportId]) -> list[Report]:
        """These reports in id order; ids that are not here are left out."""
        with self._engine.told():
            return reading.reports_by_ids(self._connection, ids)

    def decisions(self) -> list[Report]:
        """Every report by which somebody decided: tables, profiles, judgements.

        Few beside the rows of lists: what an operation is computed by is known from
        them without reading everything. In id order.
        """
        kinds = [kind.value for kind in ReportKind if kind.decides]
        with self._engine.told():
            names = sql.ids_of_kinds(self._connection, kinds)
            return reading.reports_by_ids(self._connection, names)

    def provenance(self, ids: Iterable[ReportId]) -> list[Provenance]:
        """Where these reports were read, by id, then file, sheet and row."""
        with self._engine.told():
            return [
                Provenance(name, *row)
                for name in sorted(set(ids))
                for row in sql.provenance_of(self._connection, bytes.fromhex(name))
            ]

    def all_provenance(self) -> list[Provenance]:
        """Where every report was read, in order of arrival; a third of the cost."""
        with self._engine.told():
            return [
                Provenance(ReportId(bytes(name).hex()), *row)
                for name, *row in sql.all_provenance(self._connection)
            ]

    def save_snapshot(self, snapshot: Snapshot) -> None:
        """Keep this snapshot and no other."""
        with self._write():
            snapshots.save(self._connection, snapshot)

    def load_snapshot(self, rules: str) -> Snapshot | None:
        """The snapshot under these rules; None where there is none."""
        with self._engine.told():
            return snapshots.load(self._connection, rules)

    def remember(self, name: str, value: str) -> None:
        """Keep a small text under a name of the caller's, such as a last look."""
        with self._write():
            sql.remember(self._connection, f"note:{name}", value)

    def recall(self, name: str) -> str | None:
        """What `remember` kept under this name; None for nothing."""
        with self._engine.told():
            return sql.recall(self._connection, f"note:{name}")

    def account_roles(self) -> dict[str, tuple[str, ...]]:
        """Names people sign in with at the desk, and the codes of their roles, by name.

        Empty before the desk was opened.

        Commands on the terminal load no Django, and ask here.
        """
        with self._engine.told():
            if not self._engine.holds(sql.ACCOUNTS):
                return {}
            return sql.account_roles(self._connection)

    def digest(self) -> str:
        """The digest of the set of reports: equal sets on two nodes, equal digests."""
        return digest_of_merged(self.reports())

    def check(self) -> check.Checked:
        """Verify every page and recompute every id; findings, never an exception."""
        with self._engine.told():
            return check.check(self._engine, self.operation_key)

    def backup(self, folder: Path, passphrase: str | None = None) -> Path:
        """Write a consistent encrypted copy into a new folder inside `folder`.

        Others may write meanwhile. The folder appears only when whole; `restore` makes
        a file of it. The copy of a file opens with what opens the file now; the copy of
        a store on a server, with the passphrase given here.
        """
        with told(folder):
            return self._engine.backup(folder, passphrase)

    @contextmanager
    def _write(self) -> Iterator[None]:
        with self._engine.told(), self._engine.writing():
            yield


def _server() -> type["Server"]:
    try:
        from stillhere.store.postgres import Server  # noqa: PLC0415 (an extra)
    except ImportError as error:
        raise StillHereError("store/no-postgres") from error
    return Server
