import pytest
from hypothesis import given
from hypothesis import strategies as st

from stillhere.names import is_initial, romanise, token_script


@pytest.mark.parametrize(
    ("text", "language", "roman"),
    [
        ("Հովհաննիսյան", None, "hovhannisyan"),
        ("Եղիազարյան Ոսկան", None, "yeghiazaryan voskan"),
        ("Մարդուկ և Սուրեն", None, "marduk yev suren"),
        ("Գէորգեան", None, "georgean"),
        ("Арутюнян Щукин", None, "arutyunyan shchukin"),
        ("Егише Исраелян", None, "yegishe israyelyan"),
        ("Київ Ґалаґан", None, "kiyiv galagan"),
        ("Əliyev Xəyalə", None, "aliyev khayala"),
        ("CƏFƏROV QULU", None, "jafarov gulu"),
        ("İSMAYIL", None, "ismayil"),
        ("Cabbarov Qasim", "az", "jabbarov gasim"),
        ("Cabbarov Qasim", "en", "cabbarov qasim"),
        ("Khachatur Cholak", "az", "khachatur cholak"),
        ("გიორგი", None, "giorgi"),
        ("Ter-Petrosyan, O’Hara 12", None, "ter petrosyan ohara 12"),
        ("Vahé Šimon", None, "vahe shimon"),
        ("", None, ""),
        ("—", None, ""),
    ],
)
def test_letters_become_the_stated_ascii(
    text: str, language: str | None, roman: str
) -> None:
    assert romanise(text, language) == roman


@given(st.text(max_size=40), st.sampled_from(["hy", "ru", "az", "en", None]))
def test_any_text_gives_lower_case_ascii_words(text: str, language: str | None) -> None:
    roman = romanise(text, language)
    assert roman == " ".join(roman.split())
    assert all(sign.isascii() and (sign.isalnum() or sign == " ") for sign in roman)
    assert roman == roman.lower()


@given(st.text(max_size=20))
def test_romanising_twice_changes_nothing(text: str) -> None:
    assert romanise(romanise(text)) == romanise(text)


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Արմեն", "armenian"),
        ("Армен", "cyrillic"),
        ("Əli", "latin"),
        ("გიორგი", "other"),
        ("12-5", "none"),
        ("", "none"),
        ("Արմեն A.", "armenian"),
    ],
)
def test_the_script_of_most_letters_is_named(text: str, script: str) -> None:
    assert token_script(text) == script


@pytest.mark.parametrize("token", ["A.", "Հ.", "Ю", "Sh.", "Ու."])
def test_initials_are_seen(token: str) -> None:
    assert is_initial(token)


@pytest.mark.parametrize("token", ["", "Ani", "Անի", "12", ".", "Al", "5."])
def test_names_and_numbers_are_no_initials(token: str) -> None:
    assert not is_initial(token)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("გელა ფიროსმანი", "gela pirosmani"),
        ("ყაზბეგი", "qazbegi"),
        ("نادر بهرام‌پور", "nadr bhrampur"),
        ("فؤاد الخطيب", "fuad alkhtib"),
        ("چنگیز ژاله", "chngiz zhalh"),
        ("יעקב גולדברג", "iakb guldbrg"),
    ],
)
def test_three_more_scripts_have_tables_of_their_own(text: str, expected: str) -> None:
    assert romanise(text) == expected
