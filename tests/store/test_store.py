from pathlib import Path

import pytest

from stillhere.errors import StillHereError
from stillhere.reports import EXERCISE_KEY
from stillhere.store import Store, unlock
from stillhere.store.connection import open_connection
from stillhere.store.keys import DataKey, keys_path
from tests.store.made import PASSPHRASE, row, rows
from tests.store.places import Place


def code_of(path: Path, passphrase: str = PASSPHRASE) -> str:
    with pytest.raises(StillHereError) as caught:
        Store.open(path, passphrase)
    return caught.value.code


def test_a_new_store_is_empty_and_knows_its_operation(store: Store) -> None:
    assert list(store.reports()) == []
    assert (store.count(), store.position) == (0, 0)
    assert store.operation == "exercise"
    assert store.operation_key == EXERCISE_KEY


def test_reports_survive_closing_and_opening(store: Store, place: Place) -> None:
    store.append(rows(0, 50))
    store.close()
    with place.open() as again:
        assert list(again.reports()) == rows(0, 50)
        assert again.operation_key == EXERCISE_KEY


def test_a_store_is_never_made_over_another(store: Store, place: Place) -> None:
    store.append([row(1)])
    with pytest.raises(StillHereError) as caught:
        place.create()
    assert caught.value.code == "store/exists"
    assert list(store.reports()) == [row(1)]


def test_a_store_is_never_made_over_a_key_file(tmp_path: Path) -> None:
    path = tmp_path / "town.store"
    keys_path(path).write_text("the key of a store moved elsewhere")
    with pytest.raises(StillHereError) as caught:
        Store.create(path, "other", EXERCISE_KEY)
    assert caught.value.code == "store/exists"
    assert keys_path(path).read_text() == "the key of a store moved elsewhere"


def test_a_store_that_cannot_be_made_leaves_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("stillhere.store.creation.make_tables", fail)
    with pytest.raises(StillHereError) as caught:
        Store.create(path, PASSPHRASE, EXERCISE_KEY)
    assert caught.value.code == "store/disk-full"
    assert list(path.parent.iterdir()) == []


def test_a_missing_store_is_not_made_by_opening(path: Path) -> None:
    assert code_of(path) == "store/not-found"
    assert not path.exists()


def test_wrong_passphrase_and_damage_have_different_sentences(
    file_store: Store, path: Path
) -> None:
    file_store.append(rows(0, 50))
    file_store.close()
    assert code_of(path, "wrong") == "store/wrong-passphrase"
    spoiled = bytearray(path.read_bytes())
    spoiled[200] ^= 1
    path.write_bytes(bytes(spoiled))
    assert code_of(path) == "store/damaged"
    assert code_of(path, "wrong") == "store/wrong-passphrase"


@pytest.mark.parametrize("size", [0, 100, 600, 4096])
def test_a_store_cut_short_is_damaged(file_store: Store, path: Path, size: int) -> None:
    file_store.append(rows(0, 50))
    file_store.close()
    path.write_bytes(path.read_bytes()[:size])
    assert code_of(path) == "store/damaged"


def test_a_page_spoiled_later_is_told_when_it_is_read(
    file_store: Store, path: Path
) -> None:
    file_store.append(rows(0, 400))
    file_store.close()
    spoiled = bytearray(path.read_bytes())
    for page in range(14, len(spoiled) // 4096):
        spoiled[page * 4096 + 9] ^= 1
    path.write_bytes(bytes(spoiled))
    with (
        Store.open(path, PASSPHRASE) as opened,
        pytest.raises(StillHereError) as caught,
    ):
        list(opened.reports())
    assert caught.value.code == "store/damaged"


def test_the_key_file_of_another_store_is_not_called_a_wrong_passphrase(
    file_store: Store, path: Path, tmp_path: Path
) -> None:
    file_store.close()
    other = tmp_path / "other.store"
    Store.create(other, PASSPHRASE, EXERCISE_KEY).close()
    keys_path(path).write_bytes(keys_path(other).read_bytes())
    assert code_of(path) == "store/damaged"


def test_an_ordinary_database_is_refused(file_store: Store, path: Path) -> None:
    file_store.close()
    path.write_bytes(b"SQLite format 3\x00" + bytes(4080))
    assert code_of(path) == "store/not-encrypted"


def test_a_store_of_a_newer_version_is_left_alone(store: Store, place: Place) -> None:
    store._connection.execute("UPDATE meta SET value = '9' WHERE name = 'format'")
    store.close()
    with pytest.raises(StillHereError) as caught:
        place.open()
    assert caught.value.code == "store/newer"


def test_an_encrypted_file_without_tables_is_damaged(
    file_store: Store, path: Path
) -> None:
    key = unlock(path, PASSPHRASE)
    file_store.close()
    path.unlink()
    path.touch()
    connection = open_connection(path, key)
    connection.execute("CREATE TABLE other (x)")
    connection.close()
    assert code_of(path) == "store/damaged"


def test_another_key_does_not_open_the_file(file_store: Store, path: Path) -> None:
    file_store.close()
    with pytest.raises(StillHereError) as caught:
        Store.open_with_key(path, DataKey(bytes(32)))
    assert caught.value.code == "store/damaged"


def test_only_the_owner_may_read_any_file(file_store: Store, path: Path) -> None:
    file_store.append(rows(0, 5))
    for file in path.parent.iterdir():
        assert file.stat().st_mode & 0o077 == 0, file.name


def test_what_is_remembered_comes_back_after_closing(
    store: Store, place: Place
) -> None:
    assert store.recall("last look") is None
    store.remember("last look", "first")
    store.remember("last look", "second")
    store.close()
    with place.open() as again:
        assert again.recall("last look") == "second"
        assert again.operation == "exercise"


def test_every_sentence_names_the_file_and_no_content(path: Path) -> None:
    with pytest.raises(StillHereError) as caught:
        Store.open(path, PASSPHRASE)
    assert str(path) in str(caught.value)
    assert PASSPHRASE not in str(caught.value)
