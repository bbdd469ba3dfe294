import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stillhere.names import same_name
from stillhere.names.likeness import alignment, reading
from stillhere.names.signs import Writing

# Invented people; their names are put together from common ones.
ONE_NAME = [
    ("Ruben Hakobyan", "Рубен Акопян"),
    ("Hagop Bedrosian", "Петросянц Акоп"),
    ("Գայանե Սարգսյան", "Gayane Sargsyan"),
    ("Gülnarə Həsənova", "Гюльнара Гасанова"),
    ("Cavid Əlirza oğlu Qurbanov", "Джавид Курбанов"),
    ("Oleksiy Hnatyuk", "Алексей Гнатюк"),
    ("Олена Гриценко", "Yelena Gritsenko"),
    ("ნინო ჩხეიძე", "Нино Чхеидзе"),
    ("გელა ფიროსმანი", "Gela Pirosmani"),
    ("محمدرضا کاویانی", "Mohammad Reza Kaviani"),
    ("نادر بهرام‌پور", "Надер Бахрампур"),
    ("فؤاد الخطيب", "Fouad al-Khatib"),
    ("عبد الكريم الزهراني", "Abdulkarim Zahrani"),
    ("יעקב גולדברג", "Yaakov Goldberg"),
    ("ג'ון צ'רנוביץ", "John Chernovitz"),
    ("Αλέξανδρος Νικολαΐδης", "Alexandros Nikolaidis"),
    ("А. Мовсисян", "Ashot Movsisyan"),
    ("Иван Петрович Соколов", "Sokolov Ivan"),
]
TWO_NAMES = [
    ("Ruben Hakobyan", "Рубен Арутюнян"),
    ("Ruben Hakobyan", "Карен Акопян"),
    ("Gülnarə Həsənova", "Гюльнара Алиева"),
    ("ნინო ჩხეიძე", "Нана Чхеидзе"),
    ("نادر بهرام‌پور", "Фарид Бахрампур"),
    ("فؤاد الخطيب", "Fouad al-Khalil"),
    ("יעקב גולדברג", "Yitzhak Goldberg"),
    ("Олена Гриценко", "Olena Marchenko"),
    ("А. Мовсисян", "Karen Movsisyan"),
    ("Иван Петрович Соколов", "Sokolov Pavel"),
]
TEXTS = st.text(max_size=24)
NAMES = st.sampled_from([name for pair in ONE_NAME for name in pair])


@pytest.mark.parametrize(("a", "b"), ONE_NAME)
def test_spellings_of_one_name_are_likely_one(a: str, b: str) -> None:
    assert same_name(a, b) > 0.7


@pytest.mark.parametrize(("a", "b"), TWO_NAMES)
def test_names_that_share_one_word_are_likely_two(a: str, b: str) -> None:
    assert same_name(a, b) < 0.4


@given(TEXTS | NAMES, TEXTS | NAMES)
def test_any_two_texts_have_a_chance_whichever_comes_first(a: str, b: str) -> None:
    found = same_name(a, b)
    assert 0 <= found <= 1
    assert found == same_name(b, a)


@given(NAMES, NAMES, st.randoms(use_true_random=False))
def test_the_order_of_words_changes_nothing(a: str, b: str, rng: random.Random) -> None:
    words = a.split()
    rng.shuffle(words)
    assert same_name(" ".join(words), b) == same_name(a, b)


@pytest.mark.parametrize("a", ["", " ", "...", "―", "\u200d"])
def test_a_text_without_a_letter_is_nobody_s_name(a: str) -> None:
    assert same_name(a, "Ruben Hakobyan") == 0
    assert same_name(a, a) == 0


@pytest.mark.parametrize("extra", ["Mr", "Dr.", "al", "bin", "von", "Ivanovich"])
def test_titles_particles_and_a_father_s_name_hardly_count(extra: str) -> None:
    assert same_name(f"Semyon {extra} Sokolov", "Семён Соколов") > 0.9


def test_a_word_of_a_million_letters_is_compared_too() -> None:
    assert same_name("абв" * 300_000, "Abv Sokolov") < 0.9
    assert same_name("абв" * 300_000, "abv" * 300_000) > 0.9


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("नरेन्द्र गुप्ता", "Narendra Gupta"),
        ("יַעֲקֹב גּוֹלְדְבֶּרְג", "יעקב גולדברג"),
        ("بِشَارَة الخُورِي", "بشارة الخوري"),
    ],
)
def test_points_and_vowels_beside_letters_part_no_word(a: str, b: str) -> None:
    assert same_name(a, b) > 0.7


def test_a_name_of_a_hundred_words_is_compared_too() -> None:
    assert same_name("Ivan " * 100, "Ivan Sokolov") < 0.9


@pytest.mark.parametrize(
    ("a", "b", "first", "second"),
    [
        ("hakobyan", "akopyan", Writing.VOWELLED, Writing.VOWELLED),
        ("muXamad", "محمد", Writing.VOWELLED, Writing.ARABIC),
        ("יעקב", "yakov", Writing.HEBREW, Writing.VOWELLED),
        ("sargsyan", "sarkisyanT", Writing.VOWELLED, Writing.VOWELLED),
    ],
)
def test_an_alignment_is_worth_the_same_from_both_sides(
    a: str, b: str, first: Writing, second: Writing
) -> None:
    one, two = reading(a, first), reading(b, second)
    worth = alignment(one, two, first, second)
    assert worth == alignment(two, one, second, first)
    assert worth > 0
