"""From every number to the rows that say so."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client

from stillhere.errors import StillHereError
from stillhere.ledger import Figure, Picture
from stillhere.publish import Page, public_brief, situation_report
from stillhere.publish.amounts import amount
from stillhere.publish.sentences import Cited, Sentence
from stillhere.reports import Report, Stamp, make_report
from stillhere.vocabulary import ReportKind


@pytest.fixture
def picture(desk: Path) -> Picture:
    """The town with a figure that somebody stated."""
    del desk
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    operation = the_operation()
    return operation.enter([_stated()]).after


def _stated() -> Report:
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    body = {
        "what": "arrived",
        "value": "52",
        "qualifier": "at least",
        "actor": "Ministry",
    }
    stamp = Stamp(source_date="2023-10-02")
    return make_report(
        the_operation().key, ReportKind.COUNT, "dispatch", body, stamp=stamp
    )


def _published(picture: Picture) -> Iterator[Figure]:
    from stillhere.desk.believed import belief_of  # noqa: PLC0415
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    operation = the_operation()
    places = operation.gazetteer
    pages: tuple[Page, ...] = (
        public_brief(picture, places, operation.region),
        situation_report(
            picture, places, operation.region, belief_of(operation, picture)
        ),
    )
    for page in pages:
        for block in page.blocks:
            rows = [block.parts.values()] if isinstance(block, Sentence) else block.rows
            yield from (p.figure for r in rows for p in r if isinstance(p, Cited))


def test_every_published_figure_has_a_page_with_its_number_and_its_reports(
    coordinator: Client, picture: Picture
) -> None:
    from stillhere.desk.figures import address_of  # noqa: PLC0415
    from stillhere.desk.saying import number, voice  # noqa: PLC0415

    figures = list(_published(picture))
    assert len(figures) > 20
    for figure in figures:
        address = address_of(picture, figure)
        page = coordinator.get(address).content.decode()
        if address.startswith("/reports/"):
            assert f"/reports/{figure.cites[0]}/" == address
            continue
        said = amount(figure, "", voice())
        assert f'class="big-number">{said}<' in page, figure.name
        behind = page.partition('id="reports"')[2]
        shown = re.findall(r"/reports/([0-9a-f]{32})/", behind)
        assert shown == list(figure.cites[:50])
        total = number(len(figure.cites))
        assert f'id="reports">{total} report' in page


def test_a_report_behind_a_figure_is_one_click_away_with_its_row(
    coordinator: Client, picture: Picture
) -> None:
    figure = picture.count("arrived")
    page = coordinator.get("/figures/arrived/").content.decode()
    first = figure.cites[0]
    origin = picture.evidence.provenance(first)
    assert origin is not None
    assert f"/reports/{first}/" in page
    report = coordinator.get(f"/reports/{first}/").content.decode()
    assert origin.file in report
    assert f"<dd>{origin.row}</dd>" in report


def test_figures_of_sources_stand_side_by_side_with_what_they_state(
    coordinator: Client, picture: Picture
) -> None:
    from stillhere.vocabulary import PersonEvent  # noqa: PLC0415

    page = coordinator.get("/figures/arrived/").content.decode()
    for figure in picture.by_source(PersonEvent.ARRIVED):
        assert figure.source in page
    assert "Ministry" in page
    every = coordinator.get("/figures/").content.decode()
    assert "Ministry" in every


def test_a_number_without_reports_cannot_be_shown(picture: Picture) -> None:
    from stillhere.desk.templatetags.figures import figure  # noqa: PLC0415

    del picture
    with pytest.raises(StillHereError) as refused:
        figure(Figure("people", 3, ()))
    assert refused.value.code == "publish/figure-without-source"
    assert ">0<" in figure(Figure("people", 0, ()))


@pytest.mark.parametrize(
    "address",
    [
        "/figures/nothing/",
        "/figures/arrived/?source=nobody",
        "/figures/people/?place=nowhere",
        "/figures/listed/?reason=child_alone",
    ],
)
def test_what_is_not_counted_gets_the_one_sentence(
    coordinator: Client, address: str
) -> None:
    answer = coordinator.get(address)
    assert answer.status_code == 404
    assert "Nothing can be shown about this." in answer.content.decode()


def test_every_figure_says_how_it_is_counted(picture: Picture) -> None:
    from stillhere.desk.figure_words import HOW, TITLES  # noqa: PLC0415
    from stillhere.desk.figures import OWN  # noqa: PLC0415
    from stillhere.ledger.counting import COUNTS  # noqa: PLC0415

    del picture
    named = {*COUNTS, "households", *OWN, "without_word"}
    assert set(TITLES) == set(HOW) == named


def test_every_name_of_a_figure_is_documented(picture: Picture) -> None:
    from stillhere.desk.figure_words import TITLES  # noqa: PLC0415

    del picture
    page = Path("docs/reference/figures.md").read_text("utf-8")
    assert {f"`{name}`" for name in TITLES} <= set(re.findall(r"`[a-z_]+`", page))
