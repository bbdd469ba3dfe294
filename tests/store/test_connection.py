from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from stillhere.errors import StillHereError
from stillhere.store import DataKey
from stillhere.store.connection import (
    Connection,
    open_connection,
    settle,
    writing,
)

KEY = DataKey(bytes(range(32)))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "x.store"
    path.touch()
    return path


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("secure_delete", 1),
        ("foreign_keys", 1),
        ("recursive_triggers", 1),
        ("temp_store", 2),
        ("trusted_schema", 0),
    ],
)
def test_every_connection_has_every_setting(
    file: Path, setting: str, value: object
) -> None:
    connection = open_connection(file, KEY)
    found = connection.execute(f"PRAGMA {setting}").fetchone()[0]
    connection.close()
    assert found == value


def test_the_file_shows_nothing_of_its_kind(file: Path) -> None:
    connection = open_connection(file, KEY)
    connection.execute("CREATE TABLE reports (body)")
    settle(connection)
    connection.close()
    data = file.read_bytes()
    assert len(data) >= 4096
    assert b"SQLite" not in data
    assert b"reports" not in data


def test_a_file_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(StillHereError) as caught:
        open_connection(tmp_path / "none.store", KEY)
    assert caught.value.code == "store/disk-failed"
    assert list(tmp_path.iterdir()) == []


def test_odd_letters_in_a_path_are_no_matter(tmp_path: Path) -> None:
    path = tmp_path / "Ստեփանակերտ ?&#%20.store"
    path.touch()
    open_connection(path, KEY).close()
    assert path.stat().st_size > 0


def test_the_library_stays_silent_about_damage(
    file: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    connection = open_connection(file, KEY)
    connection.execute("CREATE TABLE x (y)")
    connection.close()
    with pytest.raises(StillHereError, match="cannot be read"):
        open_connection(file, DataKey(bytes(32)))
    assert capfd.readouterr() == ("", "")


def _insert_and_stop(connection: Connection) -> None:
    with writing(connection):
        connection.execute("INSERT INTO x VALUES (1)")
        raise KeyboardInterrupt


def test_a_transaction_that_fails_never_began(file: Path) -> None:
    connection = open_connection(file, KEY)
    connection.execute("CREATE TABLE x (y)")
    with pytest.raises(KeyboardInterrupt):
        _insert_and_stop(connection)
    assert not connection.in_transaction
    assert connection.execute("SELECT count(*) FROM x").fetchone() == (0,)
    connection.close()


def test_a_connection_for_any_thread_works_in_another(file: Path) -> None:
    connection = open_connection(file, KEY, any_thread=True)
    with ThreadPoolExecutor(1) as other:
        other.submit(connection.execute, "CREATE TABLE x (y)").result()
    assert connection.execute("SELECT count(*) FROM x").fetchone() == (0,)
    connection.close()


def test_other_connections_refuse_every_thread_but_their_own(file: Path) -> None:
    connection = open_connection(file, KEY)
    with ThreadPoolExecutor(1) as other, pytest.raises(dbapi2.ProgrammingError):
        other.submit(connection.execute, "CREATE TABLE x (y)").result()
    connection.close()
