"""The fixtures of the desk over again, with the town on a PostgreSQL server.

One process has one desk, so a run tests one of the two. Where `STILLHERE_TEST_DESK_ON` is
`server` these take the place of the fixtures of the same names; `test_on_server` starts
such a run.
"""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from stillhere.desk.unlocked import Unlocked, held, hold
from stillhere.intake import read_folder, read_world
from stillhere.intake.tables import table_reports
from stillhere.reports import EXERCISE_KEY
from stillhere.store import Store
from tests.postgres import Databases

SETTING = "STILLHERE_TEST_DESK_ON"

ABOUT_THE_FILE = (
    "test_backend.py::test_the_tables_of_the_desk_stand_in_the_store_and_are_not_readable",
    "test_backend.py::test_every_setting_of_the_store_holds_for_django_too",
    "test_backup.py::",
    "test_snapshots.py::test_the_store_is_whole_after_all_of_it",
    "safety/test_positions.py::test_no_table_of_the_store_and_no_file_beside_it_has_it",
    "safety/test_positions.py::test_no_backup_has_it",
)
"""Tests that open the encrypted file, or copy it as it is."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep what opens the desk, and pass over what is about the file."""
    items[:] = [item for item in items if _opens_the_desk(item)]
    for item in items:
        if any(f"tests/desk/{name}" in item.nodeid for name in ABOUT_THE_FILE):
            item.add_marker(pytest.mark.skip(reason="about the encrypted file"))


def _opens_the_desk(item: pytest.Item) -> bool:
    asked = getattr(item, "fixturenames", ())
    return "desk" in asked and "data_key" not in asked


@pytest.fixture(scope="session")
def town(world_folder: Path, postgres: Databases) -> str:
    """The address of the tutorial town, migrated, with an account of every role."""
    from tests.desk import conftest  # noqa: PLC0415 (it imports this module)

    address = postgres.take()
    world = read_world(world_folder)
    as_of = world.operation.as_of
    assert as_of is not None
    imported = read_folder(world.lists, key=EXERCISE_KEY, as_of=as_of)
    tables = table_reports(world, EXERCISE_KEY, as_of)
    with Store.create_at(address, EXERCISE_KEY, operation="town") as store:
        reports = [*tables, *imported.reports]
        store.append(reports, imported.provenance, entry_date=as_of)
    hold(Unlocked.server(address, EXERCISE_KEY.secret))
    conftest._set_up_once()
    _fill(conftest.PASSWORD)
    postgres.keep(address)
    return address


def _fill(password: str) -> None:
    """Lay out the tables of the desk and make the accounts."""
    from django.core.management import call_command  # noqa: PLC0415 (after set-up)
    from django.db import connections  # noqa: PLC0415

    from stillhere.desk import rows  # noqa: PLC0415
    from stillhere.desk.access import Role  # noqa: PLC0415

    call_command("migrate", verbosity=0, interactive=False)
    for role in Role:
        rows.create_account(role.value, password, [role.value])
    connections.close_all()


@pytest.fixture
def desk(town: str, postgres: Databases, tmp_path: Path) -> Iterator[Path]:
    """The town open behind the desk, as it was made; the path of no file."""
    from django.core.cache import cache  # noqa: PLC0415
    from django.db import connections  # noqa: PLC0415

    from stillhere.desk.operation.current import (  # noqa: PLC0415
        begin,
        opened,
        the_operation,
    )
    from stillhere.desk.operation.starting import open_operation  # noqa: PLC0415

    connections.close_all()
    postgres.again(town)
    cache.clear()
    hold(Unlocked.server(town, EXERCISE_KEY.secret))
    operation = open_operation(held(), begin())
    opened(operation)
    yield tmp_path / "none.db"
    operation.close()
    with suppress(RuntimeError):  # a test may have started the desk again, or ended it
        the_operation().close()
    connections.close_all()
