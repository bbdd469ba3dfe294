"""What is read of a statement: pure in it, its list and the places."""

from dataclasses import replace
from typing import Any

import pytest

from stillhere.identity import ListTraits
from stillhere.identity import features as f
from stillhere.identity.doors import TOWN_PLACE, UNKNOWN_PLACE
from stillhere.reports.statements import PersonStatement, WrittenName, WrittenPlace
from stillhere.vocabulary.people import PersonEvent, Sex
from tests.identity.made import TRAITS, born, built, mention, slots

ROW = mention(
    "register",
    1,
    "Levon",
    family="Melikyan",
    birth=born(1950, 3, 7),
    sex=Sex.MALE,
    documents=("AB1", "CD2", "EF3"),
    phones=("374000001",),
    place=WrittenPlace(settlement="Stepanakert", address="Garden street 4, 2"),
    household="12",
)


def columns(*rows: PersonStatement) -> list[dict[str, list[Any]]]:
    index = built(list(rows))
    features = index.world.features
    words = index.world.vocabulary
    found = []
    for slot in slots(index, *rows).tolist():
        tokens = [words.text(n) for n in features.tokens.view[slot]]
        found.append(
            {
                "tokens": tokens,
                "small": features.small.view[slot].tolist(),
                "wide": features.wide.view[slot].tolist(),
                "lists": features.lists.view[slot].tolist(),
            }
        )
    return found


def test_a_full_row_fills_every_column() -> None:
    (row,) = columns(ROW)
    assert row["tokens"][:2] == ["levon", "melikyan"]
    assert row["small"] == [1950, 1950, 3, 7, 0, 2, 1, TOWN_PLACE]
    stated = [f.PLACE, f.HOUSE, f.DWELLING, f.DOC_A, f.DOC_B, f.PHONE_A, f.GROUP]
    assert all(row["wide"][column] for column in stated)
    assert row["wide"][f.PHONE_B] == row["wide"][f.VEHICLE] == 0
    high, low = row["wide"][f.ID_HIGH], row["wide"][f.ID_LOW]
    assert f"{high:016x}{low:016x}" == ROW.report
    assert row["lists"] == [0, f.NO_ORDINAL, f.ONCE | f.ANCHOR]


def test_an_empty_row_fills_none() -> None:
    (row,) = columns(mention("calls", 1))
    assert row["tokens"] == [""] * 5
    assert row["small"] == [0, 0, 0, 0, 0, 0, 1, UNKNOWN_PLACE]
    assert row["wide"][: f.ID_HIGH] == [0] * f.ID_HIGH


def test_a_row_is_read_alike_whatever_stands_beside_it() -> None:
    others = [mention("calls", n, "Anush", family="Danielyan") for n in range(3)]
    alone, (*_, among) = columns(ROW)[0], columns(*others, ROW)
    assert among["tokens"] == alone["tokens"]
    assert among["small"] == alone["small"]
    assert among["wide"] == alone["wide"]


@pytest.mark.parametrize(
    "name", ["Xankəndi", "Ստեփանակերտ", "Степанакерт", "Khankendi"]
)
def test_every_name_of_a_place_is_one_place(name: str) -> None:
    place = WrittenPlace(settlement=name)
    one, two = columns(ROW, replace(ROW, report=mention("a", 2).report, place=place))
    assert one["wide"][f.PLACE] == two["wide"][f.PLACE] != 0


def test_an_origin_stands_for_a_settlement_that_is_not_stated() -> None:
    (row,) = columns(mention("arrivals", 1, origin="Stepanakert"))
    assert row["wide"][f.PLACE] == columns(ROW)[0]["wide"][f.PLACE]


def test_one_whole_name_reads_like_its_parts() -> None:
    whole = WrittenName(full="Melikyan Levon", order="family_given")
    (row,) = columns(mention("calls", 1, name=whole))
    assert row["tokens"] == columns(ROW)[0]["tokens"]


def test_the_head_of_a_household_names_it_where_no_number_does() -> None:
    rows = [mention("arrivals", n, head="Levon Melikyan") for n in range(2)]
    one, two = columns(*rows)
    assert one["wide"][f.GROUP] == two["wide"][f.GROUP] != 0


def test_a_passenger_list_that_numbers_its_rows_is_a_vehicle() -> None:
    boarded = mention("bus", 1, ordinal=4, event=PersonEvent.BOARDED)
    resident = mention("calls", 2, ordinal=4)
    one, two = columns(boarded, resident)
    assert one["wide"][f.VEHICLE] != 0
    assert two["wide"][f.VEHICLE] == 0
    assert one["lists"][f.ORDINAL] == 4


def test_a_senseless_ordinal_stays_within_bounds() -> None:
    (row,) = columns(mention("bus", 1, vehicle="1", ordinal=10**15))
    assert row["lists"][f.ORDINAL] == 1 << 29


def test_a_list_never_declared_has_no_traits() -> None:
    assert f.traits_of({}, "new") == ListTraits("new", once=False, register=False)
    assert f.traits_of(TRAITS, "bus").once
