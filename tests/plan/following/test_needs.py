import pytest

from stillhere.plan.following.needs import wanted
from stillhere.plan.following.what_for import WORDS, WhatFor


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("insulin, bread", {WhatFor.MEDICINE, WhatFor.FOOD}),
        ("дрова и лекарства", {WhatFor.HEAT, WhatFor.MEDICINE}),
        ("ջուր և հաց", {WhatFor.WATER, WhatFor.FOOD}),
        ("su və odun", {WhatFor.WATER, WhatFor.HEAT}),
        ("medical care", {WhatFor.CARE}),
        ("a letter", set()),
        ("", set()),
    ],
)
def test_supplies_are_understood_in_four_languages(
    text: str, what: set[WhatFor]
) -> None:
    assert wanted(text) == what


def test_every_choice_of_the_form_of_needs_is_understood() -> None:
    choices = ["water", "food", "medicine", "heating", "power", "shelter", "transport"]
    assert all(wanted(text) for text in choices)


def test_every_purpose_has_words_and_none_speaks_of_a_child_or_of_who_asks() -> None:
    assert set(WORDS) == set(WhatFor)
    assert not any(
        word in text for text in WORDS.values() for word in ("child", "alone")
    )
