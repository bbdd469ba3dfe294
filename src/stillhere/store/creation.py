"""A new store: whole under its name, or not there."""

import os
from pathlib import Path

from stillhere.errors import StillHereError
from stillhere.reports import OperationKey
from stillhere.store import files
from stillhere.store.connection import open_connection, settle
from stillhere.store.faults import told
from stillhere.store.keys import DataKey, keys_path, make_keys
from stillhere.store.schema import make_tables


def make(
    path: Path, passphrase: str, operation_key: OperationKey, operation: str
) -> DataKey:
    """Write key file and empty tables; returns the unlocked key."""
    for taken in (path, keys_path(path)):
        if taken.exists():
            raise StillHereError("store/exists", path=taken)
    with told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        key = make_keys(path, passphrase)
        _lay_out(path, key, operation_key, operation)
        files.sync_folder(path.parent)
    return key


def _lay_out(
    path: Path, key: DataKey, operation_key: OperationKey, operation: str
) -> None:
    partial = path.with_name(path.name + files.PARTIAL)
    try:
        _write_tables(partial, key, operation_key, operation)
        partial.rename(path)
    except BaseException:
        # The key of a store that never was; nothing can be lost with it.
        keys_path(path).unlink(missing_ok=True)
        remove_store(partial)
        raise


def _write_tables(
    partial: Path, key: DataKey, operation_key: OperationKey, operation: str
) -> None:
    remove_store(partial)
    make_empty(partial)
    connection = open_connection(partial, key)
    try:
        make_tables(connection, operation_key, operation)
        settle(connection)
    finally:
        connection.close()
    files.sync_file(partial)


def make_empty(path: Path) -> None:
    """An empty private file, which the library then fills."""
    os.close(files.create_private(path))


def remove_store(path: Path) -> None:
    """Remove a partial file and its journals."""
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
