"""The picture kept in the store, and what a start makes of it."""

from pathlib import Path
from typing import Any

import pytest

from stillhere.errors import StillHereError
from stillhere.pipeline import from_bytes
from stillhere.reports import EXERCISE_KEY, Report, make_report
from stillhere.store import Store
from stillhere.vocabulary import ReportKind
from tests.desk.test_kills import built_anew


@pytest.fixture
def operation(desk: Path) -> Any:
    """The open town."""
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    del desk
    return the_operation()


def call(number: int) -> Report:
    fields = {"note": f"call {number}", "name": f"Petrosyan Armen {number}"}
    return make_report(EXERCISE_KEY, ReportKind.CALL, "hotline", fields)


def started_again(operation: Any) -> Any:
    """Close the operation and open it as the next start does."""
    from stillhere.desk.operation.current import begin, opened  # noqa: PLC0415
    from stillhere.desk.operation.starting import open_operation  # noqa: PLC0415
    from stillhere.desk.unlocked import held  # noqa: PLC0415

    operation.close()
    again = open_operation(held(), begin())
    opened(again)
    return again


def refuse_to_build(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        pytest.fail("built anew")

    monkeypatch.setattr("stillhere.desk.operation.starting.build", refuse)


@pytest.mark.parametrize("copies", [True, False])
def test_a_start_goes_on_from_the_kept_picture_and_what_came_since(
    operation: Any, monkeypatch: pytest.MonkeyPatch, copies: bool
) -> None:
    from stillhere.desk.operation import snapshots  # noqa: PLC0415

    monkeypatch.setattr(snapshots, "_COPIES", copies)
    assert snapshots.due(operation)
    assert snapshots.keep(operation)
    assert not snapshots.due(operation)
    operation.enter([call(1)])
    operation.enter([call(2)])
    assert snapshots.news(operation) == 2
    digest = operation.picture.digest
    refuse_to_build(monkeypatch)
    again = started_again(operation)
    assert again.picture.digest == digest == built_anew(again.store)
    assert snapshots.news(again) == 2
    again.close()


def test_what_is_kept_is_the_picture_of_one_moment(operation: Any) -> None:
    from stillhere.desk.operation import snapshots  # noqa: PLC0415

    before = operation.picture.digest
    snapshots.keep(operation)
    operation.enter([call(1)])
    kept = operation.store.load_snapshot(operation.rules.digest)
    assert kept.picture == before
    assert from_bytes(kept.data, operation.rules).digest == before


def test_a_kept_picture_that_is_damaged_is_built_anew(operation: Any) -> None:
    from dataclasses import replace  # noqa: PLC0415

    from stillhere.desk.operation import snapshots  # noqa: PLC0415

    snapshots.keep(operation)
    store, digest = operation.store, operation.picture.digest
    kept = store.load_snapshot(operation.rules.digest)
    store.save_snapshot(replace(kept, data=kept.data[:-40] + bytes(40)))
    again = started_again(operation)
    assert again.picture.digest == digest
    assert again.kept == -1
    again.close()


def test_an_erasure_leaves_nothing_to_resume_from(operation: Any) -> None:
    from stillhere.desk.operation import snapshots  # noqa: PLC0415

    first = call(1)
    operation.enter([first])
    snapshots.keep(operation)
    fields = {"targets": [first.id]}
    erasure = make_report(EXERCISE_KEY, ReportKind.ERASURE, "officer", fields)
    operation.enter([erasure])
    assert operation.store.load_snapshot(operation.rules.digest) is None
    assert snapshots.due(operation)


def test_a_picture_laid_out_before_an_erasure_is_not_kept_after_it(
    operation: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from stillhere.desk.operation import snapshots  # noqa: PLC0415

    first = call(1)
    operation.enter([first])
    fields = {"targets": [first.id]}
    erasure = make_report(EXERCISE_KEY, ReportKind.ERASURE, "officer", fields)
    lay_out = snapshots._all_of

    def late(source: tuple[int, int]) -> bytes:
        operation.enter([erasure])
        return lay_out(source)

    monkeypatch.setattr(snapshots, "_all_of", late)
    assert not snapshots.keep(operation)
    assert operation.store.load_snapshot(operation.rules.digest) is None


def test_two_starts_on_one_store_are_told_apart(operation: Any) -> None:
    from stillhere.desk.operation.current import begin  # noqa: PLC0415
    from stillhere.desk.operation.starting import open_operation  # noqa: PLC0415
    from stillhere.desk.unlocked import held  # noqa: PLC0415

    operation.enter([call(1)])
    with pytest.raises(StillHereError) as caught:
        open_operation(held(), begin())
    assert caught.value.code == "store/being-written"


def test_the_store_is_whole_after_all_of_it(operation: Any, desk: Path) -> None:
    from stillhere.desk.operation import snapshots  # noqa: PLC0415

    for number in range(3):
        operation.enter([call(number)])
        assert snapshots.keep(operation)
    operation.close()
    with Store.open(desk, "three words long") as held:
        assert held.check().findings == ()


def test_what_was_stored_before_a_crash_and_not_listed_is_noted_as_changed(
    operation: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from stillhere.desk import rows  # noqa: PLC0415

    seen = operation.position
    fields = {"name": "Petrosyan Armen", "settlement": "Khankendi", "certainty": "sure"}
    new = make_report(EXERCISE_KEY, ReportKind.CALL, "hotline", fields)
    with monkeypatch.context() as patch:
        patch.setattr(operation, "_list", lambda _moment: None)
        entered = operation.enter([new])
    moved = set(entered.after.changes(entered.before).entries)
    assert moved
    assert rows.changed_since(seen) == []
    again = started_again(operation)
    assert rows.fits(again.picture.digest)
    noted = {change.referent for change in rows.changed_since(seen)}
    assert noted <= moved
    assert noted
    again.close()
