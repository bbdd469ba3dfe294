"""Dwellings by the people expected there: what a row says, and what it never says."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from django.utils.html import escape

from stillhere.ledger import Picture, PlaceKey, Visited
from stillhere.plan import Belief, Door
from stillhere.plan.believing.ranked import by_expected
from stillhere.plan.reasons import reason
from stillhere.reports import Report

ROW = re.compile(r"<tr>\s*<td>.*?</tr>", re.DOTALL)


@pytest.fixture
def picture(desk: Path) -> Picture:
    """The picture of the town."""
    del desk
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    return the_operation().picture


@pytest.fixture
def believed(picture: Picture) -> Belief:
    """What the desk believes of it."""
    from stillhere.desk.believed import belief_of  # noqa: PLC0415
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    return belief_of(the_operation(), picture)


def entered(kind: str, source: str, **body: str) -> Report:
    """A report that was typed in."""
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415
    from stillhere.reports import Stamp, make_report  # noqa: PLC0415
    from stillhere.vocabulary import ReportKind  # noqa: PLC0415

    operation = the_operation()
    stamp = Stamp(author="desk:test", source_date=operation.today)
    report = make_report(operation.key, ReportKind(kind), source, body, stamp=stamp)
    operation.enter([report])
    return report


def said(client: Client, address: str = "/dwellings/") -> str:
    """The page of an address."""
    answer = client.get(address)
    assert answer.status_code == 200, address
    return str(answer.content.decode())


def addresses(page: str) -> list[str]:
    """Pages of places the rows lead to, in order."""
    rows = ROW.findall(page)
    found = [re.search(r'<td><a href="/places/([^"]+)/"', row) for row in rows]
    return [place[1] for place in found if place]


def settlement(door: Door) -> PlaceKey:
    """The settlement of a door."""
    return PlaceKey(door.key.partition("/")[0])


def test_every_door_stands_in_the_list_most_people_first_page_by_page(
    coordinator: Client, believed: Belief, monkeypatch: pytest.MonkeyPatch
) -> None:
    ranked = by_expected(believed.doors)
    assert addresses(said(coordinator)) == [door.key for door in ranked]
    monkeypatch.setattr("stillhere.desk.views.pages.PAGE", 5)
    assert addresses(said(coordinator)) == [door.key for door in ranked[:5]]
    further = said(coordinator, "/dwellings/?page=2")
    assert addresses(further) == [door.key for door in ranked[5:10]]


def test_a_row_says_how_many_and_why_in_one_sentence(
    coordinator: Client, picture: Picture, believed: Belief
) -> None:
    door = by_expected(believed.doors)[0]
    row = ROW.findall(said(coordinator))[0]
    assert f">{door.expected // 1000 / 1000:.1f}<" in row
    assert escape(reason(door.key, picture, believed).sentence) in row


def test_the_list_is_narrowed_to_one_settlement(
    coordinator: Client, believed: Belief
) -> None:
    wanted = settlement(by_expected(believed.doors)[0])
    page = said(coordinator, f"/dwellings/?settlement={wanted}")
    ranked = by_expected(believed.doors, wanted)
    assert addresses(page) == [door.key for door in ranked[:50]]
    assert f'<option value="{wanted}" selected>' in page
    whole = said(coordinator, "/dwellings/?settlement=x-nowhere")
    assert addresses(whole) == addresses(said(coordinator))


def test_a_place_nobody_visited_is_marked_in_words(
    coordinator: Client, picture: Picture
) -> None:
    places = [p for p in picture.settlements if not p.key.startswith("~")]
    marks = {
        Visited.NOT_VISITED: "place not visited",
        Visited.PASSED: "place only passed by",
        Visited.VISITED: "",
    }
    for place in places:
        page = said(coordinator, f"/dwellings/?settlement={place.key}")
        rows = ROW.findall(page)
        for visited, mark in marks.items():
            if mark:
                assert all((mark in row) is (visited is place.visited) for row in rows)


def test_a_closed_place_is_marked_and_drawn_as_rings(
    coordinator: Client, believed: Belief
) -> None:
    wanted = settlement(by_expected(believed.doors)[0])
    address = f"/dwellings/?settlement={wanted}"
    before = said(coordinator, address)
    assert "closed today" not in before
    assert 'class="shut"' not in before
    entered("clearance", "security", settlement=wanted, state="closed")
    page = said(coordinator, address)
    rows = ROW.findall(page)
    assert rows
    assert all("closed today: no clearance for cars" in row for row in rows)
    assert 'class="shut"' in page
    assert "A ring stands where no car may go today." in page


def test_no_row_says_that_a_child_is_alone_or_that_anybody_asks(
    coordinator: Client, picture: Picture
) -> None:
    assert any(entry.asked_for for entry in picture.entries.values())
    page = said(coordinator).casefold()
    assert "child" not in page
    assert "asks" not in page


def test_the_picture_asks_nothing_of_the_outside_and_works_without_scripts(
    coordinator: Client,
) -> None:
    page = said(coordinator)
    figure = page[page.index("<figure") : page.index("</figure>")]
    assert "<svg" in figure
    assert "http" not in figure
    assert "<script" not in page[page.index("<main") :]
    assert '<form method="get"' in page


def test_who_may_read_the_brief_alone_sees_no_dwelling(
    signed_in: Callable[[str], Client],
) -> None:
    assert signed_in("information").get("/dwellings/").status_code == 403
