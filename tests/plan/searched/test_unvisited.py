import pytest

from stillhere.ledger import PlaceKey
from stillhere.plan.searched import days_between, not_visited
from stillhere.reports import Report
from stillhere.vocabulary import ReportKind
from tests.plan.town import ATLAS, EVERYBODY, RULES, VILLAGE, entry, scene

HOUR_0 = "2023-10-01T00:00:00+04:00"


def village_round(how: str, result: str = "nobody_answered") -> Report:
    said = {"settlement": VILLAGE, "how": how, "result": result, "date": "2023-10-06"}
    return entry(ReportKind.VISIT, said)


def told(*visits: Report, hour_0: str | None = HOUR_0) -> dict[str, tuple[int, bool]]:
    made = scene(EVERYBODY, *visits)
    found = not_visited(made.picture, ATLAS, made.believed, RULES, hour_0)
    return {one.key: (one.days, one.passed) for one in found}


def test_a_village_never_visited_is_named_with_its_expected_people() -> None:
    made = scene()
    found = not_visited(made.picture, ATLAS, made.believed, RULES, HOUR_0)
    (village,) = [one for one in found if one.key == "x-hollow"]
    assert village.expected == made.believed.places[PlaceKey("x-hollow")].expected > 0
    assert (village.doors, village.last, village.passed) == (2, None, False)
    assert village.known


def test_a_name_no_table_has_is_told_apart_from_places() -> None:
    said = {"settlement": "Nowhere at all", "note": "somebody is there"}
    made = scene(EVERYBODY, entry(ReportKind.CALL, said))
    found = not_visited(made.picture, ATLAS, made.believed, RULES, HOUR_0)
    unknown = [one.key for one in found if not one.known]
    assert len(unknown) == 1
    assert unknown[0].startswith("~")


@pytest.mark.parametrize(
    ("how", "result"),
    [("called_through", "nobody_answered"), ("passed", "people_present")],
)
def test_spoken_with_or_called_through_is_visited(how: str, result: str) -> None:
    assert "x-hollow" not in told(village_round(how, result))


@pytest.mark.parametrize("how", ["passed", "called_out", "knocked"])
def test_anything_less_is_passed_and_counts_days_from_then(how: str) -> None:
    assert told(village_round(how))["x-hollow"] == (3, True)


def test_a_place_rises_with_every_day_by_the_share_in_the_rules() -> None:
    made = scene()
    early, late = (
        next(
            one
            for one in not_visited(made.picture, ATLAS, made.believed, RULES, hour_0)
            if one.key == "x-hollow"
        )
        for hour_0 in ("2023-10-09", "2023-09-29")
    )
    assert (early.days, late.days) == (0, 10)
    assert early.rank == early.expected == late.expected
    assert late.rank == 3 * late.expected


def test_without_an_hour_0_no_days_are_counted_before_a_visit() -> None:
    assert told(hour_0=None)["x-hollow"] == (0, False)


def test_days_are_whole_and_never_below_none() -> None:
    assert days_between("2023-10-05T23:00:00+04:00", "2023-10-07") == 2
    assert days_between("2023-10-07", "2023-10-05") == 0
    assert (
        days_between("some day", "2023-10-05") == days_between(None, "2023-10-05") == 0
    )
