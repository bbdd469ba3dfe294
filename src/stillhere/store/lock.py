"""One writer at a time: a lock the system itself lets go when the program dies."""

import os
import sys
from pathlib import Path

from stillhere.errors import StillHereError


class WriterLock:
    """The right to write to one store, taken at the first write, held until closing."""

    def __init__(self, store: Path) -> None:
        self._store = store
        self._path = store.with_name(store.name + ".lock")
        self._handle: int | None = None

    def take(self) -> None:
        """Take it, or say who has it; taking it twice is taking it once."""
        if self._handle is not None:
            return
        try:
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        except PermissionError as error:
            raise StillHereError("store/read-only", path=self._store) from error
        try:
            _lock(handle)
        except OSError as error:
            os.close(handle)
            raise StillHereError("store/being-written", path=self._store) from error
        self._handle = handle

    def release(self) -> None:
        """Let go; the empty file stays, since removing it would race with a taker."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
