from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from stillhere.errors import StillHereError
from stillhere.reports import EXERCISE_KEY, Report, Stamp, in_force, make_report
from stillhere.store import Snapshot, Store, digest_of, unlock
from stillhere.vocabulary.kinds import ReportKind
from tests.store.looking import Finder, decrypted_pages
from tests.store.made import (
    PASSPHRASE,
    decision,
    erasure,
    lines,
    name,
    row,
    rows,
    seeded,
)
from tests.store.places import Place


def emptied(report: Report) -> Report:
    return replace(report, body="{}", source_key="")


def in_order(store: Store) -> list[Report]:
    return sorted(store.reports(), key=lambda r: r.id)


def test_an_erasure_empties_what_it_names_and_nothing_else(store: Store) -> None:
    store.append(rows(0, 10), lines(rows(0, 10)))
    done = store.erase(erasure(row(3), row(4)))
    assert (done.new, done.emptied, done.findings) == (1, 2, ())
    found = {r.id: r for r in store.reports()}
    assert found[row(3).id] == emptied(row(3))
    assert found[row(5).id] == row(5)
    assert store.provenance([row(3).id]) == []
    assert len(store.provenance([row(5).id])) == 1


def test_only_an_erasure_erases(store: Store) -> None:
    store.append(rows(0, 3))
    withdrawal = decision(ReportKind.WITHDRAWAL, target=row(1).id)
    with pytest.raises(StillHereError) as caught:
        store.erase(withdrawal)
    assert caught.value.code == "store/not-an-erasure"
    assert list(store.reports()) == rows(0, 3)


def test_an_erased_report_cannot_be_brought_back(store: Store) -> None:
    store.append(rows(0, 3), lines(rows(0, 3)))
    store.erase(erasure(row(1)))
    store.append(rows(0, 3), lines(rows(0, 3), "again.csv"))
    store.append([row(1, Stamp(author="an old stick"))])
    found = store.reports_by_ids([row(1).id])
    assert [(r.body, r.source_key) for r in found] == [("{}", "")]
    assert store.provenance([row(1).id]) == []


def test_an_erasure_may_come_before_its_report(store: Store) -> None:
    store.erase(erasure(row(1)))
    done = store.append(rows(0, 3), lines(rows(0, 3)))
    assert done.new == 3
    assert store.reports_by_ids([row(1).id]) == [emptied(row(1))]
    assert store.provenance([row(1).id]) == []


def test_every_variant_is_emptied(store: Store) -> None:
    store.append([row(1), row(1, Stamp(author="a"))])
    assert store.erase(erasure(row(1))).emptied == 2
    store.append([row(1, Stamp(author="b"))])
    assert {r.body for r in store.reports_by_ids([row(1).id])} == {"{}"}


def test_a_report_that_arrives_emptied_empties_the_one_here(store: Store) -> None:
    store.append(rows(0, 3))
    done = store.append([row(1).erased()])
    assert (done.known, done.emptied) == (1, 1)
    store.append([row(1)])
    assert store.reports_by_ids([row(1).id]) == [emptied(row(1))]


def test_a_report_that_never_said_anything_is_not_taken_for_erased(
    store: Store,
) -> None:
    silent = make_report(EXERCISE_KEY, ReportKind.NEED, "team 1", {}, source_key="k")
    assert store.append([silent]).emptied == 0
    assert list(store.reports()) == [silent]
    assert store.check().findings == ()


def test_corrections_of_the_erased_go_with_it(store: Store) -> None:
    one = decision(ReportKind.CORRECTION, target=row(1).id, fields={"Name": "x"})
    two = decision(ReportKind.CORRECTION, target=one.id, fields={"Name": "y"})
    both = decision(ReportKind.CORRECTION, targets=[row(1).id, row(2).id], fields={})
    store.append([*rows(0, 3), one, two, both])
    store.erase(erasure(row(1)))
    found = {r.id: r.body for r in store.reports()}
    assert found[one.id] == found[two.id] == "{}"
    assert found[both.id] == both.body
    store.erase(erasure(row(2)))
    assert store.reports_by_ids([both.id])[0].body == "{}"


