import json
import unicodedata
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stillhere.reports import Json, canonical_body, clean_text
from stillhere.reports.canonical import RowWriter
from tests.reports.strategies import rows

any_text = st.text(st.characters())
halves = st.text(st.characters(categories=["Cs", "Cc", "Lu", "Mn"]))


@given(any_text | halves)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = clean_text(text)
    assert clean_text(once) == once


@given(any_text | halves)
def test_clean_text_has_no_controls_no_halves_and_no_outer_space(text: str) -> None:
    cleaned = clean_text(text)
    assert cleaned == cleaned.strip()
    assert not any(unicodedata.category(c) in ("Cc", "Cs") for c in cleaned)
    cleaned.encode()


def test_composed_and_decomposed_letters_are_one_text() -> None:
    assert clean_text("É") == clean_text("E\u0301") == "\u00c9"


def test_a_line_break_in_a_cell_separates_words() -> None:
    assert clean_text("Anna\nPetrosyan\t") == "Anna Petrosyan"


@given(rows, st.randoms(use_true_random=False))
def test_the_order_of_columns_changes_nothing(
    fields: dict[str, str], rng: Random
) -> None:
    names = list(fields)
    rng.shuffle(names)
    assert canonical_body({n: fields[n] for n in names}) == canonical_body(fields)


@given(rows)
def test_a_column_nobody_filled_changes_nothing(fields: dict[str, str]) -> None:
    wider: dict[str, Json] = {**fields, "Remarks": " ", "Left": None}
    assert canonical_body(wider) == canonical_body(fields)


@given(rows)
def test_what_was_written_is_read_back_as_cleaned(fields: dict[str, str]) -> None:
    cleaned = {k: clean_text(v) for k, v in fields.items() if clean_text(v)}
    assert json.loads(canonical_body(fields)) == cleaned


@given(rows)
def test_a_body_is_its_own_canonical_body(fields: dict[str, str]) -> None:
    body = canonical_body(fields)
    assert canonical_body(json.loads(body)) == body


def test_nothing_stated_is_an_empty_body() -> None:
    assert canonical_body({"Name": "", "Year": None, "Note": "\x00"}) == "{}"


def test_no_and_zero_are_statements() -> None:
    assert canonical_body({"once": False, "people": 0}) == '{"once":false,"people":0}'


def test_an_empty_place_in_a_list_keeps_its_place() -> None:
    assert canonical_body({"columns": [["", "ignore"]]}) == (
        '{"columns":[["","ignore"]]}'
    )


def test_letters_stay_letters() -> None:
    assert canonical_body({"Անուն": "Əli"}) == '{"Անուն":"Əli"}'


def test_two_headers_that_clean_to_one_are_refused_rather_than_lost() -> None:
    with pytest.raises(ValueError, match="same name"):
        canonical_body({"Name": "Anna", "Name ": "Ani"})


def test_a_float_is_refused_because_machines_write_it_differently() -> None:
    with pytest.raises(TypeError, match="as text"):
        canonical_body({"x_km": 0.1})  # type: ignore[dict-item]


@given(
    st.lists(any_text.map(clean_text), unique=True, max_size=5),
    st.lists(any_text | halves, max_size=5),
)
def test_the_quick_writer_of_rows_writes_what_the_plain_one_writes(
    headers: list[str], cells: list[str]
) -> None:
    row = dict(zip(headers, cells, strict=False))
    quick = RowWriter(headers).body(cells[: len(headers)])
    assert quick == canonical_body(row)
