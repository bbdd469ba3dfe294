import pytest
from django.utils.translation import override

from stillhere.desk.naming import PersonName, place_names, written_name
from stillhere.ledger import PlaceKey
from stillhere.places import Gazetteer
from stillhere.vocabulary import Language

pytestmark = pytest.mark.usefixtures("town")


@pytest.mark.parametrize(
    ("code", "first"),
    [
        ("hy", "Ստեփանակերտ"),
        ("az", "Xankəndi"),
        ("ru", "Степанакерт"),
        ("en", "Khankendi"),
    ],
)
def test_all_names_of_a_place_stand_side_by_side_the_readers_first(
    code: str, first: str
) -> None:
    gazetteer = Gazetteer.demo()
    key = gazetteer.resolve("Stepanakert")
    assert key is not None
    with override(code):
        names = place_names(gazetteer, PlaceKey(key)).split(" · ")
    assert names[0] == first
    assert {"Ստեփանակերտ", "Xankəndi", "Степанакерт", "Khankendi"} <= set(names)


def test_a_place_no_table_knows_goes_by_what_was_written() -> None:
    assert place_names(Gazetteer(()), PlaceKey("~upper mill")) == "upper mill"


@pytest.mark.parametrize(
    ("reader", "written", "language", "other"),
    [
        ("en", "Սարգսյան Անահիտ", Language.HY, "Sargsyan Anahit"),
        ("hy", "Սարգսյան Անահիտ", Language.HY, None),
        ("ru", "Сапрыкина Анна", Language.RU, None),
        ("hy", "Сапрыкина Анна", Language.RU, "Saprykina Anna"),
        ("az", "Сапрыкина Анна", Language.RU, "Saprykina Anna"),
        ("ru", "Əliyeva Aygün", Language.AZ, None),
        ("en", "Balayan Nora", None, None),
    ],
)
def test_a_name_gets_one_reading_where_its_letters_are_not_the_readers(
    reader: str, written: str, language: Language | None, other: str | None
) -> None:
    with override(reader):
        assert written_name(written, language) == PersonName(written, other)


def test_both_stand_on_one_line() -> None:
    assert str(PersonName("Նորա", "Nora")) == "Նորա (Nora)"
    assert str(PersonName("Nora", None)) == "Nora"
