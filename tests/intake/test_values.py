import pytest

from stillhere.intake.values import (
    care_in,
    care_of,
    documents_of,
    first_number_of,
    phones_of,
    sex_of,
)
from stillhere.vocabulary import Care, Sex


@pytest.mark.parametrize(
    "text",
    [
        "+374 97 12-34-56",
        "00374 97 123456",
        "097 12 34 56",
        "(097) 123456",
        "97123456",
        "37497123456",
    ],
)
def test_an_armenian_number_is_one_however_it_is_dialled(text: str) -> None:
    assert phones_of(text) == ("37497123456",)


def test_numbers_of_the_neighbours() -> None:
    assert phones_of("050 123 45 67") == phones_of("+994 50 123-45-67")
    assert phones_of("8 (916) 123-45-67") == phones_of("+7 916 123 45 67")


def test_several_numbers_in_a_cell_are_sorted_and_short_ones_left() -> None:
    assert phones_of("097123456, 091111222") == ("37491111222", "37497123456")
    assert phones_of("097123456 կամ 091111222") == ("37491111222", "37497123456")
    assert phones_of("нет") == ()
    assert phones_of("112") == ()


def test_documents_are_letters_and_digits() -> None:
    assert documents_of("an 012-3456") == ("AN0123456",)
    assert documents_of("АН 0123456") == documents_of("AH0123456")
    assert documents_of("нет") == ()
    assert documents_of("AN1, AB2") == ("AB2", "AN1")


@pytest.mark.parametrize(
    ("text", "sex"),
    [
        ("M", Sex.MALE),
        ("ж.", Sex.FEMALE),
        ("Իգական", Sex.FEMALE),
        ("ա", Sex.MALE),
        ("Qadın", Sex.FEMALE),
        ("kişi", Sex.MALE),
        ("?", None),
    ],
)
def test_sex_in_four_languages(text: str, sex: Sex | None) -> None:
    assert sex_of(text) is sex


@pytest.mark.parametrize(
    "text", ["bedridden", "Лежачая больная", "անկողնային", "yatalaq xəstə", "не ходит"]
)
def test_who_lies_needs_a_stretcher_in_four_languages(text: str) -> None:
    assert Care.STRETCHER in care_in(text)
    assert Care.WALKS not in care_in(text)


def test_care_words_inside_other_words_are_not_found() -> None:
    assert care_in("will call again") == ()
    assert care_in("Illarion") == ()


def test_a_yes_under_a_header_means_what_the_header_names() -> None:
    assert care_of("да", "Инвалидность") == (Care.DISABLED,)
    assert care_of("II", "Disability group") == (Care.DISABLED,)
    assert care_of("нет", "Инвалидность") == ()
    assert care_of("walks with a stick", "Disability") == (Care.WALKS,)


def test_numbers_inside_texts() -> None:
    assert first_number_of("3 persons") == 3
    assert first_number_of("12A") == 12
    assert first_number_of("none") is None
