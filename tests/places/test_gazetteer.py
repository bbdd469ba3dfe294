import re

import pytest

from stillhere.errors import StillHereError
from stillhere.places import Gazetteer, Place, PlaceId, place_key, read_table
from stillhere.places.place import COLUMNS

ROW = {
    "place": "example",
    "kind": "village",
    "name_hy": "Նոր Այգի",
    "name_az": "Yeni Bağ",
    "name_ru": "Новый Сад",
    "name_en": "New Garden",
    "other_names": "Nor Aygi|Ванк",
    "lat": "39.9",
    "lon": "46.8",
    "invented": "yes",
}
TOWN = [
    "Stepanakert",
    "Khankendi",
    "Xankəndi",
    "Ստեփանակերտ",
    "Степанакерт",
    "Ханкенди",
]


@pytest.fixture(scope="module")
def demo() -> Gazetteer:
    return Gazetteer.demo()


@pytest.mark.parametrize("text", [*TOWN, "Խանքենդի", "XANKENDI", "stepanagerd"])
def test_every_name_of_the_town_finds_it_first(demo: Gazetteer, text: str) -> None:
    assert demo.find(text)[0].place.id == "khankendi"


@pytest.mark.parametrize(
    ("cell", "place"),
    [
        *((name, "khankendi") for name in TOWN),
        ("г. Степанакерт", "khankendi"),
        ("ք. Ստեփանակերտ", "khankendi"),
        ("Xankəndi şəhəri", "khankendi"),
        ("STEPANAKERT (town)", "khankendi"),
        ("с. Ванк", "vangli"),
        ("գ. Վանք", "vangli"),
        ("Vəngli kəndi", "vangli"),
        ("Kornidzor v.", "kornidzor"),
        ("khankendi", "khankendi"),
        ("XOCALI", "khojaly"),
        ("nowhere", None),
        ("Stepanaker", "khankendi"),
        ("Stepanak", None),
        ("", None),
        ("село", None),
    ],
)
def test_a_cell_resolves_by_its_fold_or_one_slip(
    demo: Gazetteer, cell: str, place: str | None
) -> None:
    assert demo.resolve(cell) == place


def test_a_language_reads_azerbaijani_without_its_marks(demo: Gazetteer) -> None:
    assert demo.resolve("Xocavend", "az") == demo.resolve("Xocavənd")


def test_all_names_of_all_demo_places_find_their_place(demo: Gazetteer) -> None:
    wrong = [
        (place.id, name)
        for place in demo
        for name in place.names
        if demo.find(name)[0].place.id != place.id or demo.resolve(name) != place.id
    ]
    assert wrong == []


def test_demo_places_have_a_name_in_each_language_and_are_real(demo: Gazetteer) -> None:
    assert 12 <= len(demo) <= 16
    for place in demo:
        assert place.name_hy
        assert place.name_az
        assert place.name_ru
        assert place.name_en
        assert not place.invented
        assert re.fullmatch("[a-z]+", place.id)


def test_a_misspelt_name_is_near_and_says_so(demo: Gazetteer) -> None:
    match = demo.find("Stepankert")[0]
    assert match.place.id == "khankendi"
    assert not match.exact
    assert 70 <= match.score < 100


def test_an_exact_fold_is_said_to_be_exact(demo: Gazetteer) -> None:
    match = demo.find("ГОРИС")[0]
    assert (match.place.id, match.score, match.exact) == ("goris", 100, True)


@pytest.mark.parametrize("text", ["", " ", "—", "zzzzzzzzzz"])
def test_nothing_is_found_for_nothing(demo: Gazetteer, text: str) -> None:
    assert demo.find(text) == []


def test_find_gives_no_more_places_than_asked_for_and_each_once(
    demo: Gazetteer,
) -> None:
    found = [match.place.id for match in demo.find("Vank", limit=3)]
    assert len(found) <= 3
    assert len(found) == len(set(found))


def test_a_name_of_two_places_resolves_to_none_and_finds_both(demo: Gazetteer) -> None:
    both = demo.merge(Gazetteer.load([ROW]))
    assert both.resolve("Ванк") is None
    assert [match.place.id for match in both.find("Ванк", limit=2)] == [
        "example",
        "vangli",
    ]
    assert both.resolve("Nor Aygi") == "example"


def test_the_order_of_rows_does_not_matter(demo: Gazetteer) -> None:
    places = list(demo)
    assert list(Gazetteer(reversed(places))) == places


def test_merging_with_itself_changes_nothing(demo: Gazetteer) -> None:
    assert list(demo.merge(demo)) == list(demo)


def test_two_different_places_of_one_identifier_are_refused(demo: Gazetteer) -> None:
    other = Gazetteer.load([{**ROW, "place": "goris"}])
    with pytest.raises(StillHereError) as caught:
        demo.merge(other)
    assert caught.value.code == "places/twice"


@pytest.mark.parametrize(
    "change",
    [{"lat": "north"}, {"lat": "91"}, {"lon": "nan"}, {"place": ""}],
)
def test_a_row_that_is_no_place_is_refused(change: dict[str, str]) -> None:
    with pytest.raises(StillHereError) as caught:
        Gazetteer.load([{**ROW, **change}])
    assert caught.value.code == "places/row"


@pytest.mark.parametrize("column", COLUMNS)
def test_a_row_without_a_column_is_refused(column: str) -> None:
    with pytest.raises(StillHereError):
        Gazetteer.load([{key: cell for key, cell in ROW.items() if key != column}])


def test_a_row_without_any_name_is_refused() -> None:
    empty = {key: "" for key in ROW if key.startswith("name_")}
    with pytest.raises(StillHereError):
        Gazetteer.load([{**ROW, **empty, "other_names": ""}])


def test_the_readers_language_decides_which_name_is_shown() -> None:
    place = next(iter(Gazetteer.load([ROW])))
    assert [place.name(language) for language in ("hy", "az", "ru", "en", "fr")] == [
        "Նոր Այգի",
        "Yeni Bağ",
        "Новый Сад",
        "New Garden",
        "New Garden",
    ]
    assert place.invented


def test_a_place_without_an_english_name_shows_another() -> None:
    place = Place(PlaceId("x"), "village", "", "Bağ", "", "", (), 39.0, 46.0)
    assert place.name("en") == place.name("hy") == "Bağ"


def test_a_known_place_is_in_the_gazetteer(demo: Gazetteer) -> None:
    assert "goris" in demo
    assert "paris" not in demo
    assert demo[PlaceId("goris")].name_en == "Goris"


def test_notes_and_empty_lines_of_a_table_are_passed_over() -> None:
    assert read_table("# note\na\tb\n\n1\t2\n") == [{"a": "1", "b": "2"}]


def test_words_of_a_place_name_are_joined_in_its_key() -> None:
    assert place_key("Քարին Տակ") == place_key("karintak") == "karintak"
