"""The open operation: what is stored counts, whatever becomes of the lists."""

from pathlib import Path
from typing import Any

import pytest
from django.db import DatabaseError

from stillhere.reports import Report, make_report
from stillhere.vocabulary import ReportKind
from tests.desk.test_kills import built_anew


def call(operation: Any, number: int) -> Report:
    fields = {"note": f"call {number}", "name": f"Petrosyan Armen {number}"}
    return make_report(operation.key, ReportKind.CALL, "hotline", fields)


def test_rows_that_could_not_be_written_catch_up_at_the_next_write(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from stillhere.desk import rows  # noqa: PLC0415
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    del desk
    operation = the_operation()

    def full(*_: object) -> None:
        raise DatabaseError("database or disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(rows, "follow", full)
        entered = operation.enter([call(operation, 1)])
    assert entered.after is operation.picture
    assert not rows.fits(operation.picture.digest)
    operation.enter([call(operation, 2)])
    assert rows.fits(operation.picture.digest)
    assert operation.picture.digest == built_anew(operation.store)


def test_an_operation_that_is_no_exercise_moves_to_another_date(desk: Path) -> None:
    from stillhere.desk import rows  # noqa: PLC0415
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    del desk
    operation = the_operation()
    operation.move("2023-10-12")
    assert operation.picture.as_of == "2023-10-12"
    assert rows.fits(operation.picture.digest)
