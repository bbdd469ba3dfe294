import os
from pathlib import Path

import pytest

from stillhere.store import files


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "x.keys"
    files.write_atomically(path, b"old")
    files.write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert [p.name for p in tmp_path.iterdir()] == ["x.keys"]
    assert path.stat().st_mode & 0o077 == 0


def test_a_failed_write_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "x.keys"
    files.write_atomically(path, b"old")
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="No space"):
        files.write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["x.keys"]


def test_a_remnant_of_an_earlier_crash_is_written_over(tmp_path: Path) -> None:
    path = tmp_path / "x.keys"
    path.with_name("x.keys.partial").write_bytes(b"half")
    files.write_atomically(path, b"new")
    assert path.read_bytes() == b"new"


def test_a_copy_never_replaces_a_file(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_bytes(bytes(3 << 20))
    files.copy_synced(one, two)
    assert files.digest_of_file(one) == files.digest_of_file(two)
    with pytest.raises(FileExistsError):
        files.copy_synced(one, two)
