"""Full worlds made once for all tests of the folder."""

from pathlib import Path

import pytest

from stillhere.exercise import make_world
from stillhere.exercise.full.sheltering import Sheltered, shelter
from stillhere.exercise.world import World


@pytest.fixture(scope="session")
def full(town: World) -> Sheltered:
    """The whole town with all that the full world adds, in memory."""
    return shelter(town)


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tenth of the full world, written to disk."""
    out = tmp_path_factory.mktemp("full")
    make_world("khankendi", 7, out, core=False, scale=0.1)
    return out
