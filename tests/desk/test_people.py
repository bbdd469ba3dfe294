"""The list of people: searched in any script, filtered, ordered, in pages."""

import re
import threading
from pathlib import Path

import pytest
from django.test import Client

from stillhere.ledger import Picture
from stillhere.vocabulary import Status

_HTMX = {"HX-Request": "true"}


@pytest.fixture
def picture(desk: Path) -> Picture:
    del desk
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    return the_operation().picture


def _ids(
    client: Client, query: dict[str, str], headers: dict[str, str] | None = None
) -> list[str]:
    page = client.get("/people/", query, headers=headers).content.decode()
    return re.findall(r'class="name"><a href="/people/([0-9a-f]{32})/"', page)


@pytest.mark.parametrize("letters", ["աեինո", "аеион", "aeion", "əğışçöü"])
def test_a_name_in_any_script_finds_its_person(
    coordinator: Client, picture: Picture, letters: str
) -> None:
    entry, name = next(
        (entry, name.text)
        for entry in picture.entries.values()
        for name in entry.names
        if set(letters) & set(name.text)
    )
    assert entry.id in _ids(coordinator, {"q": name}, headers=_HTMX)


def test_search_and_filter_hold_together(coordinator: Client, picture: Picture) -> None:
    listed = picture.without_word()[0]
    assert listed.id in _ids(coordinator, {"q": listed.name, "listed": "on"})
    other = {"q": listed.name, "status": Status.ARRIVED.value}
    assert listed.id not in _ids(coordinator, other)


def test_a_search_says_when_it_shows_only_the_first(
    coordinator: Client, picture: Picture
) -> None:
    del picture
    many = coordinator.get("/people/", {"q": "a"}).content.decode()
    assert "The first 20 people, the likeliest first; there may be more." in many
    few = coordinator.get("/people/", {"q": "a", "status": "found"}).content.decode()
    assert "the likeliest first</p>" in few
    assert "there may be more" not in few


def test_a_script_gets_the_rows_alone_and_a_browser_the_whole_page(
    coordinator: Client, picture: Picture
) -> None:
    del picture
    part = coordinator.get("/people/", {"q": "a"}, headers=_HTMX)
    whole = coordinator.get("/people/", {"q": "a"})
    back = coordinator.get(
        "/people/", {"q": "a"}, headers={**_HTMX, "HX-History-Restore-Request": "true"}
    )
    assert "<html" not in part.content.decode()
    assert "<html" in whole.content.decode()
    assert "<html" in back.content.decode()
    assert "HX-Request" in part.headers["Vary"]


def test_the_list_without_word_is_by_concern_and_says_why(
    coordinator: Client, picture: Picture
) -> None:
    from stillhere.desk.wording import concern_words  # noqa: PLC0415

    expected = [entry.id for entry in picture.without_word()]
    assert _ids(coordinator, {"listed": "on"}) == expected[:50]
    page = coordinator.get("/people/", {"listed": "on"}).content.decode()
    first = picture.without_word()[0]
    said = [r for r in first.reasons if r != "child_alone"]
    assert said
    assert ", ".join(concern_words(reason) for reason in said) in page


def test_every_filter_leaves_exactly_those_it_names(
    coordinator: Client, picture: Picture
) -> None:
    entries = list(picture.entries.values())
    wanted = {
        "listed": [e.id for e in entries if e.listed],
        "alone": [e.id for e in entries if e.alone],
        "dependent": [e.id for e in entries if e.dependent],
        "asked": [e.id for e in entries if e.asked_for],
        "conflicting": [e.id for e in entries if e.conflicts],
    }
    for name, ids in wanted.items():
        shown = _ids(coordinator, {name: "on", "order": "name"})
        assert sorted(shown) == sorted(ids)[:50] or len(ids) > 50
        assert set(shown) <= set(ids)


def test_pages_go_on_from_the_last_row_until_everybody_was_shown(
    coordinator: Client, picture: Picture
) -> None:
    seen: list[str] = []
    query = {"order": "name"}
    while True:
        page = coordinator.get("/people/", query).content.decode()
        seen += re.findall(r'class="name"><a href="/people/([0-9a-f]{32})/"', page)
        after = re.search(r'rel="next" href="[^"]*after=([0-9a-f]{32})', page)
        if after is None:
            break
        query["after"] = after[1]
    assert len(seen) == len(set(seen))
    assert sorted(seen) == sorted(picture.entries)


def test_what_no_filter_means_narrows_nothing(
    coordinator: Client, picture: Picture
) -> None:
    page = coordinator.get("/people/", {"status": "gone", "after": "x"})
    assert f"{len(picture.entries)} people in this list" in page.content.decode()


def test_nobody_found_is_said_with_what_to_do(coordinator: Client) -> None:
    page = coordinator.get("/people/", {"q": "☎"}).content.decode()
    assert "Nobody answers to this." in page


def test_the_number_of_queries_does_not_grow_with_the_hits(
    coordinator: Client, picture: Picture
) -> None:
    from django.db import connection  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    del picture
    coordinator.get("/people/", {"q": "a"}, headers=_HTMX)
    counts = []
    for text in ("a", "☎"):
        with CaptureQueriesContext(connection) as queries:
            coordinator.get("/people/", {"q": text}, headers=_HTMX)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_while_a_long_import_holds_the_names_the_search_says_so_and_lists_answer(
    coordinator: Client, picture: Picture
) -> None:
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    held, over = threading.Event(), threading.Event()

    def importing() -> None:
        with the_operation().evidence():
            held.set()
            over.wait(30)

    thread = threading.Thread(target=importing)
    thread.start()
    try:
        assert held.wait(5)
        page = coordinator.get("/people/", {"q": "a"}, headers=_HTMX).content.decode()
        assert "A long import is working on the names just now." in page
        assert len(_ids(coordinator, {})) == 50
        entry = picture.without_word()[0]
        person = coordinator.get(f"/people/{entry.id}/").content.decode()
        assert "to see the links" in person
        report = coordinator.get(f"/reports/{entry.id}/").content.decode()
        assert "is not known until a long import has ended" in report
        assert (
            "Doubtful links are counted again" in coordinator.get("/").content.decode()
        )
    finally:
        over.set()
        thread.join()
