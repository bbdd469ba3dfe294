"""What the first page would wait for is worked out beforehand."""

from pathlib import Path

import pytest

from stillhere.ledger import Picture


def test_the_links_are_ranked_while_somebody_signs_in(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from stillhere.desk.operation import warming  # noqa: PLC0415
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    del desk
    ranked: list[Picture] = []
    monkeypatch.setattr(warming, "doubts_left", ranked.append)
    warming.begin(the_operation()).join(30)
    assert ranked == [the_operation().picture]


def test_what_else_is_named_is_worked_out_too(desk: Path) -> None:
    from stillhere.desk.operation import warming  # noqa: PLC0415
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    del desk
    seen: list[object] = []
    warming.begin(the_operation(), lambda *given: seen.append(given)).join(30)
    assert seen == [(the_operation(), the_operation().picture)]


def test_an_import_at_work_only_leaves_the_ranking_to_the_page(
    desk: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    from stillhere.desk.operation import warming  # noqa: PLC0415
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415
    from stillhere.errors import StillHereError  # noqa: PLC0415

    del desk

    def busy(_picture: Picture) -> None:
        raise StillHereError("desk/names-busy")

    monkeypatch.setattr(warming, "doubts_left", busy)
    with caplog.at_level("INFO"):
        warming.begin(the_operation()).join(30)
    assert "desk/names-busy" in caplog.text
