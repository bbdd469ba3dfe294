"""Places: how far each is known, and everything said of one, with its reports."""

from dataclasses import replace
from pathlib import Path

import pytest
from django.test import Client
from django.utils.html import escape

from stillhere.ledger import Picture, PlaceEntry, Visited
from stillhere.reports import Report


@pytest.fixture
def picture(desk: Path) -> Picture:
    """The picture of the town."""
    del desk
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    return the_operation().picture


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


def said(client: Client, address: str) -> str:
    """The page of an address."""
    answer = client.get(address)
    assert answer.status_code == 200, address
    return str(answer.content.decode())


def with_people(picture: Picture) -> PlaceEntry:
    """The settlement with most people without word."""
    return max(picture.settlements, key=lambda p: p.without_word)


def test_places_nobody_visited_stand_first(
    coordinator: Client, picture: Picture
) -> None:
    page = said(coordinator, "/places/")
    at = {p.visited: page.index(f'"/places/{p.key}/"') for p in picture.settlements}
    assert len(at) == len(Visited)
    assert at[Visited.NOT_VISITED] < at[Visited.PASSED] < at[Visited.VISITED]


def test_the_filter_leaves_only_places_known_so_far(
    coordinator: Client, picture: Picture
) -> None:
    for visited in Visited:
        page = said(coordinator, f"/places/?visited={visited.value}")
        for place in picture.settlements:
            shown = f'"/places/{place.key}/"' in page
            assert shown is (place.visited is visited)


def test_every_name_of_a_place_stands_beside_the_others(
    coordinator: Client, picture: Picture
) -> None:
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415
    from stillhere.places import PlaceId  # noqa: PLC0415

    place = with_people(picture)
    known = the_operation().gazetteer[PlaceId(place.key)]
    for address in ("/places/", f"/places/{place.key}/"):
        page = said(coordinator, address)
        for name in known.names[:4]:
            assert name in page


def test_numbers_of_a_place_lead_to_the_reports_behind_them(
    coordinator: Client, picture: Picture
) -> None:
    place = with_people(picture)
    for address in ("/places/", f"/places/{place.key}/"):
        page = said(coordinator, address)
        for name in ("people", "without_word", "dwellings", "dwellings_visited"):
            target = f"/figures/{name}/?place={place.key}"
            assert target in page
            assert coordinator.get(target).status_code == 200


def test_a_settlement_lists_its_dwellings_with_people_without_word(
    coordinator: Client, picture: Picture
) -> None:
    place = with_people(picture)
    page = said(coordinator, f"/places/{place.key}/")
    for door in picture.dwellings(place.key):
        address = escape(f"/places/{door.key}/")
        assert (address in page) is bool(door.without_word), door.key


def test_the_visited_dwellings_stand_in_a_list_of_their_own(
    coordinator: Client, picture: Picture
) -> None:
    place = with_people(picture)
    page = said(coordinator, f"/places/{place.key}/?doors=visited")
    doors = list(picture.dwellings(place.key))
    assert any(door.visits for door in doors)
    for door in doors:
        assert (f'"/places/{door.key}/"' in page) is bool(door.visits), door.key


def test_a_dwelling_shows_who_is_registered_and_each_visit_with_its_report(
    coordinator: Client, picture: Picture
) -> None:
    place = with_people(picture)
    doors = picture.dwellings(place.key)
    door = next(d for d in doors if d.visits and d.residents)
    page = said(coordinator, f"/places/{door.key}/")
    for person in door.residents:
        assert f"/people/{person}/" in page
    for visit in door.visits:
        assert f"/reports/{visit.report}/" in page
    assert f"/places/{place.key}/" in page


def test_sources_that_differ_on_a_service_stand_side_by_side(
    coordinator: Client, picture: Picture
) -> None:
    place = with_people(picture)
    reports = [
        entered("service", source, settlement=place.key, service="water", state=state)
        for source, state in (("team 1", "working"), ("the mayor", "out"))
    ]
    page = said(coordinator, f"/places/{place.key}/")
    for report in reports:
        assert f"/reports/{report.id}/" in page
        assert escape(report.source) in page
    assert "Working is not the same as safe." in page
    listed = said(coordinator, "/places/").lower()
    assert "water: working / out" in listed or "water: out / working" in listed


def test_an_open_need_of_a_dwelling_counts_for_its_settlement(
    coordinator: Client, picture: Picture
) -> None:
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415
    from stillhere.desk.views.places.within import within  # noqa: PLC0415

    place = with_people(picture)
    operation = the_operation()
    before = within(operation, picture)[place.key]
    need = entered("need", "hotline", settlement=place.key, what="insulin")
    after = within(operation, operation.picture)[place.key]
    assert after == replace(before, needs=before.needs + 1)
    assert within(operation, picture)[place.key] == before
    page = said(coordinator, f"/places/{place.key}/")
    assert "insulin" in page
    assert f"/reports/{need.id}/" in page
    assert f"/places/{place.key}/#needs" in said(coordinator, "/places/")


def test_the_last_visit_of_a_settlement_is_the_latest_of_its_dwellings(
    coordinator: Client, picture: Picture
) -> None:
    from stillhere.desk.saying import day  # noqa: PLC0415

    place = with_people(picture)
    dates = [d.last_visit for d in picture.dwellings(place.key) if d.last_visit]
    assert place.last_visit is None
    for address in ("/places/", f"/places/{place.key}/"):
        assert f"last on {day(max(dates))}" in said(coordinator, address)


def test_a_place_tables_know_and_no_report_names_has_a_page(
    coordinator: Client, picture: Picture
) -> None:
    assert "yerevan" not in picture.places
    page = said(coordinator, "/places/yerevan/")
    assert "No report of a visit." in page


def test_an_unknown_place_gets_the_answer_for_what_is_not_there(
    coordinator: Client, picture: Picture
) -> None:
    place = with_people(picture)
    for key in ("nowhere", f"{place.key}/B999", f"{place.key}/B001/²", "a/b/c/d"):
        answer = coordinator.get(f"/places/{key}/")
        assert answer.status_code == 404, key
        assert "Nothing can be shown about this." in answer.content.decode()


def test_no_page_of_places_says_clear(coordinator: Client, picture: Picture) -> None:
    place = with_people(picture)
    door = next(iter(picture.dwellings(place.key)))
    for key in ("", f"{place.key}/", f"{door.key}/"):
        page = said(coordinator, f"/places/{key}").lower()
        main = page.partition("<main")[2]
        assert "clear" not in main
        assert "missing" not in main
