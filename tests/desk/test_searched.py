"""Searched by day, places nobody visited, the end of a search: effort and people apart."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client

from stillhere.ledger import Picture, Visited
from stillhere.plan.following import FollowReason
from stillhere.plan.searched import ended
from tests.desk.test_places import entered, said


@pytest.fixture
def picture(desk: Path) -> Callable[[], Picture]:
    """The newest picture of the town."""
    del desk
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    return lambda: the_operation().picture


def not_visited(picture: Picture) -> list[str]:
    """Settlements nobody has visited that a table has."""
    found = [p.key for p in picture.settlements if p.visited is not Visited.VISITED]
    return [key for key in found if not key.startswith("~")]


def test_the_overview_names_places_nobody_visited_with_their_people(
    coordinator: Client, picture: Callable[[], Picture]
) -> None:
    page = said(coordinator, "/")
    part = page[page.index("Places nobody has visited") :]
    part = part[: part.index("</section>")]
    for key in not_visited(picture()):
        assert f'"/places/{key}/"' in part
    assert "Expected to be still there" in part


def test_names_no_table_has_are_counted_and_not_listed_as_places(
    coordinator: Client,
) -> None:
    entered("call", "hotline", settlement="Nowhere at all", note="somebody is there")
    page = said(coordinator, "/searched/")
    assert "of a place that no table has is left out" in page or (
        "of places that no table has are left out" in page
    )
    assert "/places/~" not in page


def test_who_may_read_the_brief_alone_sees_no_place_nobody_visited(
    signed_in: Callable[[str], Client],
) -> None:
    client = signed_in("information")
    assert client.get("/").status_code == 302
    for address in ("/searched/", "/follow-ups/", "/searched/places/khankendi/"):
        assert client.get(address).status_code == 403


def test_each_settlement_has_a_picture_for_each_day(coordinator: Client) -> None:
    page = said(coordinator, "/searched/")
    assert page.count("<h3") >= 2
    assert page.count("<svg") > page.count("<h3")
    assert 'role="img" aria-label="By the end of 5 October 2023: effort' in page


def test_effort_and_expected_people_are_two_figures(coordinator: Client) -> None:
    page = said(coordinator, "/searched/places/khankendi/")
    assert "<dt>Effort</dt>" in page
    assert 'class="apart"><dt>Expected to be still there, by the model</dt>' in page


def test_no_page_calls_a_place_clear(coordinator: Client) -> None:
    for address in ("/searched/", "/searched/places/khankendi/", "/places/khankendi/"):
        text = said(coordinator, address).lower().replace("no place is ever clear", "")
        assert " clear " not in text
        assert "cleared" not in text


def test_streets_are_named_as_the_table_of_buildings_writes_them(
    coordinator: Client,
) -> None:
    page = said(coordinator, "/searched/places/khankendi/")
    assert "Mill Street" in page
    inner = page[page.index("Mill Street") - 120 : page.index("Mill Street")]
    assert "/searched/places/khankendi/" in inner


def test_a_street_opens_to_its_buildings(coordinator: Client) -> None:
    page = said(coordinator, "/searched/places/khankendi/")
    at = page.index("/searched/places/khankendi/", page.index("<h3"))
    street = page[at : page.index('"', at)]
    assert "Buildings, most people expected first" in said(coordinator, street)


def test_what_is_no_area_has_no_page(coordinator: Client) -> None:
    for address in ("/searched/places/nowhere/", "/searched/end/nowhere/"):
        assert coordinator.get(address).status_code == 404


def test_a_search_ends_with_reasons_and_begins_anew(
    coordinator: Client, picture: Callable[[], Picture]
) -> None:
    place = not_visited(picture())[0]
    address = f"/searched/end/{place}/"
    assert "Write the reasons" in said_after(coordinator, address, why=" ")
    assert ended(picture()) == ()
    page = said_after(coordinator, address, why="The bridge is gone & stays so.")
    assert "The bridge is gone &amp; stays so." in page
    (one,) = ended(picture())
    assert (one.place, one.by) == (place, "desk:coordinator")
    assert "search ended" in said(coordinator, f"/places/{place}/")
    assert f'"/places/{place}/"' in said(coordinator, "/")
    assert "The bridge is gone" in said(coordinator, f"/reports/{one.report}/")
    said_after(coordinator, f"/searched/ended/{one.report}/undo/")
    assert ended(picture()) == ()
    said_after(coordinator, address, why="The bridge is gone & stays so.")
    assert len(ended(picture())) == 1


def said_after(client: Client, page: str, /, **fields: str) -> str:
    """The page that follows on what was sent."""
    answer = client.post(page, fields, follow=True)
    assert answer.status_code == 200, page
    return str(answer.content.decode())


def test_who_may_not_decide_ends_no_search(signed_in: Callable[[str], Client]) -> None:
    client = signed_in("hotline")
    assert client.get("/searched/").status_code == 200
    assert client.post("/searched/end/khankendi/", {"why": "x"}).status_code == 403


def test_an_ended_search_takes_no_door_and_who_was_found_is_seen_all_the_same(
    coordinator: Client, picture: Callable[[], Picture]
) -> None:
    del coordinator
    from stillhere.desk.believed import atlas_of  # noqa: PLC0415
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415
    from stillhere.desk.planning.day import Wishes, work_out  # noqa: PLC0415
    from stillhere.plan import Clearances  # noqa: PLC0415

    entered("closing", "desk:test", place="khankendi", why="nobody may go there")
    worked = work_out(
        picture(),
        atlas_of(the_operation()),
        Clearances.declared(),
        Wishes(),
        frozenset(),
        lambda *_: None,
    )
    stops = [stop for team in worked.plan.teams for stop in team.stops]
    there = [stop for stop in stops if stop.key.startswith("khankendi/")]
    assert len(there) < len(stops)
    assert all(isinstance(stop.why, FollowReason) for stop in there)


def test_a_village_called_through_leaves_the_list_of_places_nobody_visited(
    coordinator: Client, picture: Callable[[], Picture]
) -> None:
    place = not_visited(picture())[0]
    sent = {"settlement": place, "how": "called_through", "result": "nobody_answered"}
    said_after(coordinator, "/enter/visit/", **sent, team="3")
    assert place not in not_visited(picture())


def test_streets_are_called_through_in_whole_places_alone(coordinator: Client) -> None:
    sent = {"settlement": "Khankendi", "address": "Mill Street 9"}
    sent |= {"how": "called_through", "result": "nobody_answered"}
    page = said_after(coordinator, "/enter/visit/", **sent)
    assert "Every street is called through in a whole place." in page


def test_follow_up_visits_stand_with_the_overdue_first(coordinator: Client) -> None:
    where = {"settlement": "Khankendi", "address": "Mill Street 9"}
    entered("need", "desk", what="insulin", date="2023-10-01", **where)
    page = said(coordinator, "/follow-ups/")
    assert "overdue" in page
    first = page[page.index("<tbody>") :]
    first = first[: first.index("</tr>")]
    assert "medicine" in first
    assert "Mill Street 9" in first


def test_the_pages_of_the_search_lead_to_each_other(coordinator: Client) -> None:
    for address in ("/searched/", "/follow-ups/"):
        page = said(coordinator, address)
        assert 'href="/plan/"' in page
        assert 'href="/searched/"' in page
        assert 'href="/follow-ups/"' in page
