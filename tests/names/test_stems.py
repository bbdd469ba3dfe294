import pytest

from stillhere.names import fold
from stillhere.names.stems import index, stems, table_rows


def test_no_spelling_stands_under_two_names() -> None:
    assert index(table_rows("stems.tsv")) == stems()


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
