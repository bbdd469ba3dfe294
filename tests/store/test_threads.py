"""One store used by several threads in turns, as the writer of a desk is."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event, Lock

import pytest
from sqlcipher3 import dbapi2

from stillhere.store import Store, digest_of, unlock
from tests.store.made import PASSPHRASE, batch, lines, row, rows
from tests.store.places import Place


@pytest.fixture
def shared(place: Place, path: Path) -> Iterator[Store]:
    """A store any thread may use, once for each engine."""
    made = place.create()
    if isinstance(made.place, Path):
        made.close()
        made = Store.open(path, PASSPHRASE, any_thread=True)
    with made:
        yield made


def test_threads_that_take_turns_lose_nothing(shared: Store) -> None:
    turn = Lock()

    def write(number: int) -> int:
        with turn:
            done = shared.append(batch(number), lines(batch(number)))
            shared.remember("last", str(number))
            return done.position

    def read(_: int) -> int:
        with turn:
            return len(list(shared.reports()))

    with ThreadPoolExecutor(4) as threads:
        positions = list(threads.map(write, range(12)))
        counts = list(threads.map(read, range(4)))
    everything = [report for n in range(12) for report in batch(n)]
    assert set(counts) == {shared.count()}
    assert max(positions) == shared.position
    assert shared.digest() == digest_of(everything)
    assert shared.check().findings == ()


def test_readers_of_other_threads_see_whole_batches_only(
    place: Place, store: Store
) -> None:
    finished = Event()

    def watch(_: int) -> set[int]:
        seen: set[int] = set()
        with place.open() as reader:
            while not finished.is_set():
                seen.add(len(list(reader.reports())))
        return seen

    with ThreadPoolExecutor(2) as threads:
        watching = threads.map(watch, range(2))
        try:
            for number in range(40):
                store.append(rows(number * 50, number * 50 + 50))
        finally:
            finished.set()
        for seen in watching:
            assert {size % 50 for size in seen} == {0}


def test_a_store_of_one_thread_refuses_the_others(file_store: Store) -> None:
    with ThreadPoolExecutor(1) as other, pytest.raises(dbapi2.ProgrammingError):
        other.submit(file_store.append, [row(1)]).result()
    assert file_store.count() == 0


def test_a_further_connection_may_serve_any_thread(
    file_store: Store, path: Path
) -> None:
    file_store.append(rows(0, 3))
    key = unlock(path, PASSPHRASE)
    with (
        Store.open_with_key(path, key, any_thread=True) as further,
        ThreadPoolExecutor(1) as other,
    ):
        assert other.submit(lambda: list(further.reports())).result() == rows(0, 3)
