import pytest

from bench import Row
from bench.__main__ import INTRODUCTION, cell, page_with, section

ROWS: list[Row] = [
    {
        "measure": "append, reports/s",
        "value": 51_234,
        "peer": "raw | 60,000",
        "ratio": 0.85,
    },
    {"measure": "load, s", "value": 1.23456, "target": "at most 5"},
]


def test_a_part_of_the_page_is_a_table_under_its_circumstances() -> None:
    text = section("store", "The store", ROWS, "2 cores; commit ab12; 2026-01-01.")
    assert text.splitlines() == [
        "<!-- measured: store -->",
        "## The store",
        "",
        "2 cores; commit ab12; 2026-01-01.",
        "",
        "| measure | value | peer | ratio | target |",
        "|---|---|---|---|---|",
        "| append, reports/s | 51,234 | raw \\| 60,000 | 0.85 |  |",
        "| load, s | 1.235 |  |  | at most 5 |",
        "",
        "<!-- end: store -->",
    ]


def test_a_new_measurement_replaces_its_own_part_only() -> None:
    old = {name: section(name, name, ROWS, "old") for name in ("store", "identity")}
    page = page_with(INTRODUCTION, old)
    new = section("store", "store", ROWS[:1], "new")
    again = page_with(page, {"store": new})
    assert new in again
    assert old["identity"] in again
    assert old["store"] not in again
    assert again.startswith(INTRODUCTION)


@pytest.mark.parametrize("text", ["C:\\1", "\\g<0>"])
def test_backslashes_in_a_measurement_stay_as_they_are(text: str) -> None:
    page = page_with(INTRODUCTION, {"store": section("store", "old", ROWS, "old")})
    assert text in page_with(page, {"store": section("store", text, ROWS, "new")})


@pytest.mark.parametrize(
    ("value", "expected"),
    [(None, ""), (0.123456, "0.1235"), (1234.5, "1,234"), (7, "7"), ("p95", "p95")],
)
def test_a_value_is_shown_in_four_figures(value: object, expected: str) -> None:
    assert cell(value) == expected
