import json
from pathlib import Path

import pytest

from stillhere.errors import StillHereError
from stillhere.reports import Stamp
from stillhere.store import Snapshot, Store, change_passphrase, digest_of, restore
from stillhere.store.keys import keys_path
from tests.store.child import Importer
from tests.store.made import PASSPHRASE, batch, erasure, lines, row, rows
from tests.store.places import Place


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    return tmp_path / "other" / "restored.store"


def code_of(backup: Path, target: Path, passphrase: str = PASSPHRASE) -> str:
    with pytest.raises(StillHereError) as caught:
        restore(backup, target, passphrase)
    assert not target.exists()
    return caught.value.code


def test_a_backup_restores_to_an_equal_store(
    store: Store, place: Place, tmp_path: Path, elsewhere: Path
) -> None:
    store.append(rows(0, 60), lines(rows(0, 60)))
    store.append([row(8, Stamp(author="a tablet")), erasure(row(7))])
    store.remember("last look", "yesterday")
    store.save_snapshot(Snapshot("rules", "picture", 61, b"an index"))
    backup = place.backup(store, tmp_path / "stick")
    back = restore(backup, elsewhere, PASSPHRASE)
    assert (back.path, back.reports, back.digest) == (elsewhere, 61, store.digest())
    with Store.open(elsewhere, PASSPHRASE) as again:
        assert list(again.reports()) == list(store.reports())
        everyone = [report.id for report in store.reports()]
        assert again.provenance(everyone) == store.provenance(everyone)
        assert (again.recall("last look"), again.operation) == ("yesterday", "exercise")
        assert again.load_snapshot("rules") == store.load_snapshot("rules")
        assert again.position == store.position
        assert again.check().findings == ()
        assert again.append(rows(0, 61)).new == 1


def test_a_backup_knows_nothing_of_what_came_after(
    store: Store, place: Place, tmp_path: Path, elsewhere: Path
) -> None:
    store.append(rows(0, 10))
    backup = place.backup(store, tmp_path / "stick")
    store.append(rows(10, 20))
    assert restore(backup, elsewhere, PASSPHRASE).digest == digest_of(rows(0, 10))


def test_a_backup_holds_three_private_files(file_store: Store, tmp_path: Path) -> None:
    backup = file_store.backup(tmp_path / "stick")
    names = {file.name for file in backup.iterdir()}
    assert names == {"town.store", "town.store.keys", "manifest.json"}
    assert all(file.stat().st_mode & 0o077 == 0 for file in backup.iterdir())
    assert [entry.name for entry in backup.parent.iterdir()] == [backup.name]


def test_each_backup_is_a_folder_of_its_own(
    store: Store, place: Place, tmp_path: Path
) -> None:
    first = place.backup(store, tmp_path / "stick")
    second = place.backup(store, tmp_path / "stick")
    store.append([row(1)])
    third = place.backup(store, tmp_path / "stick")
    assert len({first, second, third}) == 3


def test_a_backup_opens_with_the_passphrase_of_its_day(
    file_store: Store, path: Path, tmp_path: Path, elsewhere: Path
) -> None:
    backup = file_store.backup(tmp_path / "stick")
    change_passphrase(path, PASSPHRASE, "another")
    assert code_of(backup, elsewhere, "another") == "store/wrong-passphrase"
    assert restore(backup, elsewhere, PASSPHRASE).reports == 0


@pytest.mark.parametrize("name", ["town.store", "town.store.keys"])
def test_a_backup_with_one_changed_byte_is_damaged(
    file_store: Store, tmp_path: Path, elsewhere: Path, name: str
) -> None:
    file_store.append(rows(0, 10))
    backup = file_store.backup(tmp_path / "stick")
    spoiled = bytearray((backup / name).read_bytes())
    spoiled[len(spoiled) // 2] ^= 1
    (backup / name).write_bytes(bytes(spoiled))
    assert code_of(backup, elsewhere) == "store/backup-damaged"
    assert not keys_path(elsewhere).exists()


def test_a_backup_of_other_reports_than_it_says_is_damaged(
    file_store: Store, tmp_path: Path, elsewhere: Path
) -> None:
    backup = file_store.backup(tmp_path / "stick")
    manifest = json.loads((backup / "manifest.json").read_bytes())
    manifest["digest"] = digest_of([row(1)])
    (backup / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    assert code_of(backup, elsewhere) == "store/backup-damaged"
    assert not keys_path(elsewhere).exists()
    assert list(elsewhere.parent.iterdir()) == []


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"store":"../x"}'])
def test_a_folder_without_a_manifest_is_no_backup(
    tmp_path: Path, elsewhere: Path, text: str
) -> None:
    (tmp_path / "manifest.json").write_text(text, encoding="utf-8")
    assert code_of(tmp_path, elsewhere) == "store/not-a-backup"


def test_a_missing_folder_is_no_backup(tmp_path: Path, elsewhere: Path) -> None:
    assert code_of(tmp_path / "nowhere", elsewhere) == "store/not-a-backup"


def test_restoring_writes_over_nothing(
    file_store: Store, path: Path, tmp_path: Path
) -> None:
    file_store.append(rows(0, 3))
    backup = file_store.backup(tmp_path / "stick")
    with pytest.raises(StillHereError) as caught:
        restore(backup, path, PASSPHRASE)
    assert caught.value.code == "store/exists"
    assert list(file_store.reports()) == rows(0, 3)


def test_a_backup_that_fails_leaves_nothing(
    store: Store, place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("stillhere.store.backup.files.digest_of_file", fail)
    with pytest.raises(StillHereError) as caught:
        place.backup(store, tmp_path / "stick")
    assert caught.value.code == "store/disk-full"
    assert list((tmp_path / "stick").iterdir()) == []


@pytest.mark.proof
def test_backups_taken_while_another_writes_are_each_one_moment(
    store: Store, place: Place, tmp_path: Path, whole: bool
) -> None:
    importer = Importer(place.where, first=0)
    importer.wait_for(4)
    taken: list[tuple[int, Path]] = []
    for _ in range(20 if whole else 3):
        importer.wait_for(2)
        backup = place.backup(store, tmp_path / "stick")
        taken.append((importer.acknowledged[-1], backup))
    importer.kill()
    for number, (acknowledged, backup) in enumerate(taken):
        target = tmp_path / f"{number}.store"
        back = restore(backup, target, PASSPHRASE)
        with Store.open(target, PASSPHRASE) as again:
            batches = whole_batches(again.count())
            assert batches > acknowledged
            expected = [report for n in range(batches) for report in batch(n)]
            assert back.digest == again.digest() == digest_of(expected)


def whole_batches(count: int) -> int:
    """How many batches hold exactly this many reports; fails for a half one."""
    batches, ids = 0, set[str]()
    while len(ids) < count:
        ids.update(report.id for report in batch(batches))
        batches += 1
    assert len(ids) == count
    return batches
