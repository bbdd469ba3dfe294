import re

import pytest
from hypothesis import given

from stillhere.errors import StillHereError
from stillhere.ledger import Picture, Visited
from stillhere.pipeline import build
from stillhere.places import Gazetteer, Place, PlaceId
from stillhere.publish import html, markdown, public_brief, text
from stillhere.publish.guard import Guard
from stillhere.publish.sentences import Named, Ours, Page, Section, Sentence, say
from stillhere.vocabulary import ReportKind
from tests.plan.town import AS_OF, OPERATION, arrival, entry, profiles
from tests.publish.made import (
    GAZETTEER,
    PEOPLE,
    REGION,
    picture_of,
    pictures,
    whole_picture,
)

MARK = re.compile(r"\[\d+(?:[-, ]+\d+)*\]")
DATE = re.compile(r"\d{1,2} [A-Z][a-z]+ \d{4}|\d{4}-\d\d-\d\d")


def written(picture: Picture) -> str:
    """All three forms in one text."""
    page = public_brief(picture, GAZETTEER, REGION)
    return "\n".join(form(page, picture) for form in (markdown, text, html))


def sentences(picture: Picture) -> list[Sentence]:
    page = public_brief(picture, GAZETTEER, REGION)
    return [block for block in page.blocks if isinstance(block, Sentence)]


@given(pictures)
def test_every_sentence_with_a_figure_cites(picture: Picture) -> None:
    page = public_brief(picture, GAZETTEER, REGION)
    body = markdown(page, picture).partition("## Sources")[0].partition("\n## ")[2]
    for line in body.splitlines():
        bare = DATE.sub("", MARK.sub("", line))
        if re.search(r"\d", bare):
            assert MARK.search(line), line


@given(pictures)
def test_no_place_that_was_not_visited_is_named(picture: Picture) -> None:
    visited = {str(p.key) for p in picture.settlements if p.visited is Visited.VISITED}
    said = written(picture).replace(REGION, "")
    names = [name for p in GAZETTEER if p.id not in visited for name in p.names]
    assert [name for name in names if name in said] == []


@given(pictures)
def test_nobody_no_street_and_no_unaccounted_figure_is_in_it(picture: Picture) -> None:
    said = written(picture)
    families = {family for family, _ in PEOPLE} | {"Avagyan", "Sargsyan", "Balayan"}
    assert [name for name in families if name in said] == []
    assert [w for w in ("Street", "B1", "417", "33") if w in said] == []
    assert "unaccounted" not in said.lower()
    assert "without word" not in said.lower()
    assert "missing" not in said.lower()


def test_it_says_who_names_how_many_as_arrived_and_until_when() -> None:
    said = written(whole_picture())
    assert re.search(
        r"arrivals names 15 people \[\d\] as arrived, by its entries up to 28 September 2023",
        said,
    )


def test_counts_of_others_stand_beside_and_a_repeated_one_says_so() -> None:
    said = written(whole_picture())
    assert re.search(r"the ministry says that more than 95,123 people \[\d\]", said)
    assert re.search(
        r"the ministry says that more than 100,000 people \[\d\] left", said
    )
    assert "(repeats arrivals)" in said
    assert "95,138" not in said
    assert "195,123" not in said


def test_rural_areas_have_not_all_been_visited() -> None:
    assert "Rural areas have not all been visited." in written(whole_picture())


def test_services_are_told_of_visited_places_alone_with_all_names() -> None:
    said = written(whole_picture())
    for name in ("Khankendi", "Ստեփանակերտ", "Xankəndi", "Степанакерт", "Stepanakert"):
        assert f"{name}" in said.replace(REGION, "")
    assert "services of Hollow" not in said


def test_what_is_not_known_is_said() -> None:
    said = written(picture_of())
    assert "No list of arrivals has been read" in said
    assert "No visit has been reported yet." in said
    assert "It is not known who left without standing in any list." in said


def test_few_people_met_are_not_numbered() -> None:
    stays = (
        entry(
            ReportKind.PERSON,
            {"name": f"{family} {given}", "event": "chose_to_stay"},
            "registration",
        )
        for family, given in PEOPLE
    )
    few, many = (
        build([*profiles(), *reports], OPERATION, AS_OF)
        for reports in ([next(stays)], [*stays])
    )
    assert "too few for a number to be given" in written(few)
    assert "registration: 1 report" not in written(few)
    assert re.search(r"at least 11 people \[1\] have been met", written(many))


def test_a_list_named_after_a_place_goes_by_what_it_is() -> None:
    guard = Guard(whole_picture(), GAZETTEER, REGION)
    assert guard.label("arrivals") == Named("arrivals")
    assert guard.label("bus from Hollow Mill") == Ours("a list")
    assert guard.gives_away("Глубокая Мельница, 3") == "глубокая мельница"
    assert guard.gives_away("told by Sargsyan") == "sargsyan"


def test_a_village_of_a_loaded_table_lets_no_name_of_a_person_through() -> None:
    village = Place(
        PlaceId("gn7"),
        *("village", "", "", "", "Sargsyan Well", ()),
        lat=0.0,
        lon=0.0,
        codes=("geonames:7",),
    )
    loaded = GAZETTEER.merge(Gazetteer([village], loaded=[village.id]))
    guard = Guard(whole_picture(), loaded, REGION)
    assert guard.gives_away("told by Sargsyan") == "sargsyan"


@pytest.mark.parametrize("qualifier", ["about", "about Hollow Mill"])
def test_a_qualifier_of_our_own_words_gives_nobody_away(qualifier: str) -> None:
    """Somebody may bear the word as a name; what a source wrote is looked through."""
    said = {"what": "left", "value": "100000", "qualifier": qualifier}
    stated = entry(ReportKind.COUNT, {**said, "actor": "the ministry"})
    bearer = arrival("About Anna", "1950-01-01")
    picture = build([*profiles(), bearer, stated], OPERATION, AS_OF)
    if qualifier == "about":
        page = public_brief(picture, GAZETTEER, REGION)
        assert "about 100,000" in text(page, picture)
    else:
        with pytest.raises(StillHereError, match="hollow mill"):
            public_brief(picture, GAZETTEER, REGION)


def test_a_page_that_gives_away_a_place_is_not_made() -> None:
    guard = Guard(whole_picture(), GAZETTEER, REGION)
    page = Page(
        "t", REGION, "", "", (Section("h", (say("{x}", x=Named("Hollow Mill")),)),)
    )
    with pytest.raises(StillHereError, match="would name hollow mill"):
        guard.check(page)
