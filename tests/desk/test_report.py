"""A report page says what its source said, to who may see it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client

from stillhere.ledger import Picture


@pytest.fixture
def picture(desk: Path) -> Picture:
    del desk
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    return the_operation().picture


def test_the_cells_stand_as_written_with_file_and_row(
    coordinator: Client, picture: Picture
) -> None:
    entry = picture.without_word()[0]
    report = picture.evidence.report(entry.id)
    origin = picture.evidence.provenance(entry.id)
    assert report is not None
    assert origin is not None
    page = coordinator.get(f"/reports/{report.id}/").content.decode()
    for text in report.fields.values():
        assert f"<bdi>{text}</bdi>" in page
    assert origin.file in page
    assert f"<dd>{origin.row}</dd>" in page
    assert f"/people/{entry.id}/" in page


def test_an_unknown_report_and_a_hidden_one_get_the_same_answer(
    signed_in: Callable[[str], Client], desk: Path
) -> None:
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415
    from stillhere.reports import Stamp, make_report  # noqa: PLC0415
    from stillhere.vocabulary import ReportKind, Scope  # noqa: PLC0415

    del desk
    operation = the_operation()
    body = {"code": "R-1", "place": "Tsakut"}
    stamp = Stamp(scopes=(Scope.THE_DEAD,))
    hidden = make_report(operation.key, ReportKind.REMAINS, "morgue", body, stamp=stamp)
    operation.enter([hidden])
    client = signed_in("coordinator")
    answers = [client.get(f"/reports/{name}/") for name in (hidden.id, "0" * 32)]
    assert [answer.status_code for answer in answers] == [404, 404]
    pages = [a.content.decode().partition("<main")[2] for a in answers]
    assert pages[0] == pages[1]
    assert "Nothing can be shown about this." in pages[0]
    opened = signed_in("forensic").get(f"/reports/{hidden.id}/")
    assert opened.status_code == 200
    assert "R-1" in opened.content.decode()


def test_a_report_that_was_taken_back_says_so_and_by_what(
    coordinator: Client, picture: Picture
) -> None:
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415
    from stillhere.reports.withdrawing import (  # noqa: PLC0415
        Signed,
        withdraw_reports,
        withdraw_source,
    )

    operation = the_operation()
    signed = Signed(operation.key, "desk:coordinator", operation.today, "twice")
    one = picture.without_word()[0].id
    report = picture.evidence.report(one)
    assert report is not None
    single = withdraw_reports([one], signed)
    operation.enter([single])
    page = coordinator.get(f"/reports/{one}/").content.decode()
    assert "This report was withdrawn. It counts for nothing." in page
    assert f"/reports/{single.id}/" in page
    whole = withdraw_source(report.source, signed)
    operation.enter([whole])
    page = coordinator.get(f"/reports/{one}/").content.decode()
    assert f"/reports/{whole.id}/" in page
    decision = coordinator.get(f"/reports/{single.id}/").content.decode()
    assert "This is a decision on other reports." in decision
    assert f"/reports/{one}/" in decision


def test_a_correction_is_told_and_the_first_words_stay(
    coordinator: Client, picture: Picture
) -> None:
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415
    from stillhere.reports import Stamp, make_report  # noqa: PLC0415
    from stillhere.vocabulary import ReportKind  # noqa: PLC0415

    operation = the_operation()
    one = picture.without_word()[0].id
    report = picture.evidence.report(one)
    assert report is not None
    header, text = next(
        (name, text) for name, text in report.fields.items() if isinstance(text, str)
    )
    stamp = Stamp(source_date=operation.today)
    fix = make_report(
        operation.key,
        ReportKind.CORRECTION,
        "desk",
        {"target": one, "fields": {header: "Zzyzx"}},
        stamp=stamp,
    )
    operation.enter([fix])
    page = coordinator.get(f"/reports/{one}/").content.decode()
    assert "A correction changes its words" in page
    assert f"/reports/{fix.id}/" in page
    assert text in page


def test_an_erased_report_shows_nothing_of_what_it_said(
    coordinator: Client, picture: Picture
) -> None:
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415
    from stillhere.reports import make_report  # noqa: PLC0415
    from stillhere.vocabulary import ReportKind  # noqa: PLC0415

    operation = the_operation()
    entry = picture.without_word()[0]
    body = {"targets": [entry.id]}
    operation.enter([make_report(operation.key, ReportKind.ERASURE, "desk", body)])
    page = coordinator.get(f"/reports/{entry.id}/").content.decode()
    assert "The words of this report were erased for good." in page
    assert entry.name not in page


def test_everything_any_statement_holds_has_a_label(picture: Picture) -> None:
    from dataclasses import fields  # noqa: PLC0415
    from typing import get_args  # noqa: PLC0415

    from stillhere.desk.views import stated  # noqa: PLC0415
    from stillhere.reports.statements import (  # noqa: PLC0415
        Statement,
        WrittenName,
        WrittenPlace,
    )

    del picture
    unsaid = {"report", "source", "order", "language", "sought", "person", "place"}
    for kind in (*get_args(Statement), WrittenName, WrittenPlace):
        for field in fields(kind):
            if field.name not in unsaid:
                assert stated.label(field.name)
