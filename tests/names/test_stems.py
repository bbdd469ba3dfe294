import pytest

from scripts.name_kin import STEMS, index, stems_text
from stillhere.names import fold
from stillhere.names.stems import stem_sound, stems, table_rows


def test_the_table_of_sounds_is_what_the_table_of_stems_says() -> None:
    text = STEMS.read_text(encoding="utf-8")
    assert text == stems_text(), "run python -m scripts.name_kin"


def test_no_spelling_stands_under_two_names() -> None:
    assert index(table_rows("stems.tsv")).items() <= stems().items()


def test_what_a_name_stands_for_stands_for_itself() -> None:
    assert [form for form in stems().values() if stems()[form] != form] == []


@pytest.mark.parametrize(
    ("written", "language", "plain"),
    [
        ("Грануш", "ru", "Հրանուշ"),
        ("Джавагир", "ru", "Ջավահիր"),
        ("Хасмик", "ru", "Հասմիկ"),
        ("Oqannes", "az", "Հովհաննես"),
        ("Tavtian", "en", "Դավթյան"),
        ("Pegnazarian", "en", "Բեկնազարյան"),
        ("Sarqsuns", "az", "Սարգսունց"),
        ("Сагакджанян", "ru", "Սահակջանյան"),
        ("Poghospegian", "en", "Պողոսբեկյան"),
    ],
)
def test_habits_of_clerks_are_undone_for_names_of_the_table(
    written: str, language: str, plain: str
) -> None:
    assert fold(written, language) == fold(plain, "hy")


def test_the_sound_form_of_a_spelling_is_a_key_of_the_table() -> None:
    assert stem_sound("Հակոբ") in stems()


def test_a_spelling_under_two_names_is_refused() -> None:
    with pytest.raises(ValueError, match="stands under"):
        index([("petros", ["Bedros"]), ("petr", ["Petr", "Bedros"])])


def test_every_name_of_the_table_folds_to_itself() -> None:
    names = [fold(form) for form, _ in table_rows("stems.tsv")]
    assert [fold(name) for name in names] == names


def test_spellings_of_the_table_fold_to_their_name() -> None:
    wrong = [
        (form, spelling, fold(spelling))
        for form, spellings in table_rows("stems.tsv")
        for spelling in spellings
        if fold(spelling) != fold(form)
    ]
    assert wrong == []
