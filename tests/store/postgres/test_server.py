from collections.abc import Iterator
from pathlib import Path

import pytest

from stillhere.errors import StillHereError
from stillhere.reports import EXERCISE_KEY, Report
from stillhere.store import Store
from tests.postgres import Databases
from tests.store.made import rows
from tests.store.places import ServerPlace

_END_OTHERS = """
SELECT count(pg_terminate_backend(pid, 5000)) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()
"""


@pytest.fixture
def address(server_place: ServerPlace) -> str:
    return server_place.where


def code_of(address: str) -> str:
    with pytest.raises(StillHereError) as caught:
        Store.connect(address)
    return caught.value.code


def test_an_empty_database_holds_no_store(address: str) -> None:
    assert code_of(address) == "store/not-a-store"


def test_tables_of_another_program_are_no_store(
    postgres: Databases, address: str
) -> None:
    postgres.execute("CREATE TABLE meta (name text, value text)", address)
    assert code_of(address) == "store/not-a-store"
    with pytest.raises(StillHereError) as caught:
        Store.create_at(address, EXERCISE_KEY)
    assert caught.value.code == "store/exists"
    assert postgres.execute("SELECT count(*) FROM meta", address) == [(0,)]


def test_a_store_that_cannot_be_made_leaves_nothing(
    postgres: Databases, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("stillhere.store.postgres.server.TRIGGERS", "SELECT 1 / 0")
    with pytest.raises(Exception, match="division by zero"):
        Store.create_at(address, EXERCISE_KEY)
    tables = "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"
    assert postgres.execute(tables, address) == [(0,)]


def test_two_stores_may_lie_in_two_schemas_of_one_database(
    postgres: Databases, address: str
) -> None:
    stores = []
    for name in ("one", "two"):
        postgres.execute(f"CREATE SCHEMA {name}", address)
        there = f"{address}?options=-csearch_path%3D{name}"
        stores.append(Store.create_at(there, EXERCISE_KEY, operation=name))
    one, two = stores
    with one, two:
        one.append(rows(0, 5))
        two.append(rows(3, 9))
        assert (one.count(), two.count()) == (5, 6)
        assert (one.operation, two.operation) == ("one", "two")


def test_a_server_that_may_only_be_read_says_so(
    server_store: Store, address: str
) -> None:
    server_store.append(rows(0, 3))
    read_only = f"{address}?options=-cdefault_transaction_read_only%3Don"
    server_store.close()
    with Store.connect(read_only) as reader:
        with pytest.raises(StillHereError) as caught:
            reader.append(rows(3, 6))
        assert caught.value.code == "store/read-only"
        assert list(reader.reports()) == rows(0, 3)


def test_after_a_broken_connection_the_next_call_connects_anew(
    postgres: Databases, server_store: Store, address: str
) -> None:
    server_store.append(rows(0, 3))
    postgres.execute(_END_OTHERS, address)
    with pytest.raises(StillHereError) as caught:
        server_store.append(rows(3, 6))
    assert caught.value.code == "store/server-lost"
    assert server_store.append(rows(3, 6)).new == 3
    assert list(server_store.reports()) == rows(0, 6)


def test_a_connection_broken_in_a_batch_leaves_nothing_of_it(
    postgres: Databases, server_store: Store, address: str
) -> None:
    def interrupted() -> Iterator[Report]:
        yield from rows(3, 9000)
        postgres.execute(_END_OTHERS, address)
        yield from rows(9000, 9010)

    server_store.append(rows(0, 3))
    with pytest.raises(StillHereError) as caught:
        server_store.append(interrupted())
    assert caught.value.code == "store/server-lost"
    assert list(server_store.reports()) == rows(0, 3)
    assert server_store.append(rows(3, 6)).position == 6


def test_the_right_to_write_ends_with_the_connection(
    postgres: Databases, server_store: Store, address: str
) -> None:
    server_store.append(rows(0, 3))
    postgres.execute(_END_OTHERS, address)
    with Store.connect(address) as other:
        other.append(rows(3, 6))
        codes = []
        for _ in range(2):
            with pytest.raises(StillHereError) as caught:
                server_store.append(rows(6, 9))
            codes.append(caught.value.code)
        assert codes == ["store/server-lost", "store/being-written"]
        assert list(other.reports()) == rows(0, 6)


def test_a_backup_of_a_server_needs_a_passphrase(
    server_store: Store, tmp_path: Path
) -> None:
    with pytest.raises(StillHereError) as caught:
        server_store.backup(tmp_path / "stick")
    assert caught.value.code == "store/backup-passphrase"
    assert not (tmp_path / "stick").exists()


def test_a_store_on_a_server_has_no_file(server_store: Store, address: str) -> None:
    assert server_store.place == address
    with pytest.raises(AttributeError, match="no file"):
        _ = server_store.path
