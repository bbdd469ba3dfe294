from dataclasses import replace

import pytest

from stillhere.reports.decided import (
    change,
    profiled_source,
    readable,
    targets,
    withdrawn_source,
)
from stillhere.vocabulary import ReportKind
from tests.reports.strategies import correction, decision, row, withdrawal

ANNA = row({"Name": "Anna", "Phone": "1"})
ANI = row({"Name": "Ani"})
WITHDRAWAL = ReportKind.WITHDRAWAL


def test_targets_are_sorted_and_each_once() -> None:
    named = sorted([ANNA.id, ANI.id])
    report = decision(WITHDRAWAL, {"target": named[0], "targets": named[::-1]})
    assert list(targets(report)) == named


def test_a_claim_has_no_targets() -> None:
    assert targets(row({"target": ANNA.id})) == ()
    assert withdrawn_source(row({"source": "list"})) is None
    assert profiled_source(row({"about": "list"})) is None
    assert not change(row({"fields": "x"}))


def test_a_withdrawn_source_is_found_however_it_is_typed() -> None:
    assert withdrawn_source(decision(WITHDRAWAL, {"source": " bus 12\t"})) == "bus 12"


@pytest.mark.parametrize("body", ["", "[]", "null", "{", '{"target":3}', '"x"'])
def test_a_broken_body_decides_nothing(body: str) -> None:
    for report in (withdrawal(ANNA), correction(ANNA, {"Name": "Ani"})):
        broken = replace(report, body=body)
        assert targets(broken) == ()
        assert withdrawn_source(broken) is None
        assert not change(broken)


@pytest.mark.parametrize(
    ("body", "expected"), [("{}", True), ("[]", False), ("{", False), ("", False)]
)
def test_a_body_is_readable_as_an_object(body: str, expected: bool) -> None:
    assert readable(replace(ANNA, body=body)) is expected


def test_a_correction_replaces_adds_and_empties_fields() -> None:
    report = decision(
        ReportKind.CORRECTION,
        {
            "target": ANNA.id,
            "fields": {"Name": "Ani", "Year": "1951"},
            "without": ["Phone"],
        },
    )
    assert change(report).apply(ANNA.fields) == {"Name": "Ani", "Year": "1951"}
