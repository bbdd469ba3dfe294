import pytest

from stillhere.ledger import PlaceKey
from stillhere.vocabulary import ReportKind
from tests.plan.town import EVERYBODY, VILLAGE, call, entry, scene


@pytest.mark.parametrize("x_km", ["NaN", "-Infinity", "1e30", "40001", "east"])
def test_a_point_that_is_none_on_earth_speaks_for_no_door(x_km: str) -> None:
    fields = {"note": "Somebody waves.", "x_km": x_km, "y_km": "0"}
    call = entry(ReportKind.CALL, dict(fields), "hotline")
    assert not scene(EVERYBODY, call).believed.calls


def test_a_point_speaks_for_the_doors_around_it() -> None:
    fields = {"note": "Somebody waves.", "x_km": "0.2", "y_km": "0"}
    call = entry(ReportKind.CALL, dict(fields), "hotline")
    assert "khankendi/B2/1" in scene(EVERYBODY, call).believed.calls


def test_a_call_about_a_village_raises_its_doors_and_one_about_a_town_none() -> None:
    elsewhere = call("Mill Street 1")
    before = scene(EVERYBODY, elsewhere).believed.places
    for place, raised in ((VILLAGE, "x-hollow"), ("Khankendi", "")):
        fields = {"settlement": place, "date": "2023-10-05", "note": "Two are there."}
        told = entry(ReportKind.CALL, dict(fields), "hotline")
        after = scene(EVERYBODY, elsewhere, told).believed.places
        higher = {k for k in after if after[k].expected > before[k].expected}
        assert higher == {PlaceKey(raised)} - {""}
