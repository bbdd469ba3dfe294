"""What the database and the disk can say, and the sentence a person reads instead."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlcipher3 import dbapi2

from stillhere.errors import StillHereError

_DATABASE = {
    5: "store/being-written",
    6: "store/being-written",
    7: "store/disk-failed",
    8: "store/read-only",
    10: "store/disk-failed",
    11: "store/damaged",
    13: "store/disk-full",
    14: "store/disk-failed",
    26: "store/damaged",
}
"""Primary result codes of SQLite (sqlite.org/rescode.html); 26 is what SQLCipher answers
when the first page does not fit the key, 11 for a later one."""

_DISK = {
    errno.ENOSPC: "store/disk-full",
    errno.EDQUOT: "store/disk-full",
    errno.EACCES: "store/read-only",
    errno.EPERM: "store/read-only",
    errno.EROFS: "store/read-only",
    errno.EEXIST: "store/exists",
}


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn errors of database and disk into sentences about `path`.

    What only a mistake in the program can cause passes unchanged.
    """
    try:
        yield
    except dbapi2.DatabaseError as error:
        code = _DATABASE.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
        if code is None:
            raise
        raise StillHereError(code, path=path, reason=str(error)) from error
    except OSError as error:
        code = _DISK.get(error.errno or 0, "store/disk-failed")
        reason = error.strerror or "no reason given"
        raise StillHereError(code, path=path, reason=reason) from error
