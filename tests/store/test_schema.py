import pytest
from psycopg import IntegrityError
from sqlcipher3 import dbapi2

from stillhere.store import Store
from tests.store.made import erasure, lines, row

REFUSED = (dbapi2.IntegrityError, IntegrityError)
FORBIDDEN = [
    "UPDATE reports SET source = 'x'",
    "DELETE FROM reports",
    'UPDATE bodies SET body = \'{"Name":"other"}\'',
    "UPDATE bodies SET body = '{}', source_key = ''",
    "DELETE FROM bodies",
    "DELETE FROM provenance",
    "UPDATE provenance SET line = 1",
]
IN_A_FILE = [
    "INSERT OR REPLACE INTO reports SELECT * FROM reports",
    "INSERT OR REPLACE INTO bodies SELECT seq, source_key, 'x' FROM bodies",
]
ON_A_SERVER = [
    "TRUNCATE reports CASCADE",
    "TRUNCATE bodies",
    "TRUNCATE erased",
    "TRUNCATE provenance",
    (
        "INSERT INTO bodies SELECT seq, source_key, 'x' FROM bodies "
        "ON CONFLICT (seq) DO UPDATE SET body = excluded.body"
    ),
]


def refuses(store: Store, statement: str) -> None:
    store.append([row(1)], lines([row(1)]))
    with pytest.raises(REFUSED, match="append-only"):
        store._connection.execute(statement)
    assert list(store.reports()) == [row(1)]
    assert len(store.provenance([row(1).id])) == 1


@pytest.mark.parametrize("statement", FORBIDDEN)
def test_nothing_stored_can_be_changed_or_deleted(store: Store, statement: str) -> None:
    refuses(store, statement)


@pytest.mark.parametrize("statement", IN_A_FILE)
def test_nothing_in_a_file_can_be_replaced(file_store: Store, statement: str) -> None:
    refuses(file_store, statement)


@pytest.mark.parametrize("statement", ON_A_SERVER)
def test_nothing_on_a_server_can_be_thrown_away(
    server_store: Store, statement: str
) -> None:
    refuses(server_store, statement)


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM erased",
        "UPDATE erased SET by = id",
        "UPDATE bodies SET body = 'back again' WHERE seq = 1",
    ],
)
def test_an_erasure_cannot_be_undone(store: Store, statement: str) -> None:
    store.append([row(1)])
    store.erase(erasure(row(1)))
    with pytest.raises(REFUSED, match="append-only"):
        store._connection.execute(statement)


def test_an_erasure_cannot_be_emptied_by_hand(store: Store) -> None:
    first = erasure(row(1))
    store.append([first, erasure(first)])
    with pytest.raises(REFUSED, match="append-only"):
        store._connection.execute("UPDATE bodies SET body = '{}', source_key = ''")
