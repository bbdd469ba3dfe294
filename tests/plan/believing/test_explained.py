"""What is told of a dwelling is what is believed of it, and never that anybody asks."""

import pytest

from stillhere.ledger import PlaceKey
from stillhere.plan.believing import belief
from stillhere.plan.believing.explained import Explained, explain
from stillhere.reports import Report
from tests.plan.town import (
    ALONE,
    ATLAS,
    EVERYBODY,
    FAMILY,
    RULES,
    call,
    ids,
    request,
    scene,
    visit,
)

LONELY, HOME, SILENT = (
    PlaceKey(f"khankendi/{door}") for door in ("B1/2", "B1/1", "B2/1")
)
EMPTY = PlaceKey("khankendi/B4/1")


def told(key: PlaceKey, *more: Report) -> Explained:
    """Of a door of the town, after some more reports."""
    return explain(scene(EVERYBODY, *more).picture, ATLAS, RULES, key)


def test_every_door_is_told_with_the_numbers_that_are_believed_of_it() -> None:
    more = (visit("Walnut Street 1", "2"), call("Walnut Street 3"))
    found = scene(EVERYBODY, *more)
    for key, door in found.believed.doors.items():
        explained = explain(found.picture, ATLAS, RULES, key)
        assert explained.door == door
        parts = sum(home.expected for home in explained.homes) + explained.elsewhere
        assert parts == door.expected


def test_a_household_is_told_by_what_is_known_of_its_people() -> None:
    family, lonely, silent = (told(k).homes[0] for k in (HOME, LONELY, SILENT))
    assert (family.size, family.people, family.silent) == (3, 3, 0)
    assert family.linked + family.strong == 3
    assert (lonely.people, lonely.silent, lonely.older) == (1, 1, 1)
    assert (silent.people, silent.silent, silent.older) == (2, 2, 0)


def test_only_numbers_that_matter_here_are_told_each_with_its_source() -> None:
    rates = {f"{rate.section}.{rate.name}": rate for rate in told(LONELY).rates}
    assert "stayed.alone_old" in rates
    assert "stayed.old_couple" not in rates
    assert "found.knock_mean" not in rates
    assert all(rate.source for rate in rates.values())
    name, door = "alone_old", told(LONELY).door
    number = RULES.number("stayed", name)
    other = belief(
        scene().picture, ATLAS, RULES.changed("stayed", **{name: number // 2})
    )
    assert rates["stayed.alone_old"].halved == other.door(LONELY).expected
    assert rates["stayed.alone_old"].halved < door.expected


def test_a_dwelling_no_list_names_rests_on_the_rates_for_such() -> None:
    found = told(EMPTY)
    assert found.homes == ()
    assert found.cites == ()
    assert {rate.name for rate in found.rates} == {
        *("not_in_register", "somebody_else", "per_dwelling_hundredths"),
    }


def test_calls_and_visits_are_told_with_what_they_multiply() -> None:
    before, knock = told(LONELY), visit("Walnut Street 1", "2")
    assert (before.missed, before.met) == (1_000_000, False)
    after = told(LONELY, knock)
    assert after.missed == 1_000_000 - RULES.number("found", "knock_mean")
    assert "knock_mean" in {rate.name for rate in after.rates}
    assert after.door.expected < before.door.expected
    ring = call("Walnut Street 1", "2")
    called = told(LONELY, ring)
    assert called.called > before.called
    assert ids(ring) <= {*called.cites}
    assert ids(knock) <= {*after.cites}


def test_where_somebody_was_met_nobody_is_expected_any_more() -> None:
    found = told(LONELY, visit("Walnut Street 1", "2", result="people_present"))
    assert found.met
    assert (found.door.expected, found.homes[0].expected, found.rates) == (0, 0, ())


@pytest.mark.parametrize("key", [LONELY, SILENT])
def test_a_request_is_weighed_and_neither_counted_nor_cited(key: PlaceKey) -> None:
    asks = (
        request("Sargsyan Siranush", "1939-02-14", "Walnut Street 1", "2"),
        request("Nobody Known", "1950-01-01", "Walnut Street 3"),
    )
    before, after = told(key), told(key, *asks)
    assert after.door.expected > before.door.expected
    assert not ids(*asks) & {*after.cites}
    assert after.cites == before.cites
    plain = [home._replace(expected=0) for home in before.homes]
    assert [home._replace(expected=0) for home in after.homes][: len(plain)] == plain
    assert not any(rate.section == "asked" for rate in after.rates)


def test_reports_of_a_household_are_those_of_its_people() -> None:
    assert ids(*ALONE) == {*told(LONELY).cites}
    assert ids(*FAMILY) == {*told(HOME).cites}
