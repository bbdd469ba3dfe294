"""The seal of a planner's process: from then on it opens nothing but its own program.

Second of two walls. The first is that neither the truth nor the path of the world's
folder is ever handed to the process. This one is an audit hook, which Python cannot take
off again: files may be read below the folders of the program alone, nothing of the
world even there; nothing may be written, listed elsewhere, started or connected. The
files of the world are known here by the numbers the system gives them, which open
nothing. What native code opens by itself no hook hears of; none is handed a path.
"""

import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Final

FileId = tuple[int, int]
"""Device and number of a file, as the system counts them."""

_READS: Final = ("open", "os.listdir", "os.scandir")
_REFUSED: Final = (
    *("os.", "subprocess.", "shutil.", "socket.", "ctypes.", "sqlite3.", "gc."),
    *("pty.", "winreg.", "ftplib.", "http.", "urllib.", "webbrowser."),
)
_NO_WRITING: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


class SealedError(PermissionError):
    """A sealed process reached outside; the message is the event, never a path."""


def file_ids(folders: Iterable[Path]) -> frozenset[FileId]:
    """Numbers of some folders and of everything in them, links followed."""
    inside = (path for folder in folders for path in (folder, *folder.rglob("*")))
    return frozenset(_id(path.stat()) for path in inside if path.exists())


def own_roots() -> tuple[str, ...]:
    """Folders this process imports from, as they are named and with links resolved."""
    found = [*sys.path, sys.prefix, sys.base_prefix, str(Path(__file__).parents[3])]
    named = {str(Path(root).absolute()) for root in found if root}
    return tuple(sorted(named | {os.path.realpath(root) for root in named}))


def seal(roots: Iterable[str], forbidden: frozenset[FileId]) -> None:
    """Seal this process for good.

    Args:
        roots: Folders that may be read, as `own_roots` gives them.
        forbidden: What may not, even below them, as `file_ids` gives it.
    """
    sys.dont_write_bytecode = True
    sys.addaudithook(_hook(tuple(roots), forbidden))


def _id(status: os.stat_result) -> FileId:
    return status.st_dev, status.st_ino


def _hook(
    roots: tuple[str, ...], forbidden: frozenset[FileId]
) -> Callable[[str, tuple[Any, ...]], None]:
    """The hook; it looks nothing up by a name that a policy could put there."""
    refused, reads, no_writing = _REFUSED, _READS, _NO_WRITING
    error, number, flat = SealedError, int, isinstance
    may_read = _reader(roots, forbidden)

    def hear(event: str, arguments: tuple[Any, ...]) -> None:
        if event in reads:
            flags = arguments[2] if event == "open" else 0
            known = flat(arguments[0], number)
            if known or (not flags & no_writing and may_read(arguments[0])):
                return
            raise error(event)
        if event.startswith(refused):
            raise error(event)

    return hear


def _reader(
    roots: tuple[str, ...], forbidden: frozenset[FileId]
) -> Callable[[Any], bool]:
    """Whether a path is below a root and no part of it is forbidden."""
    stat, text, flat, wrong = os.stat, str, isinstance, OSError
    separator, parent = os.sep, os.pardir
    below = tuple(root.rstrip(separator) + separator for root in roots)

    def may_read(path: Any) -> bool:  # noqa: ANN401 (whatever a policy asks for)
        if not flat(path, text) or not (path + separator).startswith(below):
            return False
        here, *parts = path.split(separator)
        for part in parts:
            here += separator + part
            try:
                found = stat(here)
            except wrong:
                return parent not in parts
            if part == parent or (found.st_dev, found.st_ino) in forbidden:
                return False
        return True

    return may_read
