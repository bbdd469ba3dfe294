from dataclasses import dataclass

import pytest

from stillhere.ledger.canonical import canonical_bytes
from stillhere.vocabulary import Status


@dataclass(frozen=True, slots=True)
class Pair:
    one: str
    two: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Single:
    one: str


def test_a_dataclass_is_the_tuple_of_its_fields() -> None:
    assert canonical_bytes(Pair("a", (1, 2))) == b'["a",[1,2]]'
    assert canonical_bytes(Single("a")) == b'["a"]'


def test_text_of_any_script_is_ascii_in_it() -> None:
    assert canonical_bytes("Շուշի").isascii()


def test_codes_are_their_text() -> None:
    assert canonical_bytes(Status.LEFT) == b'"left"'


@pytest.mark.parametrize("value", [{1, 2}, object(), float("nan")])
def test_what_has_no_one_order_or_text_is_refused(value: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        canonical_bytes(value)
