"""The overview says where the operation stands and forgets nothing unseen."""

from pathlib import Path

import pytest
from django.test import Client

from stillhere.ledger import Picture
from stillhere.reports import Report, Stamp, make_report
from stillhere.vocabulary import ReportKind


@pytest.fixture
def picture(desk: Path) -> Picture:
    del desk
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    return the_operation().picture


def _found(picture: Picture, number: int = 0) -> Report:
    """A team finds somebody of the list without word, by everything known of them."""
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    entry = picture.without_word()[number]
    said = picture.evidence.mention(entry.id)
    report = picture.evidence.report(entry.id)
    assert said is not None
    assert report is not None
    body = {
        "name": said.name.text,
        "event": "found",
        "settlement": said.place.settlement,
        "address": said.place.address,
        "phone": "; ".join(said.phones),
        "document": "; ".join(said.documents),
        "birth_year": str(said.birth.first) if said.birth else "",
    }
    operation = the_operation()
    stamp = Stamp(author="desk:hotline", source_date=operation.today)
    return make_report(
        operation.key, ReportKind.PERSON, "team Tatev", body, stamp=stamp
    )


def _enter(*reports: Report) -> Picture:
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    return the_operation().enter(reports).after


def _main(client: Client, path: str = "/") -> str:
    return client.get(path).content.decode().partition("<main")[2]


def test_tallies_are_the_figures_of_the_ledger(picture: Picture) -> None:
    from stillhere.desk.figures import Asked, figure_at  # noqa: PLC0415
    from stillhere.desk.tallies import Tallies  # noqa: PLC0415

    tallies = Tallies()
    tallies.of(picture)
    after = _enter(_found(picture), _found(picture, 1))
    for one in (after, picture, after):
        for name, tally in tallies.of(one).items():
            assert (name, tally.value) == (name, figure_at(one, Asked(name)).value)
            assert bool(tally.cites) == bool(tally.value)
            assert set(tally.cites) <= {
                r for r in tally.cites if one.evidence.report(r)
            }


def test_every_figure_of_the_overview_leads_to_the_reports_behind_it(
    coordinator: Client, picture: Picture
) -> None:
    page = _main(coordinator)
    assert 'href="/figures/listed/"' in page
    assert 'href="/people/?listed=on"' in page
    assert f">{picture.count('listed').value}<" in page
    assert f">{picture.count('arrived').value}<" in page


def test_a_reload_keeps_what_is_new_and_seen_takes_it_off(
    coordinator: Client, picture: Picture
) -> None:
    entry = picture.without_word()[0]
    after = _enter(_found(picture))
    name = after.entry(entry.id).name
    for _ in range(2):
        page = _main(coordinator)
        assert name in page
        assert "found" in page
    token = page.partition('name="look" value="')[2].partition('"')[0]
    answer = coordinator.post("/seen/", {"look": token}, follow=True)
    assert "Nobody has moved from one status to another." in answer.content.decode()
    assert name not in answer.content.decode()


def test_what_came_after_the_page_was_shown_stays_new_when_it_is_seen(
    coordinator: Client, picture: Picture
) -> None:
    page = _main(coordinator)
    token = page.partition('name="look" value="')[2].partition('"')[0]
    entry = picture.without_word()[0]
    after = _enter(_found(picture))
    answer = coordinator.post("/seen/", {"look": token}, follow=True)
    assert after.entry(entry.id).name in answer.content.decode()
    assert "1 more than when you looked" in answer.content.decode()


def test_a_look_somebody_made_up_is_not_remembered(
    coordinator: Client, picture: Picture
) -> None:
    _enter(_found(picture))
    coordinator.post("/seen/", {"look": "made up"})
    assert "What changed since the desk was set up" in _main(coordinator)


def test_all_changes_stand_one_click_away(
    coordinator: Client, picture: Picture
) -> None:
    name = picture.without_word()[0].name
    _enter(_found(picture))
    assert name in _main(coordinator, "/changes/")


def test_findings_are_told_as_sentences(coordinator: Client) -> None:
    assert "Nothing was found that needs a decision." in _main(
        coordinator, "/findings/"
    )
