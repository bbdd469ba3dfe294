import pytest

from stillhere.names import fold, given_root
from stillhere.names.diminutives import roots
from stillhere.names.stems import table_rows


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Gaya", "Գայանե"),
        ("Հրաչ", "Հրաչյա"),
        ("Серж", "Սերգեյ"),
        ("Serozh", "Sergey"),
        ("Саша", "Ալեքսանդր"),
        ("Անո", "Անահիտ"),
        ("Vanik", "Հովհաննես"),
        ("Вано", "Оганес"),
        ("Иван", "Հովհաննես"),
        ("Сурик", "Suren"),
        ("Maro", "Մարիամ"),
        ("Света", "Svetlana"),
        ("Хачик", "Խաչատուր"),
        ("Наташа", "Natalya"),
        ("Vova", "Владимир"),
        ("Кара́", "Кара́"),
    ],
)
def test_a_short_form_comes_to_the_root_of_its_full_name(short: str, full: str) -> None:
    assert given_root(fold(short)) == given_root(fold(full))


def test_a_root_and_an_unknown_name_are_their_own_roots() -> None:
    assert all(given_root(root) == root for root in roots().values())
    assert given_root("komitas") == "komitas"
    assert given_root("") == ""


def test_the_table_holds_three_hundred_forms() -> None:
    assert sum(form != root for form, root in roots().items()) >= 300


def test_no_root_has_two_rows() -> None:
    names = [root for root, _ in table_rows("diminutives.tsv")]
    assert len(names) == len(set(names))
