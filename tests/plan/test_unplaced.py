"""Names of places that a person looks at, out of a few invented rows."""

from dataclasses import replace

import pytest

from stillhere.pipeline import Rules, build, update
from stillhere.places import Area, Gazetteer, Place, PlaceId, ReadAs, place_key
from stillhere.plan.unplaced import PlaceTexts, Unplaced, candidates, unplaced
from stillhere.reports import EXERCISE_KEY, Column, Profile, Report, make_report
from stillhere.reports.withdrawing import Signed, withdraw_reports
from stillhere.vocabulary import PersonEvent, ReportKind
from stillhere.vocabulary.fields import Field

AS_OF = "2023-10-09T08:00:00+00:00"
PROFILE = Profile(
    "list",
    kind=ReportKind.PERSON,
    event=PersonEvent.ARRIVED,
    columns=(
        Column("name", Field.NAME),
        Column("born", Field.BIRTH_DATE),
        Column("place", Field.SETTLEMENT),
        Column("from", Field.ORIGIN),
    ),
)
ROWS = (
    ("Arpi Sahakyan", "1950-02-03", "Stepanakert", ""),
    ("Garnik Melkonyan", "1961-04-05", "Stepankert", "Lernamut"),
    ("Lusine Abrahamyan", "1972-06-07", "с. Лернамут", "Lernamut"),
    ("Tigran Vardanyan", "1983-08-09", "Twinshen", "Lernamut"),
    ("Tigran Vardanyan", "1983-08-09", "Twinshen", ""),
)


def _village(code: str) -> Place:
    return Place(
        PlaceId(code), "village", "", "", "", "Twinshen", (), 39.0 + len(code), 46.0
    )


GAZETTEER = Gazetteer([*Gazetteer.demo(), _village("t"), _village("tt")])


def _reports() -> list[Report]:
    about = make_report(EXERCISE_KEY, ReportKind.PROFILE, "list", PROFILE.to_fields())
    rows = [
        make_report(
            EXERCISE_KEY,
            ReportKind.ROW,
            "list",
            dict(zip(("name", "born", "place", "from"), row, strict=True)),
            ordinal=number,
        )
        for number, row in enumerate(ROWS)
    ]
    visit = make_report(
        EXERCISE_KEY,
        ReportKind.VISIT,
        "team 1",
        {"settlement": "Uzhgabert", "result": "empty", "how": "knocked"},
    )
    return [about, *rows, visit]


def _queue(gazetteer: Gazetteer = GAZETTEER) -> tuple[Unplaced, ...]:
    rules = replace(Rules.shipped(), gazetteer=gazetteer)
    return unplaced(build(_reports(), rules, AS_OF), gazetteer)


@pytest.fixture(scope="module")
def queue() -> tuple[Unplaced, ...]:
    return _queue()


def test_names_come_by_how_many_people_they_concern(
    queue: tuple[Unplaced, ...],
) -> None:
    assert [(one.texts[0], one.how, one.people) for one in queue] == [
        ("Lernamut", ReadAs.UNKNOWN, 3),
        ("Stepankert", ReadAs.SLIP, 1),
        ("Twinshen", ReadAs.SEVERAL, 1),
        ("Uzhgabert", ReadAs.UNKNOWN, 0),
    ]


def test_spellings_that_fold_alike_are_one_name(queue: tuple[Unplaced, ...]) -> None:
    assert queue[0].texts == ("Lernamut", "с. Лернамут")
    assert queue[0].mentions == 4


def test_a_slip_says_as_what_it_is_read(queue: tuple[Unplaced, ...]) -> None:
    assert (queue[1].read_as, queue[0].read_as) == ("khankendi", "")


def test_the_nearest_places_are_offered(queue: tuple[Unplaced, ...]) -> None:
    assert candidates(queue[1], GAZETTEER)[0].place.id == "khankendi"
    both = {match.place.id for match in candidates(queue[2], GAZETTEER)}
    assert both == {"t", "tt"}


def test_what_was_decided_is_in_the_queue_no_more() -> None:
    decided = GAZETTEER.deciding(
        {
            place_key(text): place
            for text, place in (
                ("Lernamut", ""),
                ("Stepankert", "khankendi"),
                ("Twinshen", "tt"),
            )
        }
    )
    assert [one.texts[0] for one in _queue(decided)] == ["Uzhgabert"]


def test_following_a_picture_gives_what_looking_anew_gives() -> None:
    rules = replace(Rules.shipped(), gazetteer=GAZETTEER)
    texts = PlaceTexts(GAZETTEER)
    reports = _reports()
    before = build(reports[:3], rules, AS_OF)
    assert texts.of(before) == unplaced(before, GAZETTEER)
    after = update(before, reports[3:])
    assert texts.of(after) == unplaced(after, GAZETTEER)
    signed = Signed(EXERCISE_KEY, "officer", AS_OF)
    gone = update(after, [withdraw_reports([r.id for r in reports[1:4]], signed)])
    assert texts.of(gone) == unplaced(gone, GAZETTEER)
    assert [one.texts[0] for one in texts.of(gone)] == [
        "Lernamut",
        "Twinshen",
        "Uzhgabert",
    ]


def test_who_and_where_stand_behind_the_numbers(queue: tuple[Unplaced, ...]) -> None:
    first = queue[0]
    assert len(first.who) == first.people
    assert len(first.reports) == 3
    assert queue[2].shared == ("t", "tt")


def test_a_shared_name_beside_its_district_is_no_doubt() -> None:
    area = Area("d1", 2, ("Mirtown",))
    inside = replace(_village("t"), areas=("d1",))
    gazetteer = Gazetteer([inside, _village("tt")], areas=[area])
    rules = replace(Rules.shipped(), gazetteer=gazetteer)
    fields = {"settlement": "Twinshen", "result": "empty", "how": "knocked"}
    clear = {**fields, "address": "Mirtown district"}
    visits = [
        make_report(EXERCISE_KEY, ReportKind.VISIT, "team 1", stated)
        for stated in (fields, clear)
    ]
    (left,) = unplaced(build(visits, rules, AS_OF), gazetteer)
    assert left.reports == (visits[0].id,)


def test_a_settlement_is_taken_out_of_an_address_that_has_one() -> None:
    fields = {"address": "Uzhgabert, Walnut St. 3", "result": "empty", "how": "knocked"}
    visit = make_report(EXERCISE_KEY, ReportKind.VISIT, "team 1", fields)
    (found,) = unplaced(build([visit], Rules.shipped(), AS_OF), Gazetteer.demo())
    assert (found.texts, found.reports) == (("Uzhgabert",), (visit.id,))
