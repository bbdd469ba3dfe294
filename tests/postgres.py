"""Empty databases of a PostgreSQL server, for whichever test asks for one.

The server's address stands in `STILLHERE_TEST_POSTGRES`; its user may make databases and
users. `scripts/with_postgres.py make test` brings a server for as long as the tests run.
"""

import os
from collections.abc import Iterator
from itertools import count
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import pytest

SETTING = "STILLHERE_TEST_POSTGRES"
ABSENT = (
    f"POSTGRESQL WAS NOT TESTED: {SETTING} is not set. "
    "Run: scripts/with_postgres.py make test"
)

_OTHERS = """
SELECT count(pg_terminate_backend(pid, 5000)) FROM pg_stat_activity
WHERE datname = '{name}' AND pid <> pg_backend_pid()
"""
_EMPTY = (
    "SET client_min_messages = warning; "
    "DROP SCHEMA IF EXISTS public CASCADE; CREATE SCHEMA public"
)


class Databases:
    """Databases of this test run; one given out again is empty again."""

    def __init__(self, server: str) -> None:
        self._server = server
        self._made: list[str] = []
        self._free: list[str] = []
        self._numbers = count()

    def _address(self, name: str) -> str:
        return urlunsplit(urlsplit(self._server)._replace(path=f"/{name}"))

    def execute(self, statement: str, address: str = "") -> list[Any]:
        """Let the server do something outside any transaction."""
        import psycopg  # noqa: PLC0415 (an extra)

        address = address or self._server
        with psycopg.connect(address, autocommit=True) as connection:
            found = connection.execute(statement)
            return found.fetchall() if found.description else []

    def take(self) -> str:
        """The address of an empty database."""
        if self._free:
            address = self._free.pop()
            self._empty(address)
            return address
        name = f"stillhere_{os.getpid()}_{next(self._numbers)}"
        self.execute(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'")
        self._made.append(name)
        return self._address(name)

    def keep(self, address: str) -> None:
        """Remember what the database holds now, for `again`."""
        name = address.rpartition("/")[2]
        self._end_connections(address)
        self.execute(f"DROP DATABASE IF EXISTS {name}_kept")
        self.execute(f"CREATE DATABASE {name}_kept TEMPLATE {name}")
        self._made.append(f"{name}_kept")

    def again(self, address: str) -> None:
        """Have the database hold what was kept of it, whoever is connected."""
        name = address.rpartition("/")[2]
        self.execute(f"DROP DATABASE {name} WITH (FORCE)")
        self.execute(f"CREATE DATABASE {name} TEMPLATE {name}_kept")

    def give_back(self, address: str) -> None:
        """Have the database serve another test."""
        self._free.append(address)

    def _empty(self, address: str) -> None:
        self._end_connections(address)
        self.execute(_EMPTY, address)

    def _end_connections(self, address: str) -> None:
        name = address.rpartition("/")[2]
        self.execute(_OTHERS.format(name=name))

    def drop(self) -> None:
        """Leave the server as it was."""
        for name in self._made:
            self.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def postgres() -> Iterator[Databases]:
    """Databases of the server; skips where there is none, and fails so under CI."""
    server = os.environ.get(SETTING)
    if not server:
        if os.environ.get("CI") == "true":
            pytest.fail(ABSENT)
        pytest.skip(ABSENT)
    databases = Databases(server)
    yield databases
    databases.drop()


@pytest.fixture
def postgres_url(postgres: Databases) -> Iterator[str]:
    """The address of an empty database, for this test alone."""
    address = postgres.take()
    yield address
    postgres.give_back(address)


def in_one_line(report: pytest.TestReport) -> None:
    """Have every test passed over for want of a server told from one place."""
    said = report.longrepr
    if report.skipped and isinstance(said, tuple) and ABSENT in said[2]:
        report.longrepr = (__file__, 1, said[2])
