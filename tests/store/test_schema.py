import pytest
from sqlcipher3 import dbapi2

from stillhere.store import Store
from tests.store.made import erasure, lines, row

_FORBIDDEN = [
    "UPDATE reports SET source = 'x'",
    "DELETE FROM reports",
    "INSERT OR REPLACE INTO reports SELECT * FROM reports",
    'UPDATE bodies SET body = \'{"Name":"other"}\'',
    "UPDATE bodies SET body = '{}', source_key = ''",
    "DELETE FROM bodies",
    "INSERT OR REPLACE INTO bodies SELECT seq, source_key, 'x' FROM bodies",
    "DELETE FROM provenance",
    "UPDATE provenance SET line = 1",
]


@pytest.mark.parametrize("statement", _FORBIDDEN)
def test_nothing_stored_can_be_changed_or_deleted(store: Store, statement: str) -> None:
    store.append([row(1)], lines([row(1)]))
    with pytest.raises(dbapi2.IntegrityError, match="append-only"):
        store._connection.execute(statement)
    assert list(store.reports()) == [row(1)]


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
    with pytest.raises(dbapi2.IntegrityError, match="append-only"):
        store._connection.execute(statement)


def test_an_erasure_cannot_be_emptied_by_hand(store: Store) -> None:
    first = erasure(row(1))
    store.append([first, erasure(first)])
    with pytest.raises(dbapi2.IntegrityError, match="append-only"):
        store._connection.execute("UPDATE bodies SET body = '{}', source_key = ''")
