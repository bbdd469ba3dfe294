import pytest
from hypothesis import given
from hypothesis import strategies as st

from stillhere.names import family_stem, fold, skeleton


@pytest.mark.parametrize(
    "spellings",
    [
        "Հակոբյան Акопян Hakobyan Hagopian Akopyan",
        "Հովհաննիսյան Оганесян Ованнисян Hovhannisyan Ohannessian",
        "Հարությունյան Арутюнян Harutyunyan Haroutiounian",
        "Գևորգյան Геворкян Gevorgyan Kevorkian",
        "Եղիազարյան Егиазарян Yeghiazaryan Eghiazarian",
        "Ղուկասյան Гукасян Ghukasyan Ghougassian",
        "Սարգսյան Саркисян Sargsyan Sarkissian Саркисянц",
        "Պողոսյան Погосян Poghosyan Boghossian",
        "Գրիգորյան Григорян Grigoryan Krikorian",
        "Խաչատրյան Хачатрян Khachatryan Xaçatryan",
        "Ղազարյան Казарян Ghazaryan",
        "Cəlilov Джалилов Jalilov Djalilov Джалилова",
        "Əliyev Алиев Aliyev Алиева Aliev",
        "Həsənov Гасанов Hasanov Hassanoff",
        "Hüseyn Гусейн Huseyn",
        "Dadaşov Дадашев Dadashova",
        "Սերգեյ Сергей Sergey Sergei",
    ],
)
def test_spellings_of_one_name_fold_to_one_token(spellings: str) -> None:
    assert len({fold(spelling) for spelling in spellings.split()}) == 1


def test_a_hint_reads_azerbaijani_without_its_marks() -> None:
    assert fold("Qriqoryan", "az") == fold("Գրիգորյան")
    assert fold("Xacaturov", "en") != fold("Cafarov", "az") == fold("Cəfərov")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Արմեն", "Արման"),
        ("Դիանա", "Տատյանա"),
        ("Ալինա", "Галина"),
        ("Գուրգեն", "Գարեգին"),
        ("Սարգսյան", "Սարուխանյան"),
        ("Hüseynov", "Həsənov"),
        ("Мамедов", "Ахмедов"),
    ],
)
def test_different_names_fold_apart(first: str, second: str) -> None:
    assert fold(first) != fold(second)


def test_kindred_family_forms_share_a_stem_and_a_block() -> None:
    forms = ["Petrosyan", "Петросов", "Պետրոսյան", "Петросянц", "Petrosyants"]
    assert {family_stem(fold(form)) for form in forms} == {"petros"}
    assert len({skeleton(fold(form)) for form in forms}) == 1


def test_a_token_without_ending_is_its_own_stem() -> None:
    assert family_stem("armen") == "armen"
    assert family_stem("") == ""


def test_western_spellings_unknown_to_the_table_share_a_block() -> None:
    assert fold("Tavadyan") != fold("Davadian")
    assert skeleton(fold("Tavadyan")) == skeleton(fold("Davadian"))


def test_words_of_a_hyphened_name_are_folded_each() -> None:
    assert fold("Անна-Мария") == fold("Anna Maria") == "ana maria"


def test_digits_stay_and_nothing_folds_to_nothing() -> None:
    assert fold("12a") == "12a"
    assert fold("—") == skeleton("") == ""


@given(st.text(max_size=25))
def test_any_text_folds_to_lower_case_ascii(text: str) -> None:
    folded = fold(text)
    assert folded.isascii()
    assert folded == folded.lower()
    assert skeleton(folded).isascii()
