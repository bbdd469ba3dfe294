"""Seats told for those on a vehicle whose list states none."""

from stillhere.intake.riding import seats_told
from stillhere.reports.profile import Column, Profile
from stillhere.vocabulary import ReportKind
from stillhere.vocabulary.fields import Field

HEADERS = ("list", "name", "bus", "no", "party")
MEANT = (Field.LIST, Field.NAME, Field.VEHICLE, Field.ORDINAL, Field.PARTY)
PROFILE = Profile(
    "left",
    ReportKind.PERSON,
    tuple(Column(h, f) for h, f in zip(HEADERS, MEANT, strict=True)),
)
FAMILIES = ["Anna Hakobyan", "Levon Petrosyan", "Gurgen Hakobyan", "Petrosyan Ara"]


def told(*rows: str, profile: Profile = PROFILE) -> dict[int, int]:
    cells = [(line, row.split(",")) for line, row in enumerate(rows, start=2)]
    return seats_told(profile, HEADERS, cells)


def test_those_of_one_family_name_sit_together() -> None:
    seats = told(*(f"one,{name},7,," for name in FAMILIES))
    by_seat = [FAMILIES[line - 2] for line in sorted(seats, key=seats.__getitem__)]
    assert by_seat == [
        "Anna Hakobyan",
        "Gurgen Hakobyan",
        "Levon Petrosyan",
        "Petrosyan Ara",
    ]


def test_every_vehicle_of_every_list_has_seats_of_its_own() -> None:
    seats = told("one,A Babayan,7,,", "two,B Babayan,7,,", "one,C Babayan,8,,")
    assert seats == {2: 0, 3: 0, 4: 0}


def test_seats_that_are_stated_are_left_as_they_are() -> None:
    assert told("one,A Babayan,7,1,", "one,B Babayan,7,2,", "one,C Babayan,7,40,") == {}


def test_a_running_number_of_the_whole_list_gives_the_order_alone() -> None:
    assert told("one,A B,7,900,", "one,C D,7,20,", "one,E F,7,5000,") == {
        2: 1,
        3: 0,
        4: 2,
    }


def test_who_is_in_a_party_or_on_no_vehicle_needs_no_seat() -> None:
    assert told("one,A Babayan,7,,3", "one,B Babayan,,,") == {}


def test_a_list_without_vehicles_has_no_seats() -> None:
    bare = Profile("left", ReportKind.PERSON, PROFILE.columns[:2])
    assert told("one,A Babayan,7,,", profile=bare) == {}


def test_seats_do_not_depend_on_where_the_rows_stand() -> None:
    rows = [f"one,{name},7,," for name in FAMILIES]
    there, back = told(*rows), told(*reversed(rows))
    assert {rows[line - 2]: seat for line, seat in there.items()} == {
        rows[-1 - (line - 2)]: seat for line, seat in back.items()
    }
