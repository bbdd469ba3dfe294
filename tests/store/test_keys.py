import json
from pathlib import Path

import pytest

from stillhere.errors import StillHereError
from stillhere.store.keys import (
    DataKey,
    _checksum,
    change_passphrase,
    keys_path,
    make_keys,
    unlock,
)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "town.store"


def code_of(place: Path, passphrase: str) -> str:
    with pytest.raises(StillHereError) as caught:
        unlock(place, passphrase)
    return caught.value.code


def test_the_passphrase_opens_the_key_it_was_given_for(place: Path) -> None:
    key = make_keys(place, "four words of one")
    assert unlock(place, "four words of one") == key


def test_two_stores_never_share_a_key(tmp_path: Path) -> None:
    one = make_keys(tmp_path / "one", "the same")
    two = make_keys(tmp_path / "two", "the same")
    assert one != two


def test_a_passphrase_composed_differently_is_the_same(place: Path) -> None:
    key = make_keys(place, "caf\u00e9")
    assert unlock(place, "cafe\u0301") == key


def test_a_wrong_passphrase_is_not_called_damage(place: Path) -> None:
    make_keys(place, "right")
    assert code_of(place, "wrong") == "store/wrong-passphrase"


def test_every_changed_byte_of_the_key_file_is_called_damage(place: Path) -> None:
    make_keys(place, "right")
    whole = keys_path(place).read_bytes()
    for number in range(0, len(whole), 7):
        spoiled = bytearray(whole)
        spoiled[number] ^= 0x04
        keys_path(place).write_bytes(bytes(spoiled))
        assert code_of(place, "right") == "store/keys-damaged", number


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"\xff\xfe", b'{"slots":1}'])
def test_what_is_no_key_file_is_called_damage(place: Path, content: bytes) -> None:
    keys_path(place).write_bytes(content)
    assert code_of(place, "right") == "store/keys-damaged"


def test_a_missing_key_file_is_called_missing(place: Path) -> None:
    assert code_of(place, "right") == "store/keys-missing"


def test_an_empty_passphrase_is_refused(place: Path) -> None:
    with pytest.raises(StillHereError, match="protects nothing"):
        make_keys(place, "")
    assert not keys_path(place).exists()


def test_a_key_file_is_never_written_over(place: Path) -> None:
    key = make_keys(place, "first")
    with pytest.raises(StillHereError) as caught:
        make_keys(place, "second")
    assert caught.value.code == "store/exists"
    assert unlock(place, "first") == key


def test_changing_the_passphrase_keeps_the_key(place: Path) -> None:
    key = make_keys(place, "old")
    change_passphrase(place, "old", "new")
    assert unlock(place, "new") == key
    assert code_of(place, "old") == "store/wrong-passphrase"


def test_changing_the_passphrase_needs_the_old_one(place: Path) -> None:
    make_keys(place, "old")
    before = keys_path(place).read_bytes()
    with pytest.raises(StillHereError, match="does not open"):
        change_passphrase(place, "guess", "new")
    assert keys_path(place).read_bytes() == before


def test_the_slot_states_a_costly_derivation(place: Path) -> None:
    make_keys(place, "right")
    slot = json.loads(keys_path(place).read_bytes())["slots"][0]
    assert slot["derivation"] == "argon2id"
    assert slot["memory_kib"] >= 64 * 1024
    assert slot["passes"] >= 3


def test_a_slot_of_another_kind_is_passed_over(place: Path) -> None:
    key = make_keys(place, "right")
    content = json.loads(keys_path(place).read_bytes())
    content["slots"].insert(0, {"kind": "printed"})
    rewrite(place, content)
    assert unlock(place, "right") == key


def test_a_slot_made_cheaper_no_longer_opens(place: Path) -> None:
    make_keys(place, "right")
    content = json.loads(keys_path(place).read_bytes())
    content["slots"][0]["passes"] = 1
    rewrite(place, content)
    assert code_of(place, "right") == "store/wrong-passphrase"


def test_a_slot_that_asks_for_all_memory_is_called_damage(place: Path) -> None:
    make_keys(place, "right")
    content = json.loads(keys_path(place).read_bytes())
    content["slots"][0]["memory_kib"] = 1 << 30
    rewrite(place, content)
    assert code_of(place, "right") == "store/keys-damaged"


def rewrite(place: Path, content: dict[str, object]) -> None:
    """Write a changed key file with the checksum it would then have."""
    content.pop("checksum")
    whole = {**content, "checksum": _checksum(content)}
    keys_path(place).write_text(json.dumps(whole), encoding="utf-8")


def test_the_key_shows_itself_in_no_message() -> None:
    key = DataKey(bytes(range(32)))
    assert "000102" not in repr(key)
    assert "\\x01" not in repr(key)


def test_keys_for_two_purposes_differ_and_stay_the_same() -> None:
    key = DataKey(bytes(32))
    assert key.subkey("database") != key.subkey("bundle")
    assert key.subkey("bundle") == DataKey(bytes(32)).subkey("bundle")


def test_only_the_owner_may_read_the_key_file(place: Path) -> None:
    make_keys(place, "right")
    assert keys_path(place).stat().st_mode & 0o077 == 0
