from pathlib import Path

import pytest

from stillhere.errors import StillHereError
from stillhere.store import Store
from stillhere.store.lock import WriterLock
from tests.store.made import row, rows
from tests.store.places import Place


def test_a_second_writer_is_told_and_stores_nothing(store: Store, place: Place) -> None:
    store.append([row(1)])
    with place.open() as second:
        with pytest.raises(StillHereError) as caught:
            second.append([row(2)])
        assert caught.value.code == "store/being-written"
        assert list(second.reports()) == [row(1)]


def test_readers_go_on_while_another_writes(store: Store, place: Place) -> None:
    with place.open() as reader:
        for number in range(5):
            store.append([row(number)])
            assert list(reader.reports()) == rows(0, number + 1)


def test_the_next_may_write_once_the_first_has_closed(
    store: Store, place: Place
) -> None:
    store.append([row(1)])
    store.close()
    with place.open() as second:
        assert second.append([row(2)]).new == 1


def test_taking_the_lock_twice_is_taking_it_once(tmp_path: Path) -> None:
    lock, other = WriterLock(tmp_path / "x"), WriterLock(tmp_path / "x")
    lock.take()
    lock.take()
    lock.release()
    other.take()
    other.release()


def test_releasing_what_was_never_taken_does_nothing(tmp_path: Path) -> None:
    WriterLock(tmp_path / "x").release()
    assert list(tmp_path.iterdir()) == []
