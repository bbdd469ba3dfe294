import pytest

from stillhere.ledger import Conflict, Entry
from stillhere.vocabulary import PersonEvent, Status
from tests.ledger.made import entry, link, mention, rid

E = PersonEvent


def _status(*words: tuple[PersonEvent, str | None]) -> Entry:
    mentions = [
        mention(n, event, date=date) for n, (event, date) in enumerate(words, 1)
    ]
    return entry(*mentions)


def _kinds(found: tuple[Conflict, ...]) -> list[str]:
    return [conflict.kind for conflict in found]


@pytest.mark.parametrize("claim", [E.RESIDENT, E.SOUGHT, E.SERVED, E.SEEN])
def test_a_claim_without_a_word_is_unaccounted(claim: PersonEvent) -> None:
    assert _status((claim, "2023-10-01")).status is Status.UNACCOUNTED


@pytest.mark.parametrize(
    ("event", "status"),
    [
        (E.BOARDED, Status.LEFT),
        (E.DEPARTED, Status.LEFT),
        (E.ARRIVED, Status.ARRIVED),
        (E.FOUND, Status.FOUND),
        (E.CHOSE_TO_STAY, Status.CHOSE_TO_STAY),
        (E.COULD_NOT_LEAVE, Status.COULD_NOT_LEAVE),
        (E.IN_CARE, Status.IN_CARE),
        (E.RETURNED, Status.RETURNED),
    ],
)
def test_a_word_gives_its_status(event: PersonEvent, status: Status) -> None:
    found = _status((E.RESIDENT, None), (event, "2023-09-27"))
    assert found.status is status
    assert found.since == "2023-09-27"
    assert found.cites("status") == (rid(2),)


def test_an_arrival_counts_before_a_departure_whatever_the_dates() -> None:
    found = _status((E.ARRIVED, "2023-09-26"), (E.BOARDED, "2023-09-27"))
    assert found.status is Status.ARRIVED
    assert _kinds(found.conflicts) == ["order"]
    sides = found.conflicts[0].sides
    assert [side.value for side in sides] == ["arrived", "boarded"]


def test_boarding_before_arriving_is_no_conflict() -> None:
    found = _status((E.BOARDED, "2023-09-26"), (E.ARRIVED, "2023-09-27"))
    assert found.conflicts == ()


def test_who_was_found_and_left_later_has_left_without_conflict() -> None:
    found = _status((E.FOUND, "2023-09-29"), (E.ARRIVED, "2023-10-01"))
    assert found.status is Status.ARRIVED
    assert found.conflicts == ()


def test_who_left_and_was_found_later_is_found_with_both_sides_kept() -> None:
    found = _status((E.ARRIVED, "2023-09-27"), (E.FOUND, "2023-10-02"))
    assert found.status is Status.FOUND
    assert _kinds(found.conflicts) == ["status"]
    assert [s.value for s in found.conflicts[0].sides] == ["found", "arrived"]


def test_who_came_back_and_is_found_is_no_conflict() -> None:
    found = _status(
        (E.ARRIVED, "2023-09-27"), (E.RETURNED, "2023-10-01"), (E.FOUND, "2023-10-02")
    )
    assert found.status is Status.FOUND
    assert found.conflicts == ()


def test_without_a_date_the_order_is_unknown_and_said_so() -> None:
    found = _status((E.ARRIVED, None), (E.CHOSE_TO_STAY, None))
    assert found.status is Status.CHOSE_TO_STAY
    assert _kinds(found.conflicts) == ["status"]


def test_a_time_of_day_does_not_beat_a_plain_date_of_the_same_day() -> None:
    found = _status((E.FOUND, "2023-10-02"), (E.IN_CARE, "2023-10-02T09:00"))
    assert found.status is Status.FOUND


def test_care_after_arriving_is_no_conflict() -> None:
    found = _status((E.ARRIVED, "2023-09-27"), (E.IN_CARE, "2023-09-30"))
    assert found.status is Status.IN_CARE
    assert found.conflicts == ()


def test_who_is_seen_after_leaving_keeps_the_status_and_the_conflict() -> None:
    found = _status((E.ARRIVED, "2023-09-27"), (E.SEEN, "2023-10-01"))
    assert _kinds(found.conflicts) == ["seen_after_leaving"]


def test_a_list_of_the_dead_makes_nobody_dead() -> None:
    found = _status((E.RESIDENT, None), (E.DEAD, "2023-09-29"))
    assert found.status is Status.UNACCOUNTED
    assert _kinds(found.conflicts) == ["reported_dead"]
    assert found.conflicts[0].sides[-1].report == rid(2)


def test_a_dead_row_alone_is_still_somebody_without_word() -> None:
    found = _status((E.DEAD, "2023-09-29"))
    assert found.status is Status.UNACCOUNTED
    assert found.last_word is None


def test_the_last_word_is_the_latest_date_somebody_met_them() -> None:
    found = _status((E.SOUGHT, "2023-10-05"), (E.SEEN, "2023-10-01"), (E.FOUND, None))
    assert found.last_word == "2023-10-01"


def test_links_do_not_change_what_was_said() -> None:
    one = mention(1, E.RESIDENT)
    two = mention(2, E.ARRIVED, date="2023-09-27")
    assert entry(one, two).words == entry(one, two, links=[link(1, 2)]).words
