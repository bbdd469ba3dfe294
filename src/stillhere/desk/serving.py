"""One process with threads: the server, the start of the operation, the end of both."""

import errno
import logging
import signal
import threading
from collections.abc import Callable
from dataclasses import dataclass
from types import FrameType
from typing import Any

from waitress import create_server

from stillhere.desk.unlocked import Unlocked, hold
from stillhere.desk.wsgi import application, prepare
from stillhere.errors import StillHereError

log = logging.getLogger(__name__)

THREADS = 8
PORTS = range(8480, 8500)
"""Tried in this order where no port is named."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where the desk answers; 127.0.0.1 keeps it on this machine."""

    host: str = "127.0.0.1"
    port: int | None = None


def serve(
    unlocked: Unlocked,
    address: Address,
    *,
    listening: Callable[[str], None],
    ready: Callable[[], None],
) -> None:
    """Serve the desk until the process is told to end; then leave everything whole.

    Args:
        unlocked: The store.
        address: Where to answer.
        listening: Told the address in full as soon as it answers.
        ready: Called once pages can be answered.

    Raises:
        StillHereError: The port is taken, or the operation cannot be opened.
    """
    hold(unlocked)
    prepare()
    from stillhere.desk import ending  # noqa: PLC0415 (needs Django's settings)
    from stillhere.desk.operation.current import begin  # noqa: PLC0415
    from stillhere.desk.operation.starting import start_operation  # noqa: PLC0415

    server = bound(application(), address)
    start = begin()

    def starting() -> None:
        start_operation(start)
        if start.ready:
            ready()

    listening(f"http://{server.effective_host}:{server.effective_port}")
    worker = threading.Thread(target=starting, name="start", daemon=True)
    worker.start()
    _end_on_signal(server)
    try:
        server.run()
    finally:
        server.close()
        ending.end()
    if start.error is not None:
        raise start.error


def bound(app: Any, address: Address) -> Any:
    """A server on the port, or on the first free one of `PORTS`.

    Raises:
        StillHereError: `desk/port-taken`.
    """
    wanted = PORTS if address.port is None else (address.port,)
    for port in wanted:
        try:
            return create_server(
                app,
                host=address.host,
                port=port,
                threads=THREADS,
                ident="",
                clear_untrusted_proxy_headers=True,
            )
        except OSError as error:
            if error.errno not in {errno.EADDRINUSE, errno.EACCES}:
                raise
    raise StillHereError("desk/port-taken", host=address.host, port=wanted[-1])


def _end_on_signal(server: Any) -> None:
    """Let SIGTERM and Ctrl-C end the server in order."""

    def end(_number: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, end)
    del server
