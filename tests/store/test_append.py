from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stillhere.errors import StillHereError
from stillhere.reports import (
    EXERCISE_KEY,
    OperationKey,
    Provenance,
    Report,
    Stamp,
    make_report,
)
from stillhere.reports.report import merge_all
from stillhere.store import Store, digest_of
from stillhere.store.append import Batch
from stillhere.store.connection import open_connection, writing
from stillhere.store.keys import DataKey
from stillhere.store.reading import reports_since
from stillhere.store.schema import make_tables
from stillhere.vocabulary.kinds import Basis, ReportKind, Scope
from tests.postgres import Databases
from tests.store.made import lines, row, rows

STAMPS = (
    Stamp(),
    Stamp(author="tablet", source_date="2023-09-28"),
    Stamp(basis=Basis.CONSENT, scopes=(Scope.MEDICAL, Scope.OPERATIONS)),
    Stamp(scopes=(), derived_from="list 1", expires="2024-01-01"),
)


def test_a_batch_is_counted_and_given_back_in_its_order(store: Store) -> None:
    done = store.append(reversed(rows(0, 30)))
    assert (done.new, done.known, done.emptied, done.position) == (30, 0, 0, 30)
    assert list(store.reports()) == rows(0, 30)[::-1]


def test_an_empty_batch_changes_nothing(store: Store) -> None:
    assert store.append([]).position == 0


def test_the_same_batch_again_is_known(store: Store) -> None:
    store.append(rows(0, 30))
    again = store.append(rows(0, 30))
    assert (again.new, again.known, again.position) == (0, 30, 30)
    assert list(store.reports()) == rows(0, 30)


def test_a_report_twice_in_one_batch_is_stored_once(store: Store) -> None:
    done = store.append([row(1), row(2), row(1), row(1)])
    assert (done.new, done.known) == (2, 2)
    assert list(store.reports()) == rows(1, 3)


def test_every_kind_of_stamp_comes_back(store: Store) -> None:
    reports = [row(n, stamp) for n, stamp in enumerate(STAMPS)]
    store.append(reports)
    assert list(store.reports()) == reports


def test_texts_of_any_kind_come_back_as_they_were(store: Store) -> None:
    texts = ["՞՜", "\u0301a", "😀" * 3000, '"}', "'; DROP TABLE reports;--", "a\x00b"]
    reports = [
        make_report(EXERCISE_KEY, ReportKind.NEED, text, {text: text}) for text in texts
    ]
    store.append(reports)
    assert list(store.reports()) == reports


@pytest.mark.parametrize("together", [True, False])
def test_another_stamp_is_another_variant_merged_on_reading(
    store: Store, together: bool
) -> None:
    variants = [row(7, stamp) for stamp in STAMPS]
    for some in [variants] if together else [[v] for v in variants]:
        store.append(some)
    merged = list(merge_all(variants).values())
    assert list(store.reports()) == merged
    assert store.reports_by_ids([row(7).id]) == merged
    assert (store.count(), store.position) == (1, 4)
    assert store.append(variants).new == 0


def test_another_source_key_is_another_variant(store: Store) -> None:
    other = replace(row(3), source_key="A")
    store.append([row(3)])
    assert store.append([other]).new == 1
    assert list(store.reports()) == [row(3).merged(other)]


def test_a_batch_that_fails_half_way_leaves_nothing(store: Store) -> None:
    def breaks() -> Iterator[Report]:
        yield from rows(10, 9000)
        raise RuntimeError("the file ended in the middle")

    store.append(rows(0, 10))
    with pytest.raises(RuntimeError, match="in the middle"):
        store.append(breaks())
    assert list(store.reports()) == rows(0, 10)
    assert store.append(rows(10, 12)).position == 12


def test_provenance_is_kept_beside_the_report(store: Store) -> None:
    reports = rows(0, 3)
    store.append(reports, lines(reports), entry_date="2023-09-30T10:00:00Z")
    found = store.provenance([reports[1].id])
    assert found == [
        Provenance(reports[1].id, "list.csv", "", 3, "2023-09-30T10:00:00Z")
    ]


