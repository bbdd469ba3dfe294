"""What the first page would wait for is worked out while somebody signs in."""

import logging
import threading

from stillhere.desk.operation.live import Operation
from stillhere.errors import StillHereError
from stillhere.plan import doubts_left

log = logging.getLogger(__name__)


def begin(operation: Operation) -> threading.Thread:
    """Rank the doubtful links in a thread of its own; every report then costs little."""
    warming = threading.Thread(
        target=_warm, args=(operation,), name="warm", daemon=True
    )
    warming.start()
    return warming


def _warm(operation: Operation) -> None:
    try:
        with operation.evidence() as picture:
            doubts_left(picture)
    except StillHereError as error:  # an import is at work: the page that asks waits
        log.info("not ranked yet: %s", error.code)
