"""Backups: on demand, by night, how it went, and what was forgotten."""

import errno
import json
import threading
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from stillhere.store import Store, restore
from tests.desk.conftest import PASSPHRASE
from tests.desk.test_jobs import waited


@pytest.fixture
def backups(desk: Path) -> Iterator[Any]:
    """The backups of the open town, those of the night beside its store."""
    from stillhere.desk.operation import backups as module  # noqa: PLC0415
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    yield module.keep_backups(the_operation(), desk.parent / "backups")
    module._backups.clear()


def quiet(stage: str, share: float) -> None:
    del stage, share


def moved_clock(monkeypatch: pytest.MonkeyPatch, **later: int) -> None:
    from stillhere.desk import clock  # noqa: PLC0415

    moment = datetime.fromisoformat(clock.now()) + timedelta(**later)
    for module in ("views.kept", "operation.backups", "operation.routine"):
        monkeypatch.setattr(
            f"stillhere.desk.{module}.now", lambda: moment.isoformat(timespec="seconds")
        )


def test_a_backup_is_taken_from_the_page_and_restores_to_the_same_digest(
    backups: Any, coordinator: Client, desk: Path, tmp_path: Path
) -> None:
    from stillhere.desk.operation.jobs import the_jobs  # noqa: PLC0415

    stick = tmp_path / "stick"
    stick.mkdir()
    answer = coordinator.post("/backup/", {"folder": str(stick)})
    assert answer.status_code == 302
    number = int(answer.headers["Location"].rstrip("/").rpartition("/")[2])
    job = waited(the_jobs().get(number))
    assert job.error is None
    page = coordinator.get("/backup/").content.decode()
    assert job.outcome.digest in page
    assert str(stick) in page
    back = restore(Path(job.outcome.place), tmp_path / "clean" / "back.db", PASSPHRASE)
    with Store.open(desk, PASSPHRASE) as store:
        assert back.digest == store.digest() == job.outcome.digest
    assert backups.record.last == job.outcome


def test_a_folder_that_is_not_there_is_refused_with_what_to_do(
    backups: Any, coordinator: Client, tmp_path: Path
) -> None:
    answer = coordinator.post("/backup/", {"folder": str(tmp_path / "no stick")})
    assert "There is no such folder on this machine" in answer.content.decode()
    answer = coordinator.post("/backup/", {"folder": "stick"})
    assert "Type the whole path" in answer.content.decode()
    assert backups.record.last is None


def test_the_last_fourteen_of_the_night_stay_and_others_are_left_alone(
    backups: Any, desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("stillhere.desk.operation.backups.KEPT", 3)
    by_hand = backups.take(tmp_path, quiet)
    (desk.parent / "backups").mkdir()
    (desk.parent / "backups" / "mine").mkdir()
    taken = [backups.take(backups.folder, quiet, nightly=True) for _ in range(5)]
    left = {p.name for p in backups.folder.iterdir()}
    assert left == {"mine", *(Path(t.place).name for t in taken[-3:])}
    assert Path(by_hand.place).is_dir()


def test_what_is_known_of_backups_outlives_the_program(
    backups: Any, tmp_path: Path
) -> None:
    from stillhere.desk.operation.backups import Backups  # noqa: PLC0415
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    backups.take(tmp_path, quiet)
    backups.take(backups.folder, quiet, nightly=True)
    assert Backups(the_operation(), None).record == backups.record


def test_a_full_disk_is_told_on_the_page_and_the_backup_before_it_stands(
    backups: Any, coordinator: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from stillhere.errors import StillHereError  # noqa: PLC0415

    first = backups.take(tmp_path, quiet)

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("stillhere.store.backup.files.sync_file", full)
    with pytest.raises(StillHereError) as caught:
        backups.take(tmp_path, quiet)
    assert caught.value.code == "store/disk-full"
    page = coordinator.get("/backup/").content.decode()
    assert "There is no room left on the disk" in page
    assert first.digest in page
    assert [p.name for p in tmp_path.iterdir() if "partial" in p.name] == []


def test_after_twelve_hours_without_one_every_page_warns_who_may_take_one(
    backups: Any,
    coordinator: Client,
    signed_in: Callable[[str], Client],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    backups.take(tmp_path, quiet)
    warning = "Nothing has been backed up for"
    assert warning not in coordinator.get("/jobs/").content.decode()
    moved_clock(monkeypatch, hours=13)
    assert f"{warning} 13 hours" in coordinator.get("/jobs/").content.decode()
    assert warning not in signed_in("hotline").get("/jobs/").content.decode()


def test_only_who_keeps_backups_sees_where_they_are(
    backups: Any, signed_in: Callable[[str], Client]
) -> None:
    del backups
    assert signed_in("hotline").get("/backup/").status_code == 403


def test_a_night_is_due_once_and_after_a_failure_again_in_an_hour(
    backups: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415
    from stillhere.desk.operation.routine import Routine  # noqa: PLC0415

    routine = Routine(the_operation(), backups)
    day = "2026-11-2"
    at = {hour: f"{day}{hour}" for hour in ("1T23:00:00", "2T01:59:00", "2T02:01:00")}
    evening, before, after = (f"{moment}+04:00" for moment in at.values())
    assert routine._backup_due(evening)
    monkeypatch.setattr("stillhere.desk.operation.backups.now", lambda: evening)
    backups.take(backups.folder, quiet, nightly=True)
    assert not routine._backup_due(before)
    assert routine._backup_due(after)
    monkeypatch.setattr("stillhere.desk.operation.backups.now", lambda: after)
    backups.folder = tmp_path / "file"
    backups.folder.write_text("no folder")
    from stillhere.errors import StillHereError  # noqa: PLC0415

    with pytest.raises(StillHereError):
        backups.take(backups.folder, quiet, nightly=True)
    assert not routine._backup_due(f"{day}2T02:30:00+04:00")
    assert routine._backup_due(f"{day}2T03:02:00+04:00")


def test_a_backup_taken_while_others_enter_is_of_one_moment(
    backups: Any, desk: Path, tmp_path: Path
) -> None:
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415
    from stillhere.reports import make_report  # noqa: PLC0415
    from stillhere.vocabulary import ReportKind  # noqa: PLC0415

    operation = the_operation()
    before = {r.id for r in operation.store.reports()}
    calls = [
        make_report(operation.key, ReportKind.CALL, "hotline", {"text": f"call {n}"})
        for n in range(30)
    ]
    begin = threading.Event()

    def enter() -> None:
        for number, call in enumerate(calls):
            operation.enter([call])
            if number == 3:
                begin.set()

    typing = threading.Thread(target=enter)
    typing.start()
    assert begin.wait(60)
    taken = backups.take(tmp_path, quiet)
    typing.join()
    restore(Path(taken.place), tmp_path / "back.db", PASSPHRASE)
    with Store.open(tmp_path / "back.db", PASSPHRASE) as store:
        held = [r.id for r in store.reports()]
    later = [c.id for c in calls if c.id not in set(held)]
    assert before <= set(held)
    assert later == [c.id for c in calls[len(calls) - len(later) :]]
    manifest = json.loads((Path(taken.place) / "manifest.json").read_text())
    assert manifest["digest"] == taken.digest
    assert desk.is_file()
