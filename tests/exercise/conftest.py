"""Worlds made once for all tests of the room."""

from pathlib import Path

import pytest

from stillhere.exercise import Truth, make_world, read_truth
from stillhere.exercise.world import World, make_core


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A twentieth of the town, written to disk."""
    out = tmp_path_factory.mktemp("small")
    make_world("khankendi", 7, out, core=True, scale=0.05)
    return out


@pytest.fixture(scope="session")
def tutorial(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tutorial town, written to disk."""
    out = tmp_path_factory.mktemp("tutorial")
    make_world("tutorial", 7, out, core=False)
    return out


@pytest.fixture(scope="session")
def town() -> World:
    """The whole town, in memory."""
    return make_core("khankendi", 7, 1.0)


@pytest.fixture(scope="session")
def small_truth(small: Path) -> Truth:
    """The truth of the twentieth."""
    return read_truth(small)
