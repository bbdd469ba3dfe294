from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stillhere.errors import StillHereError
from stillhere.reports import EXERCISE_KEY, OperationKey


@given(st.binary(min_size=32, max_size=32))
def test_a_key_is_read_back_from_its_digits(secret: bytes) -> None:
    assert OperationKey.from_hex(secret.hex()) == OperationKey(secret)


def test_a_key_file_is_read_back(tmp_path: Path) -> None:
    key, path = OperationKey.generate(), tmp_path / "operation.key"
    key.save(path)
    assert OperationKey.load(path) == key


def test_only_its_owner_may_read_a_key_file(tmp_path: Path) -> None:
    path = tmp_path / "operation.key"
    EXERCISE_KEY.save(path)
    assert path.stat().st_mode & 0o077 == 0


def test_two_new_keys_differ() -> None:
    assert OperationKey.generate() != OperationKey.generate()


def test_a_key_does_not_show_its_secret() -> None:
    assert EXERCISE_KEY.secret.hex() not in repr(EXERCISE_KEY)
    assert "stillhere public" not in repr(EXERCISE_KEY)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "first words"),
        (b"some other file", "first words"),
        (b"stillhere-operation-key-1:", "not 32 bytes"),
        (b"stillhere-operation-key-1:" + b"ab" * 31, "not 32 bytes"),
        (b"stillhere-operation-key-1:" + b"xy" * 32, "not hexadecimal"),
        ("stillhere-operation-key-1:é".encode(), "cannot be read"),
        (b"A" * 5_000_000, "first words"),
        (b"stillhere-operation-key-1:" + b"ab" * 5_000, "not 32 bytes"),
    ],
    ids=["empty", "other", "cut", "short", "letters", "bytes", "huge", "long"],
)
def test_a_damaged_key_file_is_told_with_its_reason(
    tmp_path: Path, content: bytes, reason: str
) -> None:
    path = tmp_path / "operation.key"
    path.write_bytes(content)
    with pytest.raises(StillHereError, match=reason) as caught:
        OperationKey.load(path)
    assert caught.value.code == "reports/key-file-damaged"
    assert str(path) in str(caught.value)
    assert "Nothing was read or written" in str(caught.value)


def test_an_absent_key_file_is_called_absent(tmp_path: Path) -> None:
    with pytest.raises(StillHereError, match="no such file"):
        OperationKey.load(tmp_path / "absent.key")


def test_a_folder_is_no_key_file(tmp_path: Path) -> None:
    with pytest.raises(StillHereError, match="cannot be read"):
        OperationKey.load(tmp_path)


def test_a_key_file_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "operation.key"
    EXERCISE_KEY.save(path)
    with pytest.raises(StillHereError) as caught:
        OperationKey.generate().save(path)
    assert caught.value.code == "reports/key-file-exists"
    assert OperationKey.load(path) == EXERCISE_KEY


def test_a_key_file_in_no_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(StillHereError) as caught:
        EXERCISE_KEY.save(tmp_path / "absent" / "operation.key")
    assert caught.value.code == "reports/key-file-unwritable"
