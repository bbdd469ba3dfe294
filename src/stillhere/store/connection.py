"""The one place that opens connections.

Every connection is keyed with the raw key: SQLCipher's own derivation would cost nearly
half a second each time, and Argon2id has already been paid for.
"""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeAlias

from sqlcipher3 import dbapi2

from stillhere.errors import StillHereError
from stillhere.store.faults import told
from stillhere.store.keys import DataKey

log = logging.getLogger(__name__)

Connection: TypeAlias = Any
"""A connection of `sqlcipher3`, which states no types."""

BUSY_S = 10.0
_PLAIN = b"SQLite format 3\x00"
_SMALLEST = 512

_EACH_TIME = (
    "PRAGMA temp_store = MEMORY",
    "PRAGMA secure_delete = ON",
    "PRAGMA foreign_keys = ON",
    "PRAGMA recursive_triggers = ON",  # or REPLACE would pass under the triggers
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA cache_size = -32768",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA journal_size_limit = 8388608",
)


def open_connection(
    path: Path, key: DataKey, *, any_thread: bool = False
) -> Connection:
    """Open an existing, possibly empty, file with every setting of the store.

    It commits each statement by itself until a `BEGIN` is executed.

    Args:
        path: The file.
        key: Its unlocked key.
        any_thread: Allow use from threads other than this one; whoever asks for it sees
            to it that no two use it at the same moment.

    Raises:
        StillHereError: What `told` makes of the library's errors; `store/damaged` where
            the first page does not fit the key.
    """
    with told(path):
        connection = dbapi2.connect(
            f"{path.absolute().as_uri()}?mode=rw",
            uri=True,
            timeout=BUSY_S,
            isolation_level=None,
            check_same_thread=not any_thread,
        )
        try:
            _set_up(connection, key)
        except BaseException:
            connection.close()
            raise
    log.debug("store opened")
    return connection


def _set_up(connection: Connection, key: DataKey) -> None:
    # The library would write about damaged pages to the terminal by itself.
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f'PRAGMA key = "{key.database}"')
    if not connection.execute("PRAGMA cipher_version").fetchone():
        raise StillHereError("store/no-encryption")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    for setting in _EACH_TIME:
        connection.execute(setting)


def look_at_file(path: Path) -> None:
    """Refuse what cannot be a store before any key is tried on it."""
    if not path.is_file():
        raise StillHereError("store/not-found", path=path)
    with told(path), path.open("rb") as file:
        start = file.read(len(_PLAIN))
        size = os.fstat(file.fileno()).st_size
    if start == _PLAIN:
        raise StillHereError("store/not-encrypted", path=path)
    if size < _SMALLEST:
        raise StillHereError("store/damaged", path=path, reason="it is cut short")


@contextmanager
def writing(connection: Connection) -> Iterator[None]:
    """One transaction: committed and on the disk, or as if it had never begun."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def settle(connection: Connection) -> bool:
    """Carry the journal into the file and cut it to nothing; False if in use."""
    busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy
