"""What a server can say, and the sentence a person reads instead."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from psycopg import pq

from stillhere.errors import StillHereError

_STATES = {
    "25006": "store/read-only",
    "42501": "store/read-only",
    "53100": "store/disk-full",
    "57014": "store/server-failed",
}
_CLASSES = {
    "08": "store/server-lost",
    "40": "store/server-failed",
    "53": "store/server-failed",
    "55": "store/server-failed",
    "57": "store/server-lost",
    "58": "store/server-failed",
    "XX": "store/server-failed",
}
"""Error codes of PostgreSQL and their classes (postgresql.org, appendix A)."""

_NOT_THE_PASSWORD = re.compile(r"database|role|pg_hba|too many|starting up|shut")


@contextmanager
def told(place: str) -> Iterator[None]:
    """Turn errors of server and network into sentences about `place`.

    What only a mistake in the program can cause passes unchanged.
    """
    try:
        yield
    except psycopg.Error as error:
        code = _code(error)
        if code is None:
            raise
        raise StillHereError(code, path=place, reason=_reason(error)) from error


def _code(error: psycopg.Error) -> str | None:
    state = error.sqlstate
    if state is None:
        lost = isinstance(error, psycopg.OperationalError)
        return "store/server-lost" if lost else None
    return _STATES.get(state) or _CLASSES.get(state[:2])


def _reason(error: psycopg.Error) -> str:
    said = error.diag.message_primary or str(error).strip().partition("\n")[0]
    return said or "no reason given"


def not_connected(error: psycopg.Error, conninfo: str, place: str) -> StillHereError:
    """Why no connection came about: nobody there, the password, or a refusal.

    The library gives no code here, and a server may speak any language: what was asked
    and answered on the way says more than the words.
    """
    connection = error.pgconn
    said = _reason(error).rpartition("FATAL:")[2].strip()
    if pq.PGconn.ping(conninfo.encode()) != pq.Ping.OK:
        code = "store/server-unreachable"
    elif connection is not None and connection.needs_password:
        code = "store/server-password"
    elif connection is not None and connection.used_password:
        other = _NOT_THE_PASSWORD.search(said)
        code = "store/server-refused" if other else "store/server-password"
    else:
        code = "store/server-refused"
    return StillHereError(code, path=place, reason=said)
