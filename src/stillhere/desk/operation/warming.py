"""What the first page would wait for is worked out while nobody waits yet."""

import logging
import threading
from collections.abc import Callable

from stillhere.desk.operation.live import Operation
from stillhere.errors import StillHereError
from stillhere.ledger import Picture
from stillhere.plan import doubts_left

log = logging.getLogger(__name__)


Further = Callable[[Operation, Picture], object]
_further: list[Further] = []
"""What was named at the start, for pictures that take the place of the first one."""


def begin(operation: Operation, *further: Further) -> threading.Thread:
    """Rank the doubtful links in a thread of its own; every report then costs little.

    Args:
        operation: The open one.
        further: What else is worked out of its picture, one after the other.
    """
    _further[:] = further
    warming = threading.Thread(
        target=again, args=(operation,), name="warm", daemon=True
    )
    warming.start()
    return warming


def again(operation: Operation) -> None:
    """Work out the same of a picture that was built anew."""
    try:
        with operation.evidence() as picture:
            doubts_left(picture)
        for work in tuple(_further):
            with operation.evidence() as picture:
                work(operation, picture)
    except StillHereError as error:  # an import is at work: the page that asks waits
        log.info("not ranked yet: %s", error.code)
