"""What is laid out as columns is lifted as it was."""

from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stillhere.pipeline import frame
from stillhere.pipeline.laying import Layout
from stillhere.pipeline.lifting import Lifter
from stillhere.pipeline.shapes import field_names, shapes
from stillhere.reports import Provenance, ReportId, Stamp
from stillhere.vocabulary import Scope, Status

texts = st.text(max_size=3) | st.text(st.characters(), max_size=3)
plain = st.none() | st.booleans() | st.integers(-(2**62), 2**62) | texts
codes = st.sampled_from([*Status, *Scope])
origins = st.builds(Provenance, texts.map(ReportId), texts, texts, st.integers(0, 9))
values = st.recursive(
    plain | codes | origins,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(texts, inner, max_size=3)
    ),
    max_leaves=12,
)


def _again(column: list[Any]) -> list[Any]:
    layout = Layout()
    plan = layout.column(column)
    kinds, numbers = frame.of_arrays(layout.arrays)
    mark, written = frame.of_texts(list(layout.texts))
    lifter = Lifter(frame.to_arrays(kinds, numbers), frame.to_texts(mark, written))
    lifter.make(layout.batches)
    return lifter.column(plan)


@given(st.lists(values))
def test_any_values_come_back(column: list[Any]) -> None:
    back = _again(column)
    assert back == column
    assert list(map(repr, back)) == list(map(repr, column))


@given(st.lists(st.sets(texts, max_size=4)), st.dictionaries(texts, st.integers(1, 9)))
def test_sets_and_counts_come_back(
    sets: list[set[str]], counts: dict[str, int]
) -> None:
    assert _again([*sets, Counter(counts)]) == [*sets, Counter(counts)]
    assert _again([defaultdict(int, counts)]) == [counts]


@given(st.lists(texts))
def test_texts_come_back_whatever_stands_in_them(column: list[str]) -> None:
    odd = [*column, "\x00", "\x01\x02", "\ud800", ""]
    assert _again(odd) == odd


def test_what_is_shared_stays_shared() -> None:
    stamp, pair = Stamp(), ("a", 1)
    one, two, three, four = _again([stamp, stamp, pair, pair])
    assert one is two
    assert three is four


def test_a_value_outside_the_table_is_refused() -> None:
    with pytest.raises(TypeError, match="no snapshot may hold a PosixPath"):
        Layout().column([Path("/")])
    with pytest.raises(TypeError, match="no snapshot may hold a float"):
        Layout().column([0.5])


@pytest.mark.parametrize("name", sorted(shapes()))
def test_every_shape_is_a_code_or_a_value_with_slots(name: str) -> None:
    kind = shapes()[name]
    assert kind.__name__ == name
    if field_names(kind) and not issubclass(kind, tuple):
        assert not hasattr(kind, "__dict__") or "__dict__" not in kind.__dict__
        assert all(hasattr(vars(kind)[f], "__set__") for f in field_names(kind))
