"""The server's socket: bound at once, ended in order.

What is sent and answered stays in memory: the server puts nothing into a temporary file.
More than twice what a page takes is refused before it is read.
"""

import errno
import socket
import threading
import time
from dataclasses import dataclass, field
from typing import Any

from waitress import create_server, wasyncore
from waitress.channel import HTTPChannel

from stillhere.desk.variables import behind_tls, whole_number
from stillhere.errors import StillHereError

THREADS = 8
PORTS = range(8480, 8500)
"""Tried in this order where no port is named."""

_NEVER = 1 << 40
"""Bytes of an answer from which on it would be put into a plain file: none."""

_BEHIND: dict[str, Any] = {
    "trusted_proxy": "127.0.0.1",
    "trusted_proxy_count": 1,
    "trusted_proxy_headers": {"x-forwarded-for", "x-forwarded-proto"},
}
"""What encrypts before the desk stands on this machine, and says for whom it asks."""

DRAIN_S = 10.0
"""How long requests that have begun may take once the end was asked for."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where the desk answers; 127.0.0.1 keeps it on this machine."""

    host: str = "127.0.0.1"
    port: int | None = None


@dataclass(slots=True)
class Listening:
    """A server that has its port and can be told to end.

    Attributes:
        url: Where it answers, in full.
    """

    url: str
    _server: Any
    _sockets: dict[int, Any]
    _stop: threading.Event = field(default_factory=threading.Event)

    @classmethod
    def at(cls, address: Address, app: Any) -> "Listening":
        """Take the port, or the first free one of `PORTS`.

        Raises:
            StillHereError: `desk/port-taken` or `desk/address-not-here`.
        """
        bound = _bound(address)
        most = 2 * (whole_number("STILLHERE_UPLOAD_MIB", 64) << 20)
        sockets: dict[int, Any] = {}
        server = create_server(
            app,
            sockets=[bound],
            map=sockets,
            threads=THREADS,
            ident="",
            clear_untrusted_proxy_headers=True,
            max_request_body_size=most,
            inbuf_overflow=2 * most,
            outbuf_overflow=_NEVER,
            **(_BEHIND if behind_tls() else {}),
        )
        return cls(_url(bound), server, sockets)

    def run(self) -> None:
        """Answer until `end`, then finish the requests that have begun."""
        while not self._stop.is_set():
            wasyncore.loop(timeout=1.0, map=self._sockets, count=1)
        for dispatcher in list(self._sockets.values()):
            if getattr(dispatcher, "accepting", False):
                wasyncore.dispatcher.close(dispatcher)
        until = time.monotonic() + DRAIN_S
        while self._busy() and time.monotonic() < until:
            wasyncore.loop(timeout=0.1, map=self._sockets, count=1)
        self._server.task_dispatcher.shutdown()
        wasyncore.close_all(self._sockets)

    def end(self) -> None:
        """Ask it to end; from any thread or signal, any number of times."""
        self._stop.set()

    @property
    def ending(self) -> bool:
        """Whether it was asked to."""
        return self._stop.is_set()

    def _busy(self) -> bool:
        channels = [s for s in self._sockets.values() if isinstance(s, HTTPChannel)]
        return any(c.requests or c.total_outbufs_len for c in channels)


def _bound(address: Address) -> socket.socket:
    """A socket on the port, or on the first free one."""
    wanted = PORTS if address.port is None else (address.port,)
    family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
    for port in wanted:
        try:
            return socket.create_server((address.host, port), family=family)
        except OSError as error:
            if error.errno not in {errno.EADDRINUSE, errno.EACCES}:
                code = "desk/address-not-here"
                raise StillHereError(code, host=address.host) from error
    raise StillHereError("desk/port-taken", host=address.host, port=wanted[-1])


def _url(bound: socket.socket) -> str:
    host, port = bound.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
