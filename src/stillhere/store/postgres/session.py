"""A connection that answers the questions of `sql`.

Questions are written with `?`; rows inserted whole go by COPY, several times faster than
one by one. A connection that broke is made anew at the next question, never in the middle
of a transaction.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain, islice
from typing import Any

import psycopg
from psycopg.conninfo import make_conninfo

from stillhere.errors import StillHereError
from stillhere.store.engine import Cursor
from stillhere.store.postgres import address
from stillhere.store.postgres.faults import not_connected

_OLDEST = 130_000
_FEW = 32
_WHOLE_ROWS = re.compile(
    r"INSERT INTO (\w+) VALUES \([?, ]+\)( ON CONFLICT DO NOTHING)?"
)
_DURABLE = """SELECT set_config('synchronous_commit', 'on', false)
 WHERE current_setting('synchronous_commit') = 'off'"""


class Session:
    """One connection, in the words of `stillhere.store.engine.Connection`.

    Attributes:
        place: The address as sentences name it.
    """

    def __init__(self, where: str) -> None:
        self.place = address.shown(where)
        self._conninfo = make_conninfo(**address.parameters(where))
        self._in_transaction = False
        self._raw = self._connected()

    @property
    def raw(self) -> psycopg.Connection[Any]:
        """The connection itself; a new one where the last broke."""
        if self._raw.closed and not self._in_transaction:
            self._raw.close()
            self._raw = self._connected()
        return self._raw

    def _connected(self) -> psycopg.Connection[Any]:
        try:
            raw = psycopg.connect(
                self._conninfo,
                autocommit=True,
                prepare_threshold=None,  # plans must fit the numbers asked for
                client_encoding="utf8",
            )
        except psycopg.OperationalError as error:
            raise not_connected(error, self._conninfo, self.place) from error
        try:
            self._look_at(raw)
            raw.execute(_DURABLE)
        except BaseException:
            raw.close()
            raise
        return raw

    def _look_at(self, raw: psycopg.Connection[Any]) -> None:
        """Refuse a server that could not hold every name as it was written."""
        encoding = raw.info.parameter_status("server_encoding")
        if encoding != "UTF8":
            reason = f"it keeps text as {encoding}, not as UTF8"
        elif raw.info.server_version < _OLDEST:
            reason = (
                f"it is of version {raw.info.server_version // 10_000}, not 13 or newer"
            )
        else:
            return
        raise StillHereError("store/server-unfit", path=self.place, reason=reason)

    def execute(self, question: str, values: Sequence[Any] = (), /) -> Cursor:
        """Ask one question."""
        marked = question.replace("?", "%s") if values else question
        return self.raw.execute(marked, values or None, binary=True)

    def executemany(self, question: str, rows: Iterable[Sequence[Any]], /) -> None:
        """Do the same for many rows."""
        stream = iter(rows)
        first = list(islice(stream, _FEW))
        whole = _WHOLE_ROWS.fullmatch(question)
        if whole is None or len(first) < _FEW:
            with self.raw.cursor() as cursor:
                cursor.executemany(question.replace("?", "%s"), chain(first, stream))
        elif whole[2]:
            self._copy_the_new(whole[1], chain(first, stream))
        else:
            self._copy(whole[1], chain(first, stream))

    def _copy(self, table: str, rows: Iterable[Sequence[Any]]) -> None:
        with (
            self.raw.cursor() as cursor,
            cursor.copy(f"COPY {table} FROM STDIN") as copy,
        ):
            for row in rows:
                copy.write_row(row)

    def _copy_the_new(self, table: str, rows: Iterable[Sequence[Any]]) -> None:
        """Rows that may be here already, by way of a table that ends with us."""
        by_way = f"arriving_{table}"
        self.raw.execute(
            f"CREATE TEMP TABLE IF NOT EXISTS {by_way} (LIKE {table}) "
            "ON COMMIT DELETE ROWS"
        )
        self._copy(by_way, rows)
        self.raw.execute(
            f"INSERT INTO {table} SELECT * FROM {by_way} ON CONFLICT DO NOTHING"  # noqa: S608 (names of tables from `sql`)
        )
        self.raw.execute(f"TRUNCATE {by_way}")

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """One transaction: committed, and on the server's disk, or as if never begun."""
        with self.raw.transaction():
            self._in_transaction = True
            try:
                yield
            finally:
                self._in_transaction = False

    def close(self) -> None:
        """Close; what was not committed never was."""
        self._raw.close()
