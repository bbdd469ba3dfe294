"""The engine of a laptop: one file encrypted by SQLCipher, with its keys beside it."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Self

from sqlcipher3 import dbapi2

from stillhere.errors import StillHereError
from stillhere.store import backup, files
from stillhere.store.connection import (
    Connection,
    look_at_file,
    open_connection,
    settle,
    writing,
)
from stillhere.store.creation import make_empty
from stillhere.store.faults import told
from stillhere.store.keys import DataKey, keys_path
from stillhere.store.lock import WriterLock

_QUESTIONS = (
    "PRAGMA cipher_integrity_check",
    "PRAGMA integrity_check",
    "PRAGMA foreign_key_check",
)


class EncryptedFile:
    """The tables of one store in one file; what it promises is said of `Engine`."""

    def __init__(self, path: Path, key: DataKey, connection: Connection) -> None:
        self.place = path
        self.key = key
        self.connection = connection
        self._lock = WriterLock(path)

    @classmethod
    def open(cls, path: Path, key: DataKey, *, any_thread: bool = False) -> Self:
        """Open a file that holds the tables of a store."""
        look_at_file(path)
        connection = open_connection(path, key, any_thread=any_thread)
        try:
            with told(path):
                _look_for_tables(connection, path)
        except BaseException:
            connection.close()
            raise
        return cls(path, key, connection)

    def told(self) -> AbstractContextManager[None]:
        """Errors of database and disk as sentences about the file."""
        return told(self.place)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction, for the one program that may write."""
        self._lock.take()
        with writing(self.connection):
            yield

    def holds(self, table: str) -> bool:
        """Whether the file holds such a table."""
        return _holds(self.connection, table)

    def settle(self) -> bool:
        """Carry the journal into the file; False while another program reads."""
        return settle(self.connection)

    def damage(self) -> Iterator[str]:
        """What the library says of its pages."""
        for question in _QUESTIONS:
            said = [reason for reason in self._answers(question) if reason != "ok"]
            if said:
                yield f"{said[0]}, {len(said)} in all"

    def _answers(self, question: str) -> list[str]:
        # A damaged page can keep the library from finishing its own check.
        try:
            rows = self.connection.execute(question).fetchall()
        except dbapi2.DatabaseError as error:
            return [str(error)]
        return [str(row[0]) for row in rows]

    def backup(self, folder: Path, passphrase: str | None) -> Path:
        """Copy the file and its keys; the passphrase is the one in force."""
        if passphrase is not None:
            message = "the backup of a file opens with the passphrase of the file"
            raise ValueError(message)
        return backup.take(folder, self.place.name, self._copy_to)

    def _copy_to(self, target: Path) -> DataKey:
        """Copy in one step: one moment of the store, and no writer has to wait."""
        make_empty(target)
        copy = open_connection(target, self.key)
        try:
            self.connection.backup(copy)
            settle(copy)
        finally:
            copy.close()
        files.copy_synced(keys_path(self.place), keys_path(target))
        return self.key

    def close(self) -> None:
        """Close; the last to close carries the journal into the file."""
        self.connection.close()
        self._lock.release()


def _look_for_tables(connection: Connection, path: Path) -> None:
    if not _holds(connection, "meta"):
        raise StillHereError("store/damaged", path=path, reason="it has no tables")


def _holds(connection: Connection, table: str) -> bool:
    tables = "SELECT count(*) FROM sqlite_master WHERE name = ?"
    return bool(connection.execute(tables, (table,)).fetchone()[0])
