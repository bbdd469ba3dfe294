"""Brief and situation report: drafts whose every number opens down to the row."""

import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.test import Client

from stillhere.ledger import Picture, Visited
from stillhere.publish import html, markdown, public_brief, situation_report, text

KINDS = ("brief", "situation")
LINK = re.compile(r'<a href="(/(?:figures|reports)/[^"]*)">([^<]*)</a>')
PATIENCE_S = 30


@pytest.fixture(autouse=True)
def fresh(desk: Path) -> Iterator[None]:
    """No page of another town."""
    from stillhere.desk.publishing.press import the_press  # noqa: PLC0415

    del desk
    the_press().forget()
    yield
    the_press().forget()


def picture() -> Picture:
    """The newest picture of the desk."""
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    return the_operation().picture


def read(client: Client, kind: str) -> str:
    """The page, once it is written."""
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        answer = client.get(f"/{kind}/")
        assert answer.status_code == 200
        page = str(answer.content.decode())
        if 'id="job-' not in page:
            return page
        time.sleep(0.05)
    pytest.fail("the page was not written")


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_says_that_it_is_a_draft_and_lists_its_sources(
    signed_in: Callable[[str], Client], kind: str
) -> None:
    page = read(signed_in("hotline"), kind)
    assert "<strong>Draft, not released</strong>" in page
    assert 'id="sources"' in page
    assert "[1]" in page.partition('id="sources"')[2]


@pytest.mark.parametrize("kind", KINDS)
def test_every_number_opens_a_page_that_shows_it(
    coordinator: Client, kind: str
) -> None:
    page = read(coordinator, kind)
    found = LINK.findall(page)
    assert len(found) > 3
    for address, words in found:
        answer = coordinator.get(address.replace("&amp;", "&"))
        assert answer.status_code == 200, address
        number = re.search(r"\d[\d,]*", words.partition("[")[0])
        if number is not None and address.startswith("/figures/"):
            shown = re.findall(r'"big-number">([^<]*)<', answer.content.decode())
            assert re.findall(r"\d[\d,]*", shown[0]) == [number.group()], address


def test_two_clicks_lead_from_the_brief_to_the_row_of_the_file(
    coordinator: Client,
) -> None:
    address = next(a for a, words in LINK.findall(read(coordinator, "brief")) if words)
    figure = coordinator.get(address.replace("&amp;", "&")).content.decode()
    report = re.findall(r'href="/reports/([0-9a-f]{32})/"', figure)[0]
    page = coordinator.get(f"/reports/{report}/").content.decode()
    origin = picture().evidence.provenance(report)
    known = picture().evidence.report(report)
    assert origin is not None
    assert known is not None
    assert origin.file in page
    assert f"<dd>{origin.row}</dd>" in page
    for cell in known.fields.values():
        assert f"<bdi>{cell}</bdi>" in page


def test_the_public_brief_names_no_place_nobody_visited_and_nobody(
    coordinator: Client,
) -> None:
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415
    from stillhere.places import PlaceId  # noqa: PLC0415

    gazetteer = the_operation().gazetteer
    page = read(coordinator, "brief").partition("<h1>")[2]
    said = re.sub(r"<[^>]*>", " ", page)
    hidden = [p for p in picture().settlements if p.visited is not Visited.VISITED]
    assert hidden
    for place in hidden:
        for name in (*gazetteer[PlaceId(place.key)].names, *place.names):
            assert name not in said
    for entry in picture().entries.values():
        assert not entry.name or entry.name not in said


@pytest.mark.parametrize(
    ("form", "write"), [("html", html), ("markdown", markdown), ("text", text)]
)
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_can_be_taken_along_as_the_core_writes_it(
    coordinator: Client, kind: str, form: str, write: Callable[..., str]
) -> None:
    from stillhere.desk.believed import belief_of  # noqa: PLC0415
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    read(coordinator, kind)
    answer = coordinator.get(f"/{kind}/{form}/")
    assert answer.status_code == 200
    named = answer.headers["Content-Disposition"]
    assert named.startswith(f'attachment; filename="{kind}-')
    assert "draft" in named
    operation = the_operation()
    place = (picture(), operation.gazetteer, operation.region)
    page = (
        public_brief(*place)
        if kind == "brief"
        else situation_report(*place, belief_of(operation, picture()))
    )
    assert answer.content.decode() == write(page, picture())


