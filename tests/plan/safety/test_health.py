"""Where the nearest help is: as it is said, and only where teams may go."""

from collections.abc import Callable

from stillhere.ledger import PlaceKey
from stillhere.plan.safety import HealthPost, help_said, nearest_health_post
from stillhere.reports import Report
from stillhere.vocabulary import ReportKind
from tests.plan.town import ATLAS, RULES, VILLAGE, entry, scene

TOWN, HOLLOW = PlaceKey("khankendi"), PlaceKey("x-hollow")
AT_TOWN = (PlaceKey("khankendi/B1/1"), PlaceKey("khankendi/B3/1"))
AT_HOLLOW = (PlaceKey("x-hollow/V1/1"),)


def post(
    settlement: str, state: str, date: str = "2023-10-03", source: str = "health"
) -> Report:
    """What a source says of the health post of a settlement."""
    fields = {"settlement": settlement, "service": "health post", "state": state}
    return entry(ReportKind.SERVICE, {**fields, "date": date}, source)


def anywhere(_place: PlaceKey) -> bool:
    return True


def nowhere(_place: PlaceKey) -> bool:
    return False


def nearest(
    doors: tuple[PlaceKey, ...],
    *reports: Report,
    open_to: Callable[[PlaceKey], bool] = anywhere,
) -> HealthPost | None:
    return nearest_health_post(scene(reports).picture, ATLAS, doors, open_to, RULES)


def test_the_quickest_to_reach_is_the_nearest() -> None:
    both = (post("Khankendi", "working"), post(VILLAGE, "working"))
    here, there = nearest(AT_TOWN, *both), nearest(AT_HOLLOW, *both)
    assert here is not None
    assert there is not None
    assert (here.place, there.place) == (TOWN, HOLLOW)
    assert here.travel_s < 300


def test_one_in_another_settlement_counts_where_teams_may_go() -> None:
    far = nearest(AT_HOLLOW, post("Khankendi", "working"))
    assert far is not None
    assert (far.place, far.travel_s > 900) == (TOWN, True)
    assert nearest(AT_HOLLOW, post("Khankendi", "working"), open_to=nowhere) is None


def test_the_settlement_of_the_doors_is_open_by_their_being_on_the_sheet() -> None:
    found = nearest(AT_HOLLOW, post(VILLAGE, "working"), open_to=nowhere)
    assert found is not None


def test_one_that_is_out_or_not_known_of_is_none() -> None:
    assert nearest(AT_TOWN, post("Khankendi", "out")) is None
    assert nearest(AT_TOWN, post("Khankendi", "unknown")) is None
    assert nearest(AT_TOWN) is None


def test_the_latest_word_on_it_counts_whoever_says_it() -> None:
    working = post("Khankendi", "working", "2023-10-02", "one")
    out = post("Khankendi", "out", "2023-10-04", "other")
    assert nearest(AT_TOWN, working, out) is None
    again = post("Khankendi", "partly", "2023-10-05", "one")
    found = nearest(AT_TOWN, working, out, again)
    assert found is not None
    assert found.partly
    assert found.report == again.id


def test_doors_no_table_has_lead_nowhere() -> None:
    assert nearest((PlaceKey("elsewhere/1/1"),), post("Khankendi", "working")) is None


def test_it_is_said_in_one_line_with_what_is_known_of_it() -> None:
    known = nearest(AT_TOWN, post("Khankendi", "partly"))
    assert known is not None
    said = help_said(known, "Khankendi · Stepanakert")
    assert said.startswith(
        "Nearest health post, said to work in part: Khankendi · Stepanakert, about "
    )
    assert help_said(None, "").startswith("No health post is known")
