"""The operation of this process, and how far its start is."""

import threading
from dataclasses import dataclass, field

from stillhere.desk.operation.live import Operation
from stillhere.errors import StillHereError


@dataclass(slots=True)
class Start:
    """How far the start is.

    Attributes:
        stage: What is being done, in English words of the rooms.
        share: Of it that is done, 0 to 1.
        error: Why it cannot go on; None while it does.
    """

    stage: str = ""
    share: float = 0.0
    error: StillHereError | None = None
    _done: threading.Event = field(default_factory=threading.Event)

    def tell(self, stage: str, share: float) -> None:
        """Note how far it is."""
        self.stage, self.share = stage, share

    @property
    def ready(self) -> bool:
        """Whether pages can be answered."""
        return self._done.is_set()

    def wait(self, seconds: float) -> bool:
        """Wait until it is ready; False if it is not by then."""
        return self._done.wait(seconds)

    def finish(self) -> None:
        """Let pages be answered."""
        self._done.set()


_start = [Start()]
_open: list[Operation] = []


def begin() -> Start:
    """Forget the operation and start over."""
    _open.clear()
    _start[:] = [Start()]
    return _start[0]


def the_start() -> Start:
    """How far the start of this process is."""
    return _start[0]


def opened(operation: Operation) -> None:
    """Make this the operation of the process, and let pages be answered."""
    _open[:] = [operation]
    _start[0].finish()


def the_operation() -> Operation:
    """The operation of this process; RuntimeError before it is open."""
    if not _open:
        raise RuntimeError("no operation is open")
    return _open[0]
