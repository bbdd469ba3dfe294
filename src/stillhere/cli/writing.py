"""Files a command was asked to write: whole or not there, for their owner alone."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from stillhere.errors import StillHereError


def write(path: Path, content: str | bytes) -> Path:
    """Write or replace one file; folders above it are made.

    Raises:
        StillHereError: It cannot be written; what stood there is as it was.
    """
    with written(path) as file:
        file.write(content.encode() if isinstance(content, str) else content)
    return path


@contextmanager
def written(path: Path) -> Iterator[BinaryIO]:
    """A file to write piece by piece; it stands under its name once all went well.

    Raises:
        StillHereError: It cannot be written; what stood there is as it was.
    """
    partial = path.with_name(f"{path.name}.partial")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.unlink(missing_ok=True)
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(partial, flags, 0o600), "wb") as file:
            yield file
        partial.replace(path)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise StillHereError("cli/file-failed", path=path, reason=reason) from error
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