def test_order_of_arrival_changes_nothing(place: Place) -> None:
    first = erasure(row(1))
    reports = [
        row(1),
        decision(ReportKind.CORRECTION, target=row(1).id, fields={"Name": "x"}),
        first,
        erasure(first),
    ]
    digests = set()
    for order in permutations(reports):
        with place.another().create() as store:
            for report in order:
                store.append([report])
            digests.add(store.digest())
            assert store.check().findings == ()
            assert store.reports_by_ids([first.id])[0].body == first.body
    assert len(digests) == 1


def test_the_set_in_force_is_the_same_read_back(store: Store) -> None:
    reports = [
        *rows(0, 6),
        decision(ReportKind.CORRECTION, target=row(1).id, fields={"Born": "1950"}),
        erasure(row(1), row(2)),
    ]
    store.append(reports)
    expected = in_force(reports, "2024-01-01")
    found = in_force(store.reports(), "2024-01-01")
    assert [r.id for r in found.reports] == [
        r.id for r in expected.reports if r.kind is not ReportKind.CORRECTION
    ]
    assert {row(1).id, row(2).id} <= set(found.erased)


def test_names_that_are_no_ids_are_passed_over(store: Store) -> None:
    store.append([row(1)])
    odd = decision(ReportKind.ERASURE, targets=["", "x", "ZZ" * 16, "é" * 32])
    assert store.erase(odd).emptied == 0
    assert list(store.reports()) == [row(1), odd]


def test_a_reader_at_work_makes_the_erasure_unfinished_until_it_closes(
    file_store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("stillhere.store.connection.BUSY_S", 0.05)
    file_store.append(rows(0, 20))
    file_store._connection.execute("PRAGMA busy_timeout = 50")
    with Store.open(path, PASSPHRASE) as reader:
        reader._connection.execute("BEGIN")
        reader.count()
        done = file_store.erase(erasure(row(1)))
        assert [f.code for f in done.findings] == ["store/erasure-unfinished"]
    assert file_store.reports_by_ids([row(1).id]) == [emptied(row(1))]
    file_store.close()
    assert not path.with_name(path.name + "-wal").exists()


@pytest.mark.proof
def test_an_erasure_leaves_nothing_even_to_who_has_the_key(
    file_store: Store, path: Path, whole: bool
) -> None:
    count = 3000 if whole else 300
    random = seeded(5)
    secrets = [f"{name(random)}#{n}#" for n in range(count)]
    keys = [f"{name(random)}*{n}*" for n in range(count)]
    reports = [
        replace(
            row(n, Secret=secret * random.choice((1, 1, 5, 90))), source_key=keys[n]
        )
        for n, secret in enumerate(secrets)
    ]
    places = [f"{name(random)}+{n}+" for n in range(count)]
    for start in range(0, count, 50):
        some = slice(start, start + 50)
        where = [
            line
            for report, place in zip(reports[some], places[some], strict=True)
            for line in lines([report], f"letter of {place}.txt")
        ]
        file_store.append(reports[some], where)
    file_store.save_snapshot(Snapshot("r", "p", count, " ".join(secrets).encode()))

    erased = random.sample(range(count), count // 2)
    for number in erased[: count // 4]:
        file_store.erase(erasure(reports[number]))
    file_store.erase(erasure(*(reports[n] for n in erased[count // 4 :])))

    kept = [n for n in range(count) if n not in set(erased)]
    assert path.with_name(path.name + "-wal").stat().st_size == 0
    plain = b"\x00".join(decrypted_pages(path, unlock(path, PASSPHRASE)))
    gone = Finder(word[n] for n in erased for word in (secrets, keys, places))
    assert gone.find(plain) == []
    stay = Finder(word[n] for n in kept for word in (keys, places))
    assert len(set(stay.find(plain))) == 2 * len(kept)
    expected = [emptied(r) if n in set(erased) else r for n, r in enumerate(reports)]
    rest = [r for r in file_store.reports() if r.kind is ReportKind.ROW]
    assert digest_of(rest) == digest_of(expected)


def test_reports_of_one_batch_may_be_erased_by_it(store: Store) -> None:
    store.append([erasure(row(1)), *rows(0, 3)])
    assert in_order(store) == sorted(
        [erasure(row(1)), row(0), emptied(row(1)), row(2)], key=lambda r: r.id
    )
