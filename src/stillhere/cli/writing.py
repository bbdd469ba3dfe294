"""Files a command was asked to write: whole or not there, for their owner alone."""

import os
from pathlib import Path

from stillhere.errors import StillHereError


def write(path: Path, content: str | bytes) -> Path:
    """Write or replace one file; folders above it are made.

    Raises:
        StillHereError: It cannot be written; what stood there is as it was.
    """
    data = content.encode() if isinstance(content, str) else content
    partial = path.with_name(f"{path.name}.partial")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.unlink(missing_ok=True)
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(partial, flags, 0o600), "wb") as file:
            file.write(data)
        partial.replace(path)
    except OSError as error:
        partial.unlink(missing_ok=True)
        reason = error.strerror or type(error).__name__
        raise StillHereError("cli/file-failed", path=path, reason=reason) from error
    return path
