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
