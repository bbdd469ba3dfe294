"""Why a number of people is believed of one dwelling: case, rates, reports; no requests."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client

from stillhere.ledger import PlaceKey
from stillhere.plan.believing.explained import Explained
from stillhere.plan.believing.ranked import by_expected
from tests.desk.test_dwellings import entered, said


def told(key: PlaceKey) -> Explained:
    """What the desk knows of a door now."""
    from stillhere.desk.believed import why_believed  # noqa: PLC0415
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    operation = the_operation()
    return why_believed(operation, operation.picture, key)


@pytest.fixture
def door(desk: Path) -> PlaceKey:
    """The door most people are expected behind."""
    del desk
    from stillhere.desk.believed import belief_of  # noqa: PLC0415
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    operation = the_operation()
    return by_expected(belief_of(operation, operation.picture).doors)[0].key


def address(key: PlaceKey) -> str:
    """The page of a door."""
    return f"/dwellings/{key}/why/"


def part(page: str, name: str) -> str:
    """One section of a page."""
    inside = page[page.index(f'id="{name}"') :]
    return inside[: inside.index("</section>")]


def test_the_list_and_the_page_of_the_dwelling_lead_to_it(
    coordinator: Client, door: PlaceKey
) -> None:
    for page in ("/dwellings/", f"/places/{door}/"):
        assert f'href="{address(door)}"' in said(coordinator, page)


def test_every_rate_that_matters_stands_there_with_its_source(
    coordinator: Client, door: PlaceKey
) -> None:
    rates = part(said(coordinator, address(door)), "rates")
    found = told(door).rates
    assert found
    for rate in found:
        assert f"<code>{rate.section}.{rate.name}</code>" in rates
        assert rate.source in rates


def test_every_report_opens_and_none_of_them_is_a_request(
    coordinator: Client, door: PlaceKey
) -> None:
    reports = part(said(coordinator, address(door)), "reports")
    opened = set(re.findall(r'"/reports/(\w+)/"', reports))
    assert opened == {*told(door).cites}
    assert opened
    for report in opened:
        assert coordinator.get(f"/reports/{report}/").status_code == 200


def test_a_request_is_nowhere_on_the_page(coordinator: Client, door: PlaceKey) -> None:
    settlement, code, flat = door.split("/")
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    building = the_operation().world.buildings.by_code[code]
    street = next(iter(building.addresses.values()))
    before = told(door)
    request = entered(
        "tracing",
        "requests",
        name="Nobody Known",
        settlement=settlement,
        address=street,
        flat=flat,
        enquirer="Karo Mirzoyan",
    )
    assert told(door).door.expected > before.door.expected
    page = said(coordinator, address(door))
    assert request.id not in page
    assert "Nobody Known" not in page
    assert "Karo" not in page


def test_a_visit_is_told_with_the_chance_that_it_missed_somebody(
    coordinator: Client, door: PlaceKey
) -> None:
    assert "No visit so far" in part(said(coordinator, address(door)), "heard")
    settlement, code, flat = door.split("/")
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    building = the_operation().world.buildings.by_code[code]
    street = next(iter(building.addresses.values()))
    entered(
        "visit",
        "team 1",
        settlement=settlement,
        address=street,
        flat=flat,
        how="knocked",
        result="nobody_answered",
    )
    heard = part(said(coordinator, address(door)), "heard")
    assert "has missed them is 32%" in heard
    assert told(door).door.knocks == 1


def test_nothing_is_said_of_a_door_nobody_knows(
    coordinator: Client, door: PlaceKey
) -> None:
    settlement = door.partition("/")[0]
    for key in ("x-nowhere", settlement, f"{settlement}/XX/1", f"{door}/9"):
        assert coordinator.get(address(PlaceKey(key))).status_code == 404


def test_who_may_read_the_brief_alone_sees_none_of_it(
    signed_in: Callable[[str], Client], door: PlaceKey
) -> None:
    assert signed_in("information").get(address(door)).status_code == 403
