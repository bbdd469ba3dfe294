"""A store of its own for each test: in a file, on a server, or once in each."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from stillhere.store import Store
from tests.postgres import Databases
from tests.store.places import FilePlace, Place, ServerPlace


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a store in a file stands."""
    return tmp_path / "place" / "town.store"


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A cheap derivation for stores that protect nobody."""
    monkeypatch.setattr("stillhere.store.keys.MEMORY_KIB", 64)


@pytest.fixture
def file_store(path: Path, quick: None) -> Iterator[Store]:
    """A new, empty, open store in a file."""
    del quick
    with FilePlace(path).create() as made:
        yield made


@pytest.fixture
def server_place(postgres: Databases) -> Iterator[ServerPlace]:
    """An empty database of a server."""
    place = ServerPlace(postgres)
    yield place
    place.give_back()


@pytest.fixture
def server_store(server_place: ServerPlace) -> Iterator[Store]:
    """A new, empty, open store on a server."""
    with server_place.create() as made:
        yield made


@pytest.fixture(params=["file", "postgres"])
def place(request: pytest.FixtureRequest, path: Path, quick: None) -> Place:
    """A place for a store, once for each engine."""
    del quick
    if request.param == "file":
        return FilePlace(path)
    found: ServerPlace = request.getfixturevalue("server_place")
    return found


@pytest.fixture
def store(place: Place) -> Iterator[Store]:
    """A new, empty, open store at `place`, once for each engine."""
    with place.create() as made:
        yield made
