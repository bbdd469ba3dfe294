"""The tutorial town, read once."""

from dataclasses import dataclass

import pytest

from stillhere.exercise import make_world
from stillhere.intake import read_folder, read_world
from stillhere.pipeline import Rules
from stillhere.reports import Report


@dataclass(frozen=True, slots=True)
class Tutorial:
    """What a build takes."""

    reports: tuple[Report, ...]
    rules: Rules
    as_of: str


@pytest.fixture(scope="session")
def tutorial(tmp_path_factory: pytest.TempPathFactory) -> Tutorial:
    """The reports of the town of sixty, with its own rules."""
    folder = tmp_path_factory.mktemp("tutorial")
    make_world("tutorial", 7, folder, core=False)
    world = read_world(folder)
    imported = read_folder(world.lists, key=world.operation.key)
    as_of = world.operation.as_of
    assert as_of is not None
    return Tutorial(imported.reports, Rules.of_world(world), as_of)
