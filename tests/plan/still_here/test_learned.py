from stillhere.plan.still_here.learned import factor
from stillhere.reports import Json, Report
from stillhere.vocabulary import ReportKind
from tests.plan.town import ATLAS, EVERYBODY, RULES, entry, scene, visit

UNSURE = RULES.changed("still_here", common_error=500_000)


def met(address: str) -> Report:
    fields: dict[str, Json] = {"settlement": "Khankendi", "address": address}
    fields |= {"how": "knocked", "result": "people_present", "people": "1"}
    return entry(ReportKind.VISIT, fields, f"met {address}")


def learned(*reports: Report) -> tuple[float, float, int, int]:
    one = scene(EVERYBODY, *reports)
    return tuple(factor(one.picture, one.believed, ATLAS, UNSURE))  # type: ignore[return-value]


def test_without_visits_the_table_stands() -> None:
    share, error, found, vain = learned()
    assert abs(share - 1) < 1e-6
    assert (error, found, vain) == (0.25, 0, 0)


def test_a_knock_in_vain_at_a_likely_door_lowers_and_at_an_unlikely_one_hardly() -> (
    None
):
    likely, *_ = learned(visit("Walnut Street 1", "2"))
    unlikely, *_ = learned(visit("Mill Street 1"))
    assert likely < unlikely < 1
    assert unlikely > 0.98


def test_people_met_raise_and_make_surer() -> None:
    share, error, found, vain = learned(met("Mill Street 1"), met("Mill Street 5"))
    assert share > 1.2
    assert error < 0.25
    assert (found, vain) == (2, 0)


def test_without_a_common_error_nothing_is_learned() -> None:
    one = scene(EVERYBODY, met("Mill Street 1"))
    sure = RULES.changed("still_here", common_error=0)
    assert factor(one.picture, one.believed, ATLAS, sure) == (1.0, 0.0, 0, 0)
