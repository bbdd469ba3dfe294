"""A service is typed in; a health post that works stands on the sheets from then on."""

from collections.abc import Callable

import pytest
from django.test import Client

from stillhere.reports.statements import ServiceStatement
from stillhere.vocabulary.places import Service, ServiceState
from tests.desk.test_enter import picture, stored_last
from tests.desk.test_plan import _forget, handed_out  # noqa: F401 (a fixture)

POST = {"service": "health_post", "state": "working", "settlement": "Khankendi"}


@pytest.fixture
def medical(signed_in: Callable[[str], Client]) -> Client:
    """Somebody of medical dispatch."""
    return signed_in("medical")


def test_a_service_says_which_where_and_how_it_stands(medical: Client) -> None:
    medical.post("/enter/service/", {**POST, "team": "4", "date": "2023-10-05"})
    report = stored_last(medical)
    said = picture().statements[report.id]
    assert isinstance(said, ServiceStatement)
    assert (said.service, said.state) == (Service.HEALTH_POST, ServiceState.WORKING)
    assert said.date == "2023-10-05"
    assert report.source == "team 4"


@pytest.mark.parametrize("left_out", ["service", "state", "settlement"])
def test_what_is_left_out_is_asked_for_and_nothing_is_stored(
    medical: Client, left_out: str
) -> None:
    medical.post("/enter/service/", {k: v for k, v in POST.items() if k != left_out})
    assert "entered" not in medical.session


def test_a_day_that_lies_ahead_is_refused(medical: Client) -> None:
    page = medical.post("/enter/service/", {**POST, "since": "2099-01-01"})
    assert "This day lies ahead." in page.content.decode()


def test_the_nearest_health_post_stands_on_the_sheets(
    medical: Client, coordinator: Client
) -> None:
    medical.post("/enter/service/", POST)
    for sheet in handed_out(coordinator):
        page = coordinator.get(f"/plan/sheets/{sheet.number}/").content.decode()
        assert "Nearest health post, said to be working: Khankendi · " in page
