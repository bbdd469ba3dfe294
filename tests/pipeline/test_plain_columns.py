"""Both readers of a CSV text find the same cells."""

import csv

from hypothesis import given
from hypothesis import strategies as st

from stillhere.identity import Coded
from stillhere.pipeline.plain_columns import quoted_columns, unquoted_columns

CELLS = st.sampled_from(("", "a", " a ", "Հակոբ", "a long cell of many words", "12"))


def cells(columns: tuple[Coded[str], ...] | None) -> list[list[str]]:
    assert columns is not None
    return [[c.values[code] for code in c.codes.tolist()] for c in columns]


@given(st.lists(st.tuples(CELLS, CELLS), min_size=1))
def test_a_text_without_quotes_is_read_alike(rows: list[tuple[str, str]]) -> None:
    text = "one,two\n" + "".join(f"{a},{b}\n" for a, b in rows)
    lines = csv.reader(text.splitlines())
    next(lines)
    found = cells(unquoted_columns(text.encode(), ",", 2))
    assert found == cells(quoted_columns(2, lines))


def test_cells_are_clean_and_each_is_held_once() -> None:
    columns = unquoted_columns(b"h\n a\na\na \n", ",", 1)
    assert columns is not None
    assert list(columns[0].values) == ["a"]


def test_a_row_of_another_width_makes_no_columns() -> None:
    assert unquoted_columns(b"a,b\nc\n", ",", 2) is None
    assert quoted_columns(2, iter([["a", "b"], ["c"]])) is None
