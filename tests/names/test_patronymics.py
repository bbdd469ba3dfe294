import pytest

from stillhere.names import fold, patronymic_stem


@pytest.mark.parametrize(
    ("form", "father"),
    [
        ("Саркисович", "Սարգիս"),
        ("Саркисовна", "Սարգիս"),
        ("Sarkisovich", "Սարգիս"),
        ("Սարգսի", "Սարգիս"),
        ("Sargsi", "Սարգիս"),
        ("Հարությունի", "Հարություն"),
        ("Հարության", "Հարություն"),
        ("Աշոտի", "Աշոտ"),
        ("Սերգեյի", "Սերգեյ"),
        ("Сергеевна", "Սերգեյ"),
        ("Андреевич", "Андрей"),
        ("Արայի", "Արա"),
        ("Հակոբի", "Հակոբ"),
        ("Мартиросович", "Մարտիրոս"),
        ("Մարտիրոսու", "Մարտիրոս"),
        ("Գալստի", "Գալուստ"),
        ("Մկրտչի", "Մկրտիչ"),
        ("Խաչատրի", "Խաչատուր"),
        ("Նիկոլայի", "Николай"),
        ("Гайкович", "Հայկ"),
        ("Юрьевич", "Юрий"),
        ("Валерьевна", "Валерий"),
        ("Ильич", "Илья"),
        ("Фомич", "Фома"),
        ("Гасанович", "Həsən"),
        ("Եղիշեի", "Եղիշե"),
    ],
)
def test_a_patronymic_gives_the_fathers_folded_name(form: str, father: str) -> None:
    assert patronymic_stem(form) == fold(father)


@pytest.mark.parametrize(
    "name", ["Мкртич", "Հակոբ", "Həsən", "Сергей", "Ani", "Андрей"]
)
def test_a_bare_given_name_stays_as_it_is(name: str) -> None:
    assert patronymic_stem(name) == fold(name)


def test_an_unknown_father_is_cut_by_the_ending_alone() -> None:
    assert patronymic_stem("Կոմպիտասի") == fold("Կոմպիտաս")
    assert patronymic_stem("Комбайнович") == fold("Комбайн")


def test_nothing_gives_nothing() -> None:
    assert patronymic_stem("") == ""
