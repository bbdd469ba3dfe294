"""Files that are either old or new, never half: private, synced, renamed into place."""

import os
from hashlib import blake2b
from pathlib import Path

PARTIAL = ".partial"
_CHUNK = 1 << 20


def create_private(path: Path) -> int:
    """Create a file only its owner may read; returns its open descriptor.

    Raises:
        FileExistsError: Something stands there already.
    """
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return os.open(path, flags, 0o600)


def write_atomically(path: Path, data: bytes) -> None:
    """Replace the file by these bytes; after a loss of power it is the old or the new."""
    partial = path.with_name(path.name + PARTIAL)
    partial.unlink(missing_ok=True)
    try:
        with os.fdopen(create_private(partial), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
    sync_folder(path.parent)


def copy_synced(source: Path, target: Path) -> None:
    """Copy into a new private file and wait until the disk has it."""
    with source.open("rb") as old, os.fdopen(create_private(target), "wb") as new:
        while chunk := old.read(_CHUNK):
            new.write(chunk)
        new.flush()
        os.fsync(new.fileno())


def sync_file(path: Path) -> None:
    """Wait until the disk has the file."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Wait until the disk has the folder's names; systems without that skip it."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def digest_of_file(path: Path) -> str:
    """BLAKE2b-256 of the bytes, as 64 hex digits."""
    digest = blake2b(digest_size=32)
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
