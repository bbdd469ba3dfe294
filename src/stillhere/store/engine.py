"""What the store asks of a database engine; there are two, SQLCipher and PostgreSQL.

The questions are written once, in `sql`. An engine knows the rest: where the tables lie,
who may write, how a transaction is made to last, what its errors mean to a person.
"""

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Protocol, TypeAlias

Cursor: TypeAlias = Any
"""What a question gives back: rows to fetch or to walk, and `rowcount`."""


class Connection(Protocol):
    """What `sql` needs of a connection, with `?` for each value."""

    def execute(self, question: str, values: Sequence[Any] = ..., /) -> Cursor:
        """Ask one question."""

    def executemany(self, question: str, rows: Iterable[Sequence[Any]], /) -> Cursor:
        """Do the same for many rows."""


class Engine(Protocol):
    """The tables of one store, opened."""

    @property
    def place(self) -> Path | str:
        """The file or the address, as sentences name it; never with a password."""

    @property
    def connection(self) -> Connection:
        """Where to ask."""

    def told(self) -> AbstractContextManager[None]:
        """Turn errors of database, disk and network into sentences."""

    def writing(self) -> AbstractContextManager[None]:
        """The right to write, kept until closing, and one transaction under it.

        Committed and on the disk at the end, or as if it had never begun.
        """

    def holds(self, table: str) -> bool:
        """Whether there is a table of that name in the same place."""

    def settle(self) -> bool:
        """Have what was emptied leave the place; False where a reader keeps it."""

    def damage(self) -> Iterable[str]:
        """What the engine's own check finds, a reason each; none for a sound one."""

    def backup(self, folder: Path, passphrase: str | None) -> Path:
        """Write a consistent encrypted copy into a new folder inside `folder`."""

    def close(self) -> None:
        """Let go of the connection and of the right to write."""
