import itertools
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stillhere.reports import (
    EMPTY,
    EXERCISE_KEY,
    OperationKey,
    Report,
    Stamp,
    make_report,
    merge_all,
)
from stillhere.vocabulary import ReportKind, Scope
from tests.reports.strategies import (
    SOURCES,
    claims,
    erasure,
    ids,
    row,
    rows,
    sets_of_reports,
    stamps,
)

OTHER_KEY = OperationKey(bytes(range(32)))


@given(rows, stamps, stamps, st.randoms(use_true_random=False))
def test_one_row_is_one_report_on_every_node(
    fields: dict[str, str], one: Stamp, two: Stamp, rng: Random
) -> None:
    names = list(fields)
    rng.shuffle(names)
    here = row(fields, stamp=one)
    there = row({n: f"\n{fields[n]} " for n in names}, stamp=two)
    assert here.id == there.id
    assert here.body == there.body


@given(rows)
def test_another_operation_has_other_ids(fields: dict[str, str]) -> None:
    ours = make_report(EXERCISE_KEY, ReportKind.ROW, "list", fields)
    theirs = make_report(OTHER_KEY, ReportKind.ROW, "list", fields)
    assert ours.id != theirs.id
    assert ours.body == theirs.body


@given(rows)
def test_kind_source_ordinal_and_body_each_make_another_report(
    fields: dict[str, str],
) -> None:
    key, kind = EXERCISE_KEY, ReportKind.ROW
    reports = [
        make_report(key, kind, "list", fields),
        make_report(key, ReportKind.PERSON, "list", fields),
        make_report(key, kind, "another list", fields),
        make_report(key, kind, "list", fields, ordinal=1),
        make_report(key, kind, "list", {**fields, "Added": "1"}),
    ]
    assert len(set(ids(reports))) == len(reports)


@given(rows, st.text(max_size=5))
def test_declaring_another_key_column_keeps_the_id(
    fields: dict[str, str], source_key: str
) -> None:
    keyed = make_report(
        EXERCISE_KEY, ReportKind.ROW, "list", fields, source_key=source_key
    )
    assert keyed.id == make_report(EXERCISE_KEY, ReportKind.ROW, "list", fields).id


def test_what_stands_where_cannot_be_shifted_between_source_and_ordinal() -> None:
    one = make_report(EXERCISE_KEY, ReportKind.ROW, "list\x1f1", {"a": "b"}, ordinal=0)
    two = make_report(EXERCISE_KEY, ReportKind.ROW, "list", {"a": "b"}, ordinal=1)
    assert one.id != two.id
    assert one.source == "list 1"


@pytest.mark.parametrize(
    ("report", "expected"),
    [
        (
            row({"Անուն": "Աննա", "Год": "1951", "Empty": ""}, source="town register"),
            "cb06e03d96cc07a1bc5a09282a165799",
        ),
        (
            row({"Ad": "Əli", "Soyad": "Quliyev"}, source="centre", ordinal=2),
            "4aa59c259e6b6691a892421b96690ecc",
        ),
        (
            make_report(
                EXERCISE_KEY,
                ReportKind.VISIT,
                "team 3",
                {"address": "Дом 4", "how": "knocked", "people": 2, "met": False},
            ),
            "1a62026a0c02dd54e37e950b51ffd3f4",
        ),
        (
            make_report(
                OTHER_KEY,
                ReportKind.WITHDRAWAL,
                "officer",
                {"targets": ["0" * 32, "f" * 32]},
            ),
            "be516c5a0d081bacef839fa3c9f14edc",
        ),
    ],
    ids=["row", "ordinal", "entry", "another key"],
)
def test_ids_never_change_between_versions(report: Report, expected: str) -> None:
    assert report.id == expected


@given(st.lists(claims(), max_size=8), st.randoms(use_true_random=False))
def test_order_and_repetition_change_no_set(reports: list[Report], rng: Random) -> None:
    shuffled = reports + reports
    rng.shuffle(shuffled)
    assert merge_all(shuffled) == merge_all(reports)
    assert list(merge_all(shuffled)) == sorted(set(ids(reports)))


@given(sets_of_reports(), st.integers(0, 20))
def test_splitting_a_file_changes_no_set(reports: list[Report], at: int) -> None:
    parts = [merge_all(reports[:at]), merge_all(reports[at:])]
    joined = itertools.chain.from_iterable(part.values() for part in parts)
    assert merge_all(joined) == merge_all(reports)


@given(claims(), stamps, stamps, st.booleans())
def test_joining_copies_ignores_order_grouping_and_repetition(
    report: Report, two: Stamp, three: Stamp, emptied: bool
) -> None:
    a, b, c = report, _copy(report, two), _copy(report, three)
    c = c.erased() if emptied else c
    assert a.merged(b) == b.merged(a)
    assert a.merged(c) == c.merged(a)
    assert a.merged(b).merged(c) == a.merged(b.merged(c))
    assert a.merged(a) == a
    assert a.merged(b).merged(b) == a.merged(b)


def _copy(report: Report, stamp: Stamp) -> Report:
    return row(report.fields, source=report.source, ordinal=report.ordinal, stamp=stamp)


def test_a_joined_copy_may_be_used_for_no_more_than_either() -> None:
    one = row({"Name": "Anna"}, stamp=Stamp(scopes=(Scope.PUBLIC, Scope.OPERATIONS)))
    two = row({"Name": "Anna"}, stamp=Stamp(scopes=(Scope.OPERATIONS,)))
    assert one.merged(two).stamp.scopes == (Scope.OPERATIONS,)


def test_a_joined_copy_is_kept_no_longer_than_either() -> None:
    one = row({"Name": "Anna"}, stamp=Stamp(expires="2024-01-01"))
    two = row({"Name": "Anna"}, stamp=Stamp(expires=None))
    three = row({"Name": "Anna"}, stamp=Stamp(expires="2023-12-01"))
    assert one.merged(two).stamp.expires == "2024-01-01"
    assert one.merged(two).merged(three).stamp.expires == "2023-12-01"


def test_an_old_copy_does_not_bring_an_erased_body_back() -> None:
    full = row({"Name": "Anna"})
    assert full.erased().body == EMPTY
    assert full.erased().merged(full).body == EMPTY
    assert full.merged(full.erased()).id == full.id


def test_an_erasure_keeps_naming_what_it_erased() -> None:
    order = erasure(row({"Name": "Anna"}))
    assert order.erased() == order


def test_scopes_of_a_stamp_are_sorted_and_each_once() -> None:
    stamp = Stamp(scopes=(Scope.PUBLIC, Scope.MEDICAL, Scope.PUBLIC))
    assert stamp == Stamp(scopes=(Scope.MEDICAL, Scope.PUBLIC))


def test_a_source_is_named_once_however_it_is_typed() -> None:
    assert row({"a": "b"}, source=f" {SOURCES[0]}\n").id == row({"a": "b"}).id
