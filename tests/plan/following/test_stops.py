from stillhere.plan.following import DueStop, due_stops, follow_ups
from stillhere.reports import Report
from stillhere.vocabulary import ReportKind
from tests.plan.town import ATLAS, EVERYBODY, RULES, entry, scene

NOW = "2023-10-09T08:00:00+04:00"


def need(address: str, day: str) -> Report:
    said = {"what": "water", "settlement": "Khankendi", "date": day, "address": address}
    return entry(ReportKind.NEED, {k: v for k, v in said.items() if v})


def stops(*reports: Report, within_s: int = 36_000) -> tuple[DueStop, ...]:
    listed = follow_ups(scene(EVERYBODY, *reports).picture, ATLAS, RULES, NOW)
    return due_stops(listed, ATLAS, NOW, within_s)


def test_stops_are_dwellings_in_the_order_they_are_due() -> None:
    late = need("Walnut Street 3", "2023-10-06T08:00")
    soon = need("Mill Street 1", "2023-10-08T12:00")
    found = stops(soon, late)
    assert [stop.due_s for stop in found] == [-2 * 86_400, 4 * 3_600]
    assert [ATLAS.keys[stop.number] for stop in found] == [stop.key for stop in found]


def test_what_is_due_on_another_day_is_no_stop_of_this_one() -> None:
    soon = need("Mill Street 1", "2023-10-08T12:00")
    assert stops(soon, within_s=3_600) == ()


def test_a_place_without_a_known_door_is_left_to_a_person() -> None:
    assert stops(need("", "2023-10-06"), need("Walnut Street 1", "2023-10-06")) == ()
