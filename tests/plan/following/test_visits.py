import pytest

from stillhere.plan.following import FollowUp, WhatFor, days_without_help, follow_ups
from stillhere.reports import Report
from stillhere.vocabulary import ReportKind
from tests.plan.town import ATLAS, EVERYBODY, RULES, arrival, entry, scene

NOW = "2023-10-09T08:00:00+04:00"
BLOCK, HOUSE = "khankendi/B1/2", "khankendi/B2/1"
W = WhatFor


def found(
    event: str = "found", address: str = "Walnut Street 3", **more: str
) -> Report:
    said = {"name": "Hakobyan Gayane", "birth_date": "1981-12-24", "event": event}
    where = {"settlement": "Khankendi", "address": address, "date": "2023-10-08T10:00"}
    return entry(ReportKind.PERSON, {**said, **where, **more}, "team 1")


def seen(
    address: str = "Walnut Street 3", day: str = "2023-10-08", **more: str
) -> Report:
    said = {
        "settlement": "Khankendi",
        "address": address,
        "date": day,
        "how": "knocked",
    }
    return entry(
        ReportKind.VISIT, {**said, "result": "people_present", **more}, "team 2"
    )


def need(what: str, day: str = "2023-10-07", **more: str) -> Report:
    said = {"what": what, "settlement": "Khankendi", "date": day}
    return entry(ReportKind.NEED, {**said, "address": "Walnut Street 3", **more})


def listed(*reports: Report, now: str = NOW) -> tuple[FollowUp, ...]:
    return follow_ups(scene(EVERYBODY, *reports).picture, ATLAS, RULES, now)


def only(*reports: Report) -> FollowUp:
    (one,) = listed(*reports)
    return one


def test_nobody_found_and_nothing_needed_is_no_follow_up() -> None:
    assert listed() == ()


def test_who_is_found_waits_for_a_seat_and_is_seen_again_in_time() -> None:
    one = only(found())
    assert (one.key, one.people, one.overdue) == (HOUSE, 1, False)
    assert one.why.purposes == (W.SEAT,)
    assert (one.since, one.due) == ("2023-10-08T10:00+04:00", "2023-10-09T10:00+04:00")


def test_who_chose_to_stay_is_seen_again_later() -> None:
    one = only(found("chose_to_stay"))
    assert one.why.purposes == (W.STAYS,)
    assert one.due == "2023-10-11T10:00+04:00"


@pytest.mark.parametrize(
    ("care", "purpose"),
    [
        ("depends on medicine", W.MEDICINE),
        ("depends on power", W.POWER),
        ("stretcher", W.CARE),
    ],
)
def test_what_is_stated_of_somebody_found_is_a_purpose(care: str, purpose: W) -> None:
    assert purpose in only(found(care=care)).why.purposes


def test_who_lives_alone_or_is_a_child_alone_is_told_like_everybody() -> None:
    for care in ("lives alone", "child alone"):
        sentence = only(found(care=care)).why.sentence
        assert sentence.startswith("1 person was found here: a seat to leave")
        assert "alone" not in sentence
        assert "child" not in sentence


def test_who_arrived_after_the_find_is_followed_no_more() -> None:
    came = arrival("Hakobyan Gayane", "1981-12-24", day="2023-10-09")
    other = arrival("Hakobyan Artur", "1979-09-01", day="2023-10-09")
    assert listed(found(), came, other) == ()


def test_a_need_nobody_met_is_due_by_how_urgent_it_is() -> None:
    plain, urgent = only(need("heating")), only(need("heating", urgency="at once"))
    assert plain.due == "2023-10-08T00:00+04:00"
    assert urgent.due == "2023-10-07T02:00+04:00"
    assert plain.why.sentence == "Something is needed here: heating."
    assert plain.overdue
    assert plain.people == 0


@pytest.mark.parametrize("met", ["2023-10-08", "2023-10-07"])
def test_a_need_that_was_met_is_due_no_more(met: str) -> None:
    assert listed(need("food"), need("food", day=met, met=met, note="later")) == ()


def test_another_need_being_met_changes_nothing() -> None:
    one = only(need("food"), need("water", day="2023-10-08", met="2023-10-08"))
    assert one.why.purposes == (W.FOOD,)


def test_what_was_given_on_the_spot_begins_its_time_anew_and_no_other() -> None:
    bread = seen(given="хлеб и вода", day="2023-10-09T07:00")
    one = only(need("food"), need("heating"), bread)
    assert one.why.purposes == (W.HEAT, W.SEAT, W.FOOD)
    assert one.due == "2023-10-08T00:00+04:00"
    assert one.since == "2023-10-09T07:00+04:00"


def test_who_was_met_without_a_name_is_followed_as_well() -> None:
    one = only(seen("Walnut Street 1", flat="2", people="3"))
    assert (one.key, one.people) == (BLOCK, 3)
    assert one.why.sentence.startswith("3 people were found here:")


def test_a_door_entered_and_empty_later_is_followed_no_more() -> None:
    empty = seen(result="empty", how="entered", day="2023-10-09")
    assert listed(found(), empty) == ()
    assert listed(found(), seen(result="empty", how="entered", day="2023-10-07"))


def test_the_overdue_come_first_then_by_due_time() -> None:
    late = need("medicine", day="2023-10-05")
    soon = found("chose_to_stay", "Mill Street 1", name="Petrosyan Lena", birth_date="")
    dues = [one.due for one in listed(soon, late, seen("Mill Street 5"))]
    assert dues == sorted(dues)
    states = [one.overdue for one in listed(soon, late, seen("Mill Street 5"))]
    assert states == [True, True, False]


def test_without_a_date_help_is_due_at_once() -> None:
    one = only(need("medicine", day=""))
    assert one.overdue
    assert days_without_help(one, NOW) is None


def test_days_without_help_are_counted_when_the_list_is_read() -> None:
    one = only(need("food", day="2023-10-05"))
    assert days_without_help(one, NOW) == 4
    assert days_without_help(one, "2023-10-12T08:00:00+04:00") == 7


def test_every_follow_up_cites_the_reports_behind_it() -> None:
    person, wanted, met = found(), need("water"), seen(given="water")
    assert set(only(person, wanted, met).why.cites) == {person.id, wanted.id, met.id}
