"""Cells found in the bytes of a text are those a reader of CSV finds."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stillhere.pipeline.plain_cells import Pieces, cells_of, is_plain

TEXTS = st.text(
    st.characters(codec="utf-8", exclude_characters='\0\r\n",'), max_size=20
)


@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1), st.sampled_from(("\n", "\r\n")))
def test_cells_are_those_of_a_reader_of_csv(
    rows: list[tuple[str, str]], end: str
) -> None:
    text = end.join(",".join(row) for row in rows)
    expected = list(csv.reader(StringIO(text, newline="")))
    found = cells_of(text.encode(), ",", 2)
    assert is_plain(text.encode())
    assert found is not None
    coded = [column.coded() for column in found]
    for place, column in enumerate(coded):
        assert column is not None
        assert len(set(column.values)) == len(column.values)
        values = [column.values[code] for code in column.codes.tolist()]
        assert values == [row[place] for row in expected]


@given(st.lists(TEXTS, max_size=30))
def test_a_text_has_one_number_wherever_it_stands(texts: list[str]) -> None:
    hashes = Pieces.of(texts).hashes()
    again = Pieces.of([*reversed(texts), "one more"]).hashes()
    assert hashes.tolist() == again[:-1][::-1].tolist()
    assert len(set(hashes.tolist())) == len(set(texts))


@pytest.mark.parametrize(
    "text", ["a,b\nc\n", "a,b\nc,d,e\n", "a,b\n\nc,d\n", "a\nb,c,d\n", "a,b,c\nd\n"]
)
def test_rows_of_another_width_are_no_columns(text: str) -> None:
    assert cells_of(text.encode(), ",", 2) is None


def test_an_empty_line_is_no_row_of_one_cell() -> None:
    assert cells_of(b"a\n\nb\n", ",", 1) is None
    found = cells_of(b"a\nb", ",", 1)
    assert found is not None
    assert found[0].texts() == ["a", "b"]


@pytest.mark.parametrize("text", ['a,"b"\n', "a\rb\n", "a\0,b\n"])
def test_quotes_and_strange_line_ends_are_not_plain(text: str) -> None:
    assert not is_plain(text.encode())
