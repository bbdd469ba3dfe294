from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from stillhere.reports import Report, Stamp, in_force
from stillhere.vocabulary import ReportKind
from tests.reports.strategies import (
    AS_OF,
    correction,
    erasure,
    ids,
    row,
    sets_of_reports,
    withdrawal,
)

ANNA = row({"Name": "Anna"})
ANI = row({"Name": "Ani"})


@given(sets_of_reports(), st.randoms(use_true_random=False))
def test_order_and_repetition_change_nothing(
    reports: list[Report], rng: Random
) -> None:
    shuffled = reports + reports
    rng.shuffle(shuffled)
    assert in_force(shuffled, AS_OF) == in_force(reports, AS_OF)


@given(sets_of_reports())
def test_every_report_stands_in_one_part(reports: list[Report]) -> None:
    force = in_force(reports, AS_OF)
    parts = [
        *ids(force.reports),
        *force.withdrawn,
        *force.erased,
        *force.expired,
        *force.unreadable,
    ]
    assert sorted(parts) == sorted(set(ids(reports)))


def test_nothing_is_in_force_of_nothing() -> None:
    force = in_force([], AS_OF)
    assert force.reports == ()
    assert force.findings == ()


def test_the_parts_say_why_a_report_does_not_count() -> None:
    late = row({"Name": "Late"}, stamp=Stamp(expires=AS_OF))
    kept = row({"Name": "Kept"}, stamp=Stamp(expires="2023-10-02"))
    broken = replace(row({"Name": "Broken"}), body="[")
    taken, emptied = withdrawal(ANNA), erasure(ANI)
    force = in_force([ANNA, ANI, late, kept, broken, taken, emptied], AS_OF)
    assert force.withdrawn == (ANNA.id,)
    assert force.erased == (ANI.id,)
    assert force.expired == (late.id,)
    assert force.unreadable == (broken.id,)
    assert ids(force.reports) == sorted([kept.id, taken.id, emptied.id])
    assert [f.code for f in force.findings] == ["reports/body-unreadable"]


def test_what_counts_is_read_as_corrected() -> None:
    force = in_force([correction(ANNA, {"Name": "Ani"}), ANNA], AS_OF)
    claims = [r for r in force.reports if r.kind is ReportKind.ROW]
    assert [c.fields for c in claims] == [{"Name": "Ani"}]
    assert ids(claims) == [ANNA.id]
