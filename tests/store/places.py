"""Where a store of these tests lies: in a file, or on a server."""

from itertools import count
from pathlib import Path
from typing import Protocol, Self

from stillhere.reports import EXERCISE_KEY
from stillhere.store import Store
from tests.postgres import Databases
from tests.store.made import PASSPHRASE


class Place(Protocol):
    """What both engines can do with the place of one store."""

    @property
    def where(self) -> str:
        """The path, or the address."""

    def create(self) -> Store:
        """A new store."""

    def open(self) -> Store:
        """The store that is there."""

    def backup(self, store: Store, folder: Path) -> Path:
        """A backup that opens with the usual passphrase."""

    def unguard(self, store: Store, table: str) -> None:
        """Take the triggers off a table, to do what a program never does."""

    def another(self) -> Self:
        """A place where nothing stands yet."""


class FilePlace:
    def __init__(self, path: Path) -> None:
        self.path = path
        self._numbers = count(1)
        self.where = str(path)

    def create(self) -> Store:
        return Store.create(self.path, PASSPHRASE, EXERCISE_KEY, operation="exercise")

    def open(self) -> Store:
        return Store.open(self.path, PASSPHRASE)

    def backup(self, store: Store, folder: Path) -> Path:
        return store.backup(folder)

    def unguard(self, store: Store, table: str) -> None:
        for action in ("UPDATE", "DELETE"):
            store._connection.execute(f"DROP TRIGGER {table}_refuse_{action}")

    def another(self) -> Self:
        return type(self)(self.path.with_name(f"{next(self._numbers)}.store"))


class ServerPlace:
    def __init__(self, databases: Databases) -> None:
        self._databases = databases
        self._more: list[ServerPlace] = []
        self.where = databases.take()

    def create(self) -> Store:
        return Store.create_at(self.where, EXERCISE_KEY, operation="exercise")

    def open(self) -> Store:
        return Store.connect(self.where)

    def backup(self, store: Store, folder: Path) -> Path:
        return store.backup(folder, PASSPHRASE)

    def unguard(self, store: Store, table: str) -> None:
        store._connection.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")

    def another(self) -> Self:
        made = type(self)(self._databases)
        self._more.append(made)
        return made

    def give_back(self) -> None:
        """Leave the databases to other tests."""
        for place in self._more:
            place.give_back()
        self._databases.give_back(self.where)
