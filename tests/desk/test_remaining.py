"""How many are still there: a range with what it rests on, for operations alone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client

PAGE = "/still-here/"


def main(client: Client, path: str = PAGE) -> str:
    text = client.get(path).content.decode().partition("<main")[2]
    return " ".join(text.split())


def test_it_says_at_least_how_many_and_so_many_to_so_many(
    coordinator: Client,
) -> None:
    said = main(coordinator)
    assert "At least <strong>2</strong> seen;" in said
    assert "not yet found, by the model" in said
    assert "no reason to stop" in said


def test_what_it_rests_on_stands_on_the_same_page(coordinator: Client) -> None:
    said = main(coordinator)
    assert 'id="assumptions"' in said
    assert "public table of rates" in said
    assert "most of them are assumed" in said


def test_whoever_was_seen_opens_to_the_reports(coordinator: Client) -> None:
    said = main(coordinator)
    reports = said.partition('id="reports"')[2]
    assert 'href="/reports/' in reports


def test_every_place_stands_there_with_all_its_names(coordinator: Client) -> None:
    said = main(coordinator)
    table = said.partition("<table")[2].partition("</table")[0]
    assert "Stepanakert" in table
    assert 'href="/places/khankendi/"' in table


@pytest.mark.parametrize("language", ["hy", "az", "ru"])
def test_it_is_said_in_the_language_of_the_reader(
    coordinator: Client, language: str
) -> None:
    coordinator.post("/language/", {"language": language, "next": PAGE})
    said = main(coordinator)
    assert "not yet found" not in said
    assert "table of rates" not in said


def test_who_may_read_the_brief_alone_does_not_see_it(
    signed_in: Callable[[str], Client],
) -> None:
    answer = signed_in("information").get(PAGE)
    assert answer.status_code != 200
    assert "not yet found" not in answer.content.decode()


def test_the_figure_is_worked_out_once_for_each_picture(desk: Path) -> None:
    del desk
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415
    from stillhere.desk.remaining import (  # noqa: PLC0415
        remaining_latest,
        remaining_of,
    )

    operation = the_operation()
    first = remaining_of(operation, operation.picture)
    assert remaining_of(operation, operation.picture) is first
    latest = remaining_latest(operation.picture)
    assert latest is not None
    assert latest.figure is first
    assert not latest.older


def test_the_overview_shows_it_once_it_was_asked_for(coordinator: Client) -> None:
    before = main(coordinator, "/")
    assert "At least" not in before
    assert f'href="{PAGE}"' in before
    assert coordinator.get(PAGE).status_code == 200
    said = main(coordinator, "/")
    assert "At least <strong>2</strong> seen;" in said
    assert 'href="/still-here/#assumptions"' in said