def test_a_line_read_again_keeps_its_first_date(store: Store) -> None:
    line = Provenance(row(1).id, "a.xlsx", "Sheet 1", 5)
    store.append([row(1)], [line], entry_date="2023-10-01")
    store.append([row(1)], [line], entry_date="2023-10-02")
    store.append([row(1)], [replace(line, row=9, entry_date="2023-10-03")])
    assert store.provenance([row(1).id]) == [
        replace(line, entry_date="2023-10-01"),
        replace(line, row=9, entry_date="2023-10-03"),
    ]


def test_provenance_may_follow_its_report_later(store: Store) -> None:
    store.append([row(1)])
    store.append([], lines([row(1)]))
    assert len(store.provenance([row(1).id])) == 1


def test_provenance_of_an_unknown_report_refuses_the_batch(store: Store) -> None:
    with pytest.raises(StillHereError) as caught:
        store.append([row(1)], lines([row(1), row(2)]))
    assert caught.value.code == "store/provenance-without-report"
    assert store.count() == 0


def test_no_room_left_loses_nothing_and_says_so(file_store: Store) -> None:
    file_store.append(rows(0, 50))
    pages = file_store._connection.execute("PRAGMA page_count").fetchone()[0]
    file_store._connection.execute(f"PRAGMA max_page_count = {pages + 8}")
    with pytest.raises(StillHereError) as caught:
        file_store.append(rows(50, 3000))
    assert caught.value.code == "store/disk-full"
    assert list(file_store.reports()) == rows(0, 50)
    assert file_store.check().findings == ()
    file_store._connection.execute("PRAGMA max_page_count = 100000")
    assert file_store.append(rows(50, 3000)).new == 2950


NUMBERS = st.lists(
    st.tuples(st.integers(0, 6), st.sampled_from(STAMPS), st.booleans()), max_size=25
)
CUTS = st.lists(st.integers(0, 25), max_size=4)


def numbered(numbers: list[tuple[int, Stamp, bool]]) -> list[Report]:
    return [
        replace(row(n, stamp), source_key="0" if other else f"K{n}")
        for n, stamp, other in numbers
    ]


@given(numbers=NUMBERS, cuts=CUTS)
def test_any_split_and_order_gives_the_merged_set(
    tmp_path_factory: pytest.TempPathFactory,
    numbers: list[tuple[int, Stamp, bool]],
    cuts: list[int],
) -> None:
    reports = numbered(numbers)
    path = tmp_path_factory.mktemp("any") / "store"
    path.touch()
    connection = open_connection(path, DataKey(bytes(32)))
    make_tables(connection, EXERCISE_KEY, "")
    ends = sorted({0, *cuts, len(reports)})
    for start, end in pairwise(ends):
        with writing(connection):
            Batch(connection, OperationKey(EXERCISE_KEY.secret)).add(reports[start:end])
    found = list(reports_since(connection, 0))
    connection.close()
    assert sorted(found, key=lambda r: r.id) == list(merge_all(reports).values())
    assert digest_of(found) == digest_of(reversed(reports))


@given(numbers=NUMBERS, cuts=CUTS)
def test_any_split_and_order_gives_the_merged_set_on_a_server(
    postgres: Databases, numbers: list[tuple[int, Stamp, bool]], cuts: list[int]
) -> None:
    reports = numbered(numbers)
    address = postgres.take()
    with Store.create_at(address, EXERCISE_KEY) as store:
        for start, end in pairwise(sorted({0, *cuts, len(reports)})):
            store.append(reports[start:end])
        found = list(store.reports())
    postgres.give_back(address)
    assert sorted(found, key=lambda r: r.id) == list(merge_all(reports).values())


def test_the_lock_file_and_journal_stand_beside_the_store(
    file_store: Store, path: Path
) -> None:
    file_store.append(rows(0, 5))
    names = {file.name for file in path.parent.iterdir()}
    assert {"town.store", "town.store.keys", "town.store-wal"} <= names


def test_all_provenance_is_that_of_every_report(store: Store) -> None:
    reports = [row(n) for n in range(5)]
    lines = [Provenance(r.id, "a.csv", "", n) for n, r in enumerate(reports, start=2)]
    lines.append(Provenance(reports[0].id, "b.xlsx", "Bus", 9))
    store.append(reports, lines, entry_date="2023-10-09")
    found = store.all_provenance()
    assert sorted(found, key=lambda p: (p.report, p.file)) == store.provenance(
        r.id for r in reports
    )
    assert len(found) == len(lines)