def test_a_form_nobody_knows_is_not_here(coordinator: Client) -> None:
    assert coordinator.get("/brief/docx/").status_code == 404


def test_the_page_speaks_the_language_of_its_reader(coordinator: Client) -> None:
    coordinator.post("/language/", {"language": "ru", "next": "/brief/"})
    page = read(coordinator, "brief")
    assert '<html lang="ru">' in page
    assert "Draft, not released" not in page
    named = coordinator.get("/brief/text/").headers["Content-Disposition"]
    assert "-ru-" in named


def test_a_report_that_comes_in_stands_on_the_next_page(coordinator: Client) -> None:
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415
    from stillhere.reports import make_report  # noqa: PLC0415
    from stillhere.vocabulary import ReportKind  # noqa: PLC0415

    assert "The mayor" not in read(coordinator, "situation")
    operation = the_operation()
    body = {"actor": "The mayor", "what": "Buses will come."}
    operation.enter([make_report(operation.key, ReportKind.ASSURANCE, "radio", body)])
    assert "The mayor" in read(coordinator, "situation")


def test_while_a_page_is_written_the_older_one_is_shown_as_older(
    coordinator: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    import threading  # noqa: PLC0415

    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415
    from stillhere.desk.publishing import press  # noqa: PLC0415
    from stillhere.reports import make_report  # noqa: PLC0415
    from stillhere.vocabulary import ReportKind  # noqa: PLC0415

    read(coordinator, "brief")
    operation, hold, write = the_operation(), threading.Event(), press.written
    body = {"what": "bread", "settlement": "Kovsakan"}
    operation.enter([make_report(operation.key, ReportKind.NEED, "hotline", body)])

    def slow(*values: object) -> object:
        hold.wait(PATIENCE_S)
        return write(*values)  # type: ignore[arg-type]

    monkeypatch.setattr(press, "written", slow)
    page = coordinator.get("/brief/").content.decode()
    assert "a newer one is being written" in page
    assert "Draft, not released" in page
    assert coordinator.get("/brief/text/").status_code == 302
    hold.set()
    assert "a newer one is being written" not in read(coordinator, "brief")


def test_a_page_that_would_give_something_away_is_not_shown_and_says_why(
    coordinator: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    from stillhere.desk.publishing import press  # noqa: PLC0415
    from stillhere.errors import StillHereError  # noqa: PLC0415

    def refused(*_values: object) -> object:
        raise StillHereError("publish/not-for-the-public", what="a name")

    monkeypatch.setattr(press, "written", refused)
    until, page = time.monotonic() + PATIENCE_S, ""
    while "message error" not in page and time.monotonic() < until:
        page = coordinator.get("/brief/").content.decode()
    assert "message error" in page
    assert 'id="sources"' not in page
    monkeypatch.undo()
    assert 'id="sources"' in read(coordinator, "brief")


def test_older_pages_do_not_hold_on_to_their_pictures(coordinator: Client) -> None:
    from django.utils.translation import override  # noqa: PLC0415

    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415
    from stillhere.desk.operation.jobs import the_jobs  # noqa: PLC0415
    from stillhere.desk.publishing.press import Kind, the_press  # noqa: PLC0415
    from stillhere.reports import make_report  # noqa: PLC0415
    from stillhere.vocabulary import ReportKind  # noqa: PLC0415

    read(coordinator, "brief")
    coordinator.post("/language/", {"language": "ru", "next": "/brief/"})
    operation = the_operation()
    body = {"what": "bread", "settlement": "Kovsakan"}
    operation.enter([make_report(operation.key, ReportKind.NEED, "hotline", body)])
    read(coordinator, "brief")
    for language, kept in (("en", False), ("ru", True)):
        with override(language):
            assert (the_press().newest(Kind.BRIEF) is not None) is kept
    done = [job for job in the_jobs().listed() if job.kind == "brief" and job.outcome]
    assert {job.outcome for job in done} == {"brief"}


def test_who_speaks_to_the_public_reads_the_brief_and_no_page_that_names_anybody(
    signed_in: Callable[[str], Client],
) -> None:
    client = signed_in("information")
    assert client.get("/").headers["Location"] == "/brief/"
    page = read(client, "brief")
    assert "/reports/" not in page
    assert "/figures/" not in page
    for address in ("/people/", "/situation/", "/figures/", "/places/", "/plan/"):
        assert client.get(address).status_code == 403, address
