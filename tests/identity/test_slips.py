"""Document numbers held sign by sign: equal, one slip apart, or others."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from stillhere.identity.growing import Array
from stillhere.identity.slips import packed, shortened, slipped

DIGITS = st.text("012", min_size=1, max_size=17)
SIGNS = st.text("01AZ", min_size=1, max_size=12)


def held(*numbers: str) -> Array:
    return np.array([packed(number) for number in numbers], np.uint64)


def slip(one: str, two: str) -> tuple[bool, bool]:
    near, last = slipped(held(one), held(two))
    back, end = slipped(held(two), held(one))
    assert (near.tolist(), last.tolist()) == (back.tolist(), end.tolist())
    return bool(near[0]), bool(last[0])


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("7111467", "7111367"),
        ("8930836", "8938036"),
        ("AN1234567", "AN123456"),
        ("AN1234567", "AN12234567"),
        ("AN1234567", "BN1234567"),
        ("123456", "1123456"),
        ("0123456", "123456"),
    ],
)
def test_one_slip_parts_two_numbers(one: str, two: str) -> None:
    assert slip(one, two) == (True, False)


def test_a_series_parts_two_numbers_in_their_last_sign() -> None:
    assert slip("AN1234567", "AN1234568") == (True, True)
    assert slip("2519978", "2519977") == (True, True)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("7111467", "7111467"),
        ("7111467", "7112367"),
        ("12345", "12346"),
        ("123456", "12345"),
        ("1234567890123456", "1234567890123457"),
        ("AN123456789", "AN123456788"),
        ("1234567", "A1234567"),
        ("АН1234567", "АН1234568"),
    ],
)
def test_no_slip_is_told_of_equal_far_short_or_long_numbers(one: str, two: str) -> None:
    assert slip(one, two) == (False, False)


def test_a_number_that_is_not_stated_is_no_slip_of_another() -> None:
    none, some = np.zeros(1, np.uint64), held("123456")
    assert not slipped(none, some)[0].any()
    assert not slipped(none, none)[0].any()


@given(st.lists(st.one_of(DIGITS, SIGNS), min_size=1, max_size=8))
def test_numbers_are_equal_or_a_slip_apart_as_their_texts_are(texts: list[str]) -> None:
    one, two = np.repeat(held(*texts), len(texts)), np.tile(held(*texts), len(texts))
    pairs = [(a, b) for a in texts for b in texts]
    assert (one == two).tolist() == [a == b for a, b in pairs]
    assert slipped(one, two)[0].tolist() == [as_texts(a, b) for a, b in pairs]


def as_texts(one: str, two: str) -> bool:
    if one.isdigit() != two.isdigit():
        return False
    short, long = sorted((len(one), len(two)))
    fits = short >= 6 and long <= (15 if one.isdigit() else 10)
    return fits and OSA.distance(one, two) == 1


@given(st.lists(st.one_of(DIGITS, SIGNS), min_size=2, max_size=6))
def test_two_numbers_a_slip_parts_have_something_shorter_in_common(
    texts: list[str],
) -> None:
    numbers = held(*texts)
    left = [set(row.tolist()) - {0} for row in shortened(numbers)]
    for a, one in enumerate(texts):
        for b, two in enumerate(texts):
            if as_texts(one, two):
                assert left[a] & left[b]


def test_numbers_too_short_for_a_slip_or_not_held_by_signs_leave_nothing() -> None:
    assert not shortened(held("12345", "12345678901234567", "AN/77-123")).any()
    assert not shortened(np.zeros(1, np.uint64)).any()


def test_a_number_leaves_itself_and_each_of_its_signs_out() -> None:
    found = set(shortened(held("123456"))[0].tolist()) - {0}
    texts = ("123456", "23456", "13456", "12456", "12356", "12346", "12345")
    assert found == {packed(text) for text in texts}
