"""A store of its own for each test, in a folder of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from stillhere.reports import EXERCISE_KEY
from stillhere.store import Store
from tests.store.made import PASSPHRASE


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the store stands."""
    return tmp_path / "place" / "town.store"


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A cheap derivation for stores that protect nobody."""
    monkeypatch.setattr("stillhere.store.keys.MEMORY_KIB", 64)


@pytest.fixture
def store(path: Path, quick: None) -> Iterator[Store]:
    """A new, empty, open store."""
    del quick
    with Store.create(path, PASSPHRASE, EXERCISE_KEY, operation="exercise") as made:
        yield made
