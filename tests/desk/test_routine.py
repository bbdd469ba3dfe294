"""What the desk does by itself, and when."""

from pathlib import Path
from typing import Any

import pytest

from stillhere.errors import StillHereError
from tests.desk.test_jobs import waited
from tests.desk.test_snapshots import call


@pytest.fixture
def routine(desk: Path) -> Any:
    """The routine of the open town, without backups; it looks when it is told to."""
    from stillhere.desk.operation.backups import Backups  # noqa: PLC0415
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415
    from stillhere.desk.operation.routine import Routine  # noqa: PLC0415

    del desk
    operation = the_operation()
    return Routine(operation, Backups(operation, None))


def test_an_exercise_stays_at_its_own_date(routine: Any) -> None:
    as_of = routine._operation.picture.as_of
    routine.look()
    assert "date" not in routine._running
    assert routine._operation.picture.as_of == as_of


def test_an_operation_moves_to_the_date_of_today_once(
    routine: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    operation = routine._operation
    monkeypatch.setattr(type(operation), "exercise", False)
    monkeypatch.setattr("stillhere.desk.operation.routine.today", lambda: "2023-10-10")
    routine.look()
    first = waited(routine._running["date"])
    assert first.error is None
    assert operation.picture.as_of == "2023-10-10"
    routine.look()
    assert routine._running["date"] is first


def test_the_picture_is_kept_when_there_is_news_and_nobody_types(
    routine: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from stillhere.desk.operation import snapshots  # noqa: PLC0415

    operation = routine._operation
    monkeypatch.setattr(snapshots, "MANY", 2)
    routine.look()
    assert operation.kept == operation.position
    operation.enter([call(1)])
    operation.enter([call(2)])
    routine.look()
    assert operation.kept < operation.position
    routine.look()
    assert operation.kept == operation.position


def test_keeping_that_failed_has_time(
    routine: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from stillhere.desk.operation import snapshots  # noqa: PLC0415

    tries = []

    def full(_operation: object) -> None:
        tries.append(1)
        raise StillHereError("store/disk-full", path="town.db")

    monkeypatch.setattr(snapshots, "keep", full)
    with pytest.raises(StillHereError):
        routine.look()
    routine.look()
    assert len(tries) == 1
