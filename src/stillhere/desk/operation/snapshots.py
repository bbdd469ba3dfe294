"""The picture kept in the store, so that the next start need not build it.

The bytes are made in a copy of this process where the system can make one: nobody waits
for them, and what is kept is the picture of one moment.
"""

import logging
import os
import signal
import sys
import threading
import warnings

from stillhere.desk.operation.live import Operation
from stillhere.ledger import Picture
from stillhere.pipeline import to_bytes
from stillhere.store import Snapshot

log = logging.getLogger(__name__)

_COPIES = sys.platform == "linux"
"""Where a process with threads can be copied safely for work without any."""

MANY = 500
"""Reports that cost a start more than it costs to keep the picture."""

LONGEST_S = 600.0
"""After which a copy of the process is given up."""

_CHUNK = 1 << 20
_keeping = threading.Lock()


def keep(operation: Operation) -> bool:
    """Save the newest picture.

    Returns:
        False where somebody is saving one already, and where an erasure came between:
        what was laid out may hold what it emptied, and is dropped.
    """
    if not _keeping.acquire(blocking=False):
        return False
    try:
        with operation.writing(), operation.evidence() as picture:
            position, erasures = operation.position, operation.erasures
            source = _copied(picture) if _COPIES else None
            data = to_bytes(picture) if source is None else b""
        if source is not None:
            data = _all_of(source)
        snapshot = Snapshot(picture.rules_digest, picture.digest, position, data)
        with operation.writing() as store:
            if operation.erasures != erasures:
                return False
            store.save_snapshot(snapshot)
            operation.kept = position
    finally:
        _keeping.release()
    log.info("picture kept at %s", position)
    return True


def news(operation: Operation) -> int:
    """How many rows the store has that the snapshot does not know."""
    return operation.position - max(operation.kept, 0)


def due(operation: Operation) -> bool:
    """Whether a start would gain much from keeping the picture now."""
    return operation.kept < 0 or news(operation) >= MANY


def _copied(picture: Picture) -> tuple[int, int]:
    """A copy of the process that writes the bytes; its number and where to read."""
    here, there = os.pipe()
    with warnings.catch_warnings():
        # Newer versions warn of copies that go on with threads; this one has none.
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child:
        os.close(there)
        return child, here
    _write_and_end(picture, there)
    raise AssertionError


def _write_and_end(picture: Picture, to: int) -> None:
    """In the copy: let go of files, locks and addresses, write, and end at once."""
    try:
        os.closerange(3, to)
        os.closerange(to + 1, os.sysconf("SC_OPEN_MAX"))
        os.nice(5)
        data = memoryview(to_bytes(picture))
        while data:
            data = data[os.write(to, data[:_CHUNK]) :]
        os._exit(0)
    finally:
        os._exit(1)


def _all_of(source: tuple[int, int]) -> bytes:
    child, here = source
    overdue = threading.Timer(LONGEST_S, os.kill, (child, signal.SIGKILL))
    overdue.start()
    with os.fdopen(here, "rb") as read:
        data = read.read()
    _, status = os.waitpid(child, 0)
    overdue.cancel()
    if status:
        message = "the copy that lays out the picture failed"
        raise RuntimeError(message)
    return data
