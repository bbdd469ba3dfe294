"""Rows are those of the picture, whichever way they came to be."""

from itertools import pairwise
from pathlib import Path
from typing import Any

from stillhere.reports import Report, make_report
from stillhere.vocabulary import ReportKind


def _everything() -> list[dict[str, Any]]:
    from stillhere.desk.models import PersonRow  # noqa: PLC0415

    return [dict(row) for row in PersonRow.objects.order_by("referent").values()]


def _call(number: int, name: str) -> Report:
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    said = {"name": name, "note": f"number {number}", "date": "2023-10-05"}
    key = the_operation().key
    return make_report(key, ReportKind.CALL, "hotline", said)


def _withdrawal(target: Report) -> Report:
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    key = the_operation().key
    return make_report(key, ReportKind.WITHDRAWAL, "desk", {"target": target.id})


def test_rows_that_followed_equal_rows_made_anew(desk: Path) -> None:
    from stillhere.desk import rows  # noqa: PLC0415
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    del desk
    operation = the_operation()
    names = [e.name for e in operation.picture.entries.values() if e.name]
    calls = [_call(n, name) for n, name in enumerate(names[::5])]
    for call in calls:
        operation.enter([call])
    operation.enter([_withdrawal(call) for call in calls[::2]])
    followed = _everything()
    assert rows.fits(operation.picture.digest)
    rows.rebuild(operation.picture, operation.position)
    assert _everything() == followed
    assert len(followed) == len(operation.picture.entries)


def test_rows_of_another_picture_do_not_fit(desk: Path) -> None:
    from stillhere.desk import rows  # noqa: PLC0415

    del desk
    assert not rows.fits("another digest")


def test_pages_of_a_list_hold_everybody_once_and_in_order(desk: Path) -> None:
    from stillhere.desk import rows  # noqa: PLC0415
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    del desk
    entries = the_operation().picture.entries
    seen: list[str] = []
    after = ""
    while True:
        page = rows.people(rows.Filters(), after=after, limit=7)
        seen += page.referents
        after = page.after
        if not after:
            break
    assert sorted(seen) == sorted(entries)
    assert len(set(seen)) == len(seen)


def test_the_list_without_word_is_in_the_order_of_the_picture(desk: Path) -> None:
    from stillhere.desk import rows  # noqa: PLC0415
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    del desk
    picture = the_operation().picture
    seen: list[str] = []
    after = ""
    while True:
        listed = rows.Filters(listed=True)
        page = rows.people(listed, by_concern=True, after=after, limit=3)
        seen += page.referents
        after = page.after
        if not after:
            break
    assert seen == [entry.id for entry in picture.without_word()]
    assert rows.count_people(rows.Filters(listed=True)) == len(seen)


def test_every_filter_narrows_to_whom_it_says(desk: Path) -> None:
    from stillhere.desk import rows  # noqa: PLC0415
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    del desk
    entries = the_operation().picture.entries
    for filters, holds in (
        (rows.Filters(alone=True), lambda e: e.alone),
        (rows.Filters(dependent=True), lambda e: e.dependent),
        (rows.Filters(asked=True), lambda e: bool(e.asked_for)),
        (rows.Filters(conflicting=True), lambda e: bool(e.conflicts)),
        (rows.Filters(listed=True), lambda e: e.listed),
        (rows.Filters(status="arrived"), lambda e: e.status == "arrived"),
    ):
        found = rows.people(filters, limit=1000).referents
        assert set(found) == {e.id for e in entries.values() if holds(e)}, filters


def test_what_changed_is_told_once_for_each_entry(desk: Path) -> None:
    from stillhere.desk import rows  # noqa: PLC0415
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    del desk
    operation = the_operation()
    before = operation.position
    somebody = operation.picture.without_word()[0]
    first, second = _call(1, somebody.name), _call(2, somebody.name)
    operation.enter([first])
    middle = operation.position
    operation.enter([second])
    changed = rows.changed_since(before)
    assert changed
    assert len({c.referent for c in changed}) == len(changed)
    assert len(rows.changed_since(middle)) <= len(changed)
    assert rows.changed_since(operation.position) == []
    assert all(one.at >= two.at for one, two in pairwise(changed))


def test_a_report_that_is_known_changes_nothing(desk: Path) -> None:
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    del desk
    operation = the_operation()
    call = _call(1, "Anahit Sargsyan")
    operation.enter([call])
    before = _everything(), operation.position, operation.picture.digest
    operation.enter([call])
    assert (_everything(), operation.position, operation.picture.digest) == before
