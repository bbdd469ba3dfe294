"""One process with threads: the door, the start of the operation, the end of both.

The address answers within a second, before Django is loaded: first with the page that
asks for the passphrase where nobody gave it, then with how far the start is, then with
the desk.
"""

import logging
import os
import signal
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from stillhere.desk.listening import Address, Listening
from stillhere.desk.logs import keep_nameless
from stillhere.desk.unlocked import Unlocked, hold
from stillhere.desk.unlocking import Door
from stillhere.desk.unlocking.door import Unlock
from stillhere.errors import StillHereError

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

    from stillhere.desk.at_hand import AtHand

log = logging.getLogger(__name__)

_LOOK_S = 0.5
_KILLED = 130
_TWICE_S = 1.0
"""A signal that comes again within it is the same one, passed on by who started this."""

App = Callable[["WSGIEnvironment", "StartResponse"], Iterable[bytes]]


@dataclass(frozen=True, slots=True)
class Told:
    """Whom the server tells what.

    Attributes:
        listening: The address in full, as soon as it answers.
        ready: Called once pages can be answered.
        before_opening: Called when all tables are there and nobody can sign in yet.
    """

    listening: Callable[[str], None]
    ready: Callable[[], None]
    before_opening: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Serving:
    """How the desk is served.

    Attributes:
        address: Where it answers.
        backups: Folder for nightly backups; None for none.
        at_hand: A picture of the store that this process has made already.
    """

    address: Address
    backups: Path | None = None
    at_hand: "AtHand | None" = None


class _Front:
    """The application as the server sees it: the door, later the desk behind it."""

    def __init__(self, app: App) -> None:
        self.app = app

    def __call__(
        self, environ: "WSGIEnvironment", start: "StartResponse"
    ) -> Iterable[bytes]:
        return self.app(environ, start)


def serve(opened_by: Unlocked | Unlock, serving: Serving, told: Told) -> None:
    """Serve the desk until the process is told to end; then leave everything whole.

    Args:
        opened_by: The unlocked store, or what makes a passphrase one: then a page asks.
        serving: How.
        told: Whom to tell.

    Raises:
        StillHereError: The port is taken, or the operation of a store that was unlocked
            beforehand cannot be opened.
    """
    keep_nameless()
    asks = not isinstance(opened_by, Unlocked)
    door = Door(None if isinstance(opened_by, Unlocked) else opened_by)
    front = _Front(door)
    server = Listening.at(serving.address, front)
    failed: list[StillHereError] = []
    told.listening(server.url)

    def begin() -> None:
        unlocked = opened_by if isinstance(opened_by, Unlocked) else None
        while unlocked is None and not server.ending:
            unlocked = door.wait(_LOOK_S)
        if unlocked is None:
            return
        error = _opened(unlocked, front, serving, told)
        if error is not None and not asks:
            failed.append(error)
            server.end()

    threading.Thread(target=begin, name="start", daemon=True).start()
    _end_on_signal(server)
    server.run()
    _end()
    for error in failed:
        raise error


def _opened(
    unlocked: Unlocked, front: _Front, serving: Serving, told: Told
) -> StillHereError | None:
    """Load Django, let it answer, open the operation; why it could not be opened."""
    hold(unlocked)
    from stillhere.desk import wsgi  # noqa: PLC0415 (settings need an unlocked store)

    wsgi.prepare()
    app = wsgi.application()
    from stillhere.desk.operation import (  # noqa: PLC0415
        current,
        routine,
        starting,
        warming,
    )
    from stillhere.desk.settling.waiting import names_of  # noqa: PLC0415
    from stillhere.desk.tallies import tallies_of  # noqa: PLC0415

    start = current.begin()
    front.app = app
    starting.start_operation(start, serving.at_hand, told.before_opening)
    if start.ready:
        routine.begin(serving.backups)
        warming.begin(current.the_operation(), tallies_of, names_of)
        told.ready()
    return start.error


def _end() -> None:
    """End what was begun; before Django was loaded there is nothing."""
    if "DJANGO_SETTINGS_MODULE" in os.environ:
        from stillhere.desk import ending  # noqa: PLC0415 (needs Django's settings)

        ending.end()


def _end_on_signal(server: Listening) -> None:
    """SIGTERM and Ctrl-C end the server in order; asked again later, at once."""
    asked: list[float] = []

    def end(_number: int, _frame: FrameType | None) -> None:
        asked.append(time.monotonic())
        if asked[-1] - asked[0] > _TWICE_S:
            os._exit(_KILLED)  # what was acknowledged is on the disk
        server.end()

    if threading.current_thread() is threading.main_thread():
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, end)


__all__ = ["Address", "Serving", "Told", "serve"]
