"""A disk of two megabytes, filled to its last byte."""

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from stillhere.errors import StillHereError
from stillhere.reports import EXERCISE_KEY
from stillhere.store import Snapshot, Store, change_passphrase, unlock
from tests.store.made import PASSPHRASE, erasure, row, rows

SIZE = "2m"


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk of its own; who may not mount one passes this over."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(place)]
    try:
        done = subprocess.run(mount, capture_output=True, check=False)
    except FileNotFoundError:
        pytest.skip("this system cannot mount a small disk")
    if done.returncode:
        pytest.skip("this user may not mount a small disk")
    yield place
    subprocess.run(["umount", str(place)], check=True)


@pytest.fixture
def full(disk: Path, quick: None) -> Iterator[Store]:
    """An open store with ten reports on a disk without room."""
    del quick
    path = disk / "town.store"
    Store.create(path, PASSPHRASE, EXERCISE_KEY).close()
    with Store.open(path, PASSPHRASE) as store:
        store.append(rows(0, 10))
        fill(disk)
        yield store


def fill(disk: Path) -> None:
    with (disk / "ballast").open("wb", buffering=0) as ballast:
        for size in (4096, 1):
            try:
                while True:
                    ballast.write(bytes(size))
            except OSError:
                continue


REQUESTS: dict[str, Callable[[Store], object]] = {
    "a report": lambda store: store.append([row(10)]),
    "a batch": lambda store: store.append(rows(10, 3000)),
    "an erasure": lambda store: store.erase(erasure(row(3))),
    "a note": lambda store: store.remember("last look", "x" * 50_000),
    "a snapshot": lambda store: store.save_snapshot(Snapshot("r", "p", 1, bytes(9**7))),
    "a backup": lambda store: store.backup(store.path.with_name("stick")),
    "a passphrase": lambda store: change_passphrase(store.path, PASSPHRASE, "another"),
    "a store": lambda store: Store.create(
        store.path.with_name("other"), "another", EXERCISE_KEY
    ),
}


@pytest.mark.parametrize("request_of", REQUESTS)
def test_what_has_no_room_is_told_and_nothing_is_lost(
    full: Store, request_of: str
) -> None:
    with pytest.raises(StillHereError) as caught:
        REQUESTS[request_of](full)
    assert caught.value.code == "store/disk-full"
    assert list(full.reports()) == rows(0, 10)
    assert full.check().findings == ()
    assert unlock(full.path, PASSPHRASE)
    names = {file.name for file in full.path.parent.iterdir()} - {"ballast", "stick"}
    assert {name.partition(".store")[0] for name in names} == {"town"}


def test_once_there_is_room_writing_goes_on(full: Store) -> None:
    with pytest.raises(StillHereError):
        full.append(rows(10, 3000))
    full.path.with_name("ballast").unlink()
    assert full.append(rows(10, 20)).new == 10
    assert list(full.reports()) == rows(0, 20)


def test_a_store_on_a_full_disk_can_be_opened_and_read(full: Store) -> None:
    full.close()
    with Store.open(full.path, PASSPHRASE) as again:
        assert list(again.reports()) == rows(0, 10)
