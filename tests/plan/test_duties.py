"""What comes before the index: overdue visits, settlements owed one, searches ended."""

from stillhere.ledger import PlaceKey
from stillhere.plan import Clearances, Duties, Plan, crew, duties, next_stops
from stillhere.plan.following import DueStop, FollowReason, WhatFor
from stillhere.vocabulary import ReportKind
from tests.plan import town
from tests.plan.town import ATLAS, RULES, Scene, scene

VILLAGE_DOOR = PlaceKey("x-hollow/V1/1")
FAR = PlaceKey("khankendi/B4/1")
LONELY = PlaceKey("khankendi/B1/2")
HOUR_0 = "2023-10-04T08:00:00+04:00"


def planned(begin: Duties, teams: int = 1, known: Scene | None = None) -> Plan:
    there = known or scene()
    return next_stops(
        there.picture,
        there.believed,
        ATLAS,
        crew(teams),
        Clearances.declared(),
        RULES,
        duties=begin,
    )


def keys(plan: Plan, team: int = 0) -> list[str]:
    return [stop.key for stop in plan.teams[team].stops]


def due(key: PlaceKey, due_s: int) -> DueStop:
    why = FollowReason(1, (WhatFor.FOOD,), ())
    return DueStop(ATLAS.index[key], key, due_s, 1, why)


def test_an_overdue_visit_comes_before_every_new_door_and_says_what_for() -> None:
    plan = planned(Duties(due=(due(FAR, -60),)))
    first = plan.teams[0].stops[0]
    assert first.key == FAR
    assert first.reason == "1 person was found here: food."
    assert keys(planned(Duties()))[0] != FAR


def test_a_visit_that_is_not_due_yet_waits_until_it_is() -> None:
    plan = planned(Duties(due=(due(FAR, 1800),)))
    at = keys(plan).index(FAR)
    assert at > 0
    assert plan.teams[0].stops[at].arrive_s >= 1800


def test_a_due_visit_stands_on_one_sheet_only() -> None:
    plan = planned(Duties(due=(due(FAR, -60), due(VILLAGE_DOOR, -30))), teams=2)
    doors = [*keys(plan, 0), *keys(plan, 1)]
    assert doors.count(FAR) == doors.count(VILLAGE_DOOR) == 1


def test_a_settlement_that_is_owed_a_visit_comes_before_the_index() -> None:
    plan = planned(Duties(owed=(PlaceKey("x-hollow"),)))
    assert keys(plan)[0].startswith("x-hollow/")
    assert not keys(planned(Duties()))[0].startswith("x-hollow/")


def test_without_a_clearance_nothing_is_owed_or_due() -> None:
    there = scene()
    cleared = Clearances(places=(PlaceKey("khankendi"),))
    begin = Duties(due=(due(VILLAGE_DOOR, -60),), owed=(PlaceKey("x-hollow"),))
    plan = next_stops(
        there.picture, there.believed, ATLAS, crew(1), cleared, RULES, duties=begin
    )
    assert keys(plan)
    assert all(key.startswith("khankendi/") for key in keys(plan))


def test_where_a_person_ended_the_search_no_new_door_is_taken() -> None:
    ended = frozenset({LONELY})
    assert LONELY in keys(planned(Duties()))
    assert LONELY not in keys(planned(Duties(ended=ended)))


def owed_on(day: int, known: Scene) -> tuple[PlaceKey, ...]:
    now = f"2023-10-{4 + day:02}T08:00:00+04:00"
    return duties(known.picture, ATLAS, RULES, now, HOUR_0).owed


def test_a_settlement_nobody_knocked_in_is_owed_a_visit_on_the_last_day_for_it() -> (
    None
):
    last = RULES.number("time", "settlement_by_day") - 1
    known = scene(town.EVERYBODY, town.visit("Walnut Street 1", "1"))
    assert owed_on(last - 1, known) == ()
    assert owed_on(last, known) == owed_on(last + 4, known) == (PlaceKey("x-hollow"),)
    knocked = scene(town.EVERYBODY, town.visit("School Street 1"))
    assert owed_on(last, knocked) == (PlaceKey("khankendi"),)


def test_a_drive_through_a_village_leaves_it_owed() -> None:
    fields = {"settlement": town.VILLAGE, "how": "passed", "result": "nobody_answered"}
    passed = town.entry(ReportKind.VISIT, dict(fields), "drive")
    assert PlaceKey("x-hollow") in owed_on(4, scene(town.EVERYBODY, passed))


def test_where_nobody_said_when_the_search_began_nothing_is_owed() -> None:
    known = scene()
    assert duties(known.picture, ATLAS, RULES, town.AS_OF, None).owed == ()


def test_where_the_beginning_names_no_day_no_settlement_is_owed_a_visit() -> None:
    late = "2023-10-09T08:00:00+04:00"
    known = scene().picture
    assert duties(known, ATLAS, RULES, late, HOUR_0).owed
    for begun in (None, "2023-10", "soon"):
        assert not duties(known, ATLAS, RULES, late, begun).owed
