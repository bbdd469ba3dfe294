"""The tutorial town behind a desk, and people of every role who sign in to it."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.test import Client

from stillhere.desk.unlocked import Unlocked, hold
from stillhere.desk.wsgi import prepare
from stillhere.exercise import make_world
from stillhere.intake import read_folder, read_world
from stillhere.intake.tables import table_reports
from stillhere.reports import EXERCISE_KEY
from stillhere.store import DataKey, Store, unlock

PASSPHRASE = "three words long"  # noqa: S105 (of stores made for tests)
PASSWORD = "four words are enough"  # noqa: S105 (of accounts made for tests)


@pytest.fixture(scope="session")
def world_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tutorial town."""
    out = tmp_path_factory.mktemp("desk") / "world"
    make_world("tutorial", 7, out, core=True)
    return out


@pytest.fixture(scope="session")
def town(world_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the tutorial town, migrated, with an account of every role.

    Tests copy it before they write. Accounts are named after their role.
    """
    folder = tmp_path_factory.mktemp("town")
    path = folder / "town.db"
    world = read_world(world_folder)
    as_of = world.operation.as_of
    assert as_of is not None
    imported = read_folder(world.lists, key=EXERCISE_KEY, as_of=as_of)
    tables = table_reports(world, EXERCISE_KEY, as_of)
    with Store.create(path, PASSPHRASE, EXERCISE_KEY, operation="town") as store:
        reports = [*tables, *imported.reports]
        store.append(reports, imported.provenance, entry_date=as_of)
    hold(Unlocked.file(path, unlock(path, PASSPHRASE)))
    _set_up_once()
    _fill(path)
    return path


def _set_up_once() -> None:
    if os.environ.get("DJANGO_SETTINGS_MODULE") is None:
        prepare()
        from django.conf import settings  # noqa: PLC0415 (only after set-up)

        settings.PASSWORD_HASHERS = ["tests.desk.hashing.Quick"]
        settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "testserver"]


def _fill(path: Path) -> None:
    """Lay out the tables of the desk and make the accounts."""
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import connections  # noqa: PLC0415

    from stillhere.desk import rows  # noqa: PLC0415
    from stillhere.desk.access import Role  # noqa: PLC0415

    connections.close_all()
    call_command("migrate", verbosity=0, interactive=False)
    for role in Role:
        rows.create_account(role.value, PASSWORD, [role.value])
    connections.close_all()
    with Store.open(path, PASSPHRASE):
        pass


@pytest.fixture(scope="session")
def data_key(town: Path) -> DataKey:
    """What opens the town; unlocked once, since that takes a moment by intention."""
    return unlock(town, PASSPHRASE)


@pytest.fixture
def desk(town: Path, data_key: DataKey, tmp_path: Path) -> Iterator[Path]:
    """The town open behind the desk, in a copy of its own; returns the store."""
    from django.core.cache import cache  # noqa: PLC0415
    from django.db import connections  # noqa: PLC0415

    from stillhere.desk.operation.current import begin, opened  # noqa: PLC0415
    from stillhere.desk.operation.starting import open_operation  # noqa: PLC0415

    path = tmp_path / "store" / "town.db"
    path.parent.mkdir()
    for file in (town, town.with_name("town.db.keys")):
        shutil.copy(file, path.parent / file.name)
    connections.close_all()
    cache.clear()
    hold(Unlocked.file(path, data_key))
    operation = open_operation(_held(), begin())
    opened(operation)
    yield path
    operation.close()
    connections.close_all()


def _held() -> Unlocked:
    from stillhere.desk.unlocked import held  # noqa: PLC0415

    return held()


@pytest.fixture
def signed_in(desk: Path) -> Callable[[str], Client]:
    """Signs somebody in by the name of a role: ``signed_in("coordinator")``."""
    del desk

    def sign_in(role: str) -> Client:
        client = Client()
        answer = client.post(
            "/sign-in/", {"username": role, "password": PASSWORD}, follow=False
        )
        assert answer.status_code == 302, answer.content
        return client

    return sign_in


@pytest.fixture
def coordinator(signed_in: Callable[[str], Client]) -> Client:
    """Somebody who may do everything in operations."""
    return signed_in("coordinator")


@pytest.fixture
def settings(desk: Path) -> object:
    """The settings of the desk."""
    from django.conf import settings as read  # noqa: PLC0415

    del desk
    return read


if os.environ.get("STILLHERE_TEST_DESK_ON") == "server":
    from tests.desk.on_server import (  # noqa: F401
        desk,
        pytest_collection_modifyitems,
        town,
    )
