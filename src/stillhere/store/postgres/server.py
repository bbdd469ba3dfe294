"""A store on a server: who may write, and what differs from a file."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Self

from stillhere.errors import StillHereError
from stillhere.reports import OperationKey
from stillhere.store import backup, sql
from stillhere.store.keys import DataKey
from stillhere.store.postgres.copying import copy_into
from stillhere.store.postgres.faults import told
from stillhere.store.postgres.schema import NAMES, TABLES, TRIGGERS
from stillhere.store.postgres.session import Session
from stillhere.store.schema import first_notes

_WRITER = 0x5748
"""Class of our advisory locks; the number beside it is that of the table `meta`."""

_LOCK = "SELECT pg_try_advisory_lock(?, 'meta'::regclass::oid::integer)"
_MAKING = "SELECT pg_advisory_xact_lock(?)"
_HOLDS = "SELECT to_regclass(?) IS NOT NULL"
_VACUUM = "VACUUM bodies, provenance, files, snapshots"


class Server:
    """The tables of one store in one database; what it promises is said of `Engine`."""

    def __init__(self, session: Session) -> None:
        self.place = session.place
        self.connection = session
        self._writer: object = None

    @classmethod
    def create(cls, address: str, key: OperationKey, operation: str) -> None:
        """Lay out an empty store, whole or not at all."""
        session = Session(address)
        try:
            with told(session.place), session.transaction():
                session.execute(_MAKING, (_WRITER,))
                if _tables(session):
                    raise StillHereError("store/exists", path=session.place)
                session.raw.execute(TABLES + TRIGGERS)
                session.executemany(sql.INSERT_META, first_notes(key, operation))
        finally:
            session.close()

    @classmethod
    def open(cls, address: str) -> Self:
        """Connect to a database that holds the tables of a store."""
        session = Session(address)
        try:
            with told(session.place):
                _look_for_tables(session)
        except BaseException:
            session.close()
            raise
        return cls(session)

    def told(self) -> AbstractContextManager[None]:
        """Errors of server and network as sentences about the address."""
        return told(self.place)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction, for the one program that may write."""
        self._take_right()
        with self.connection.transaction():
            yield

    def _take_right(self) -> None:
        """Take the lock the server itself lets go when the connection ends.

        Writers that came in turns could commit numbers out of order, and a reader that
        asks for what is new would miss some.
        """
        raw = self.connection.raw
        if self._writer is raw:
            return
        if not self.connection.execute(_LOCK, (_WRITER,)).fetchone()[0]:
            raise StillHereError("store/being-written", path=self.place)
        self._writer = raw

    def holds(self, table: str) -> bool:
        """Whether the database shows such a table."""
        return bool(self.connection.execute(_HOLDS, (table,)).fetchone()[0])

    def settle(self) -> bool:
        """Give the room of emptied rows back; what a disk keeps is the server's matter."""
        self.connection.execute(_VACUUM)
        return True

    def damage(self) -> tuple[str, ...]:
        """Nothing: a server tells of spoiled pages when they are read."""
        return ()

    def backup(self, folder: Path, passphrase: str | None) -> Path:
        """Copy every row into an encrypted file of the same contents."""
        if passphrase is None:
            raise StillHereError("store/backup-passphrase", path=self.place)
        name = f"{self.connection.raw.info.dbname}.store"

        def write(target: Path) -> DataKey:
            return copy_into(self.connection, target, passphrase)

        with told(self.place):
            return backup.take(folder, name, write)

    def close(self) -> None:
        """Close; the server lets go of the right to write."""
        self.connection.close()


def _look_for_tables(session: Session) -> None:
    whole = _tables(session) == len(NAMES)
    if not whole or sql.recall(session, "format") is None:
        raise StillHereError("store/not-a-store", path=session.place)


def _tables(session: Session) -> int:
    """How many tables of ours the database shows."""
    question = (
        f"SELECT {' + '.join(['(to_regclass(?) IS NOT NULL)::int'] * len(NAMES))}"
    )
    found: int = session.execute(question, NAMES).fetchone()[0]
    return found
