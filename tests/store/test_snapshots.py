import pytest

from stillhere.store import Snapshot, Store
from tests.store.made import erasure, row, rows


@pytest.mark.parametrize("size", [0, 1, 4 << 20, (4 << 20) + 1, 9_000_000])
def test_a_snapshot_comes_back_byte_for_byte(store: Store, size: int) -> None:
    data = bytes(range(251)) * (size // 251 + 1)
    snapshot = Snapshot("rules", "picture", 7, data[:size])
    store.save_snapshot(snapshot)
    assert store.load_snapshot("rules") == snapshot


def test_other_rules_have_no_snapshot(store: Store) -> None:
    store.save_snapshot(Snapshot("rules", "picture", 7, b"x"))
    assert store.load_snapshot("other rules") is None


def test_only_the_latest_is_kept(store: Store) -> None:
    store.save_snapshot(Snapshot("old rules", "picture", 7, b"x" * 100))
    store.save_snapshot(Snapshot("rules", "other", 8, b"y"))
    assert store.load_snapshot("old rules") is None
    assert store.load_snapshot("rules") == Snapshot("rules", "other", 8, b"y")


def test_an_erasure_takes_the_snapshot_with_it(store: Store) -> None:
    store.append(rows(0, 3))
    store.save_snapshot(Snapshot("rules", "picture", 3, b"names"))
    store.append([erasure(row(99))])
    assert store.load_snapshot("rules") is not None
    store.append([erasure(row(1))])
    assert store.load_snapshot("rules") is None


def test_a_snapshot_shows_no_content_in_messages() -> None:
    assert "secret" not in repr(Snapshot("r", "p", 1, b"secret"))
