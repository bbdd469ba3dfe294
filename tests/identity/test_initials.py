"""An initial speaks for every name that may begin with it, in any spelling."""

import pytest

from stillhere.identity.initials import INITIALS, begins, initial_sounds
from stillhere.identity.keys import SOUNDS
from stillhere.names import NameOrder, fold, split_name
from stillhere.names.stems import table_rows


def initial(letter: str) -> str:
    parts = split_name(f"{letter}. Petrosyan", NameOrder.GIVEN_FAMILY)
    return f"{parts.initials[0]}."


@pytest.mark.parametrize(
    ("letter", "name"),
    [
        ("H", "Hrant"),
        ("H", "Hakob"),
        ("H", "Huseyn"),
        ("Հ", "Հռիփսիմե"),
        ("Շ", "Շուշան"),
        ("Ю", "Юлия"),
        ("D", "Djafar"),
        ("Х", "Хамид"),
        ("J", "Jacob"),
        ("C", "Chahen"),
        ("Г", "Айк"),
    ],
)
def test_an_initial_may_stand_for_the_name(letter: str, name: str) -> None:
    assert initial_sounds(initial(letter)) & begins(fold(name))


@pytest.mark.parametrize(("letter", "name"), [("M", "Levon"), ("Ա", "Գայանե")])
def test_an_initial_does_not_stand_for_any_name(letter: str, name: str) -> None:
    assert not initial_sounds(initial(letter)) & begins(fold(name))


def test_every_sound_of_an_initial_has_a_key() -> None:
    assert (
        max(initial_sounds(f"{letters}.").bit_count() for letters in INITIALS) == SOUNDS
    )


def test_nearly_all_spellings_of_the_tables_fit_their_own_first_letter() -> None:
    spellings = {
        text.strip()
        for table in ("diminutives.tsv", "stems.tsv")
        for form, others in table_rows(table)
        for text in (form, *others)
        if text.strip()[:1].isalpha()
    }
    odd = []
    for text in sorted(spellings):
        parts = split_name(text.capitalize(), NameOrder.GIVEN_FAMILY)
        folded = (parts.given or parts.family or ("",))[0]
        if folded and not initial_sounds(initial(text[0].upper())) & begins(folded):
            odd.append(text)
    assert len(odd) * 100 < len(spellings)
