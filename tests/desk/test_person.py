"""The page of one person: everything known, who says so, and how it hangs together."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client

from stillhere.ledger import Entry, Picture


@pytest.fixture
def picture(desk: Path) -> Picture:
    del desk
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    return the_operation().picture


@pytest.fixture
def known(picture: Picture) -> Entry:
    """Who most reports speak of."""
    return max(picture.entries.values(), key=lambda e: (len(e.words), e.id))


def _main(client: Client, path: str) -> str:
    return client.get(path).content.decode().partition("<main")[2]


def test_any_mention_of_a_person_leads_to_their_page(
    coordinator: Client, known: Entry
) -> None:
    other = next(m for m in known.members if m != known.id)
    answer = coordinator.get(f"/people/{other}/")
    assert answer.status_code == 302
    assert answer.headers["Location"] == f"/people/{known.id}/"


def test_an_unknown_person_gets_the_one_sentence(coordinator: Client) -> None:
    answer = coordinator.get(f"/people/{'0' * 32}/")
    assert answer.status_code == 404
    assert "Nothing can be shown about this." in answer.content.decode()


def test_every_report_about_a_person_stands_in_the_time_line(
    coordinator: Client, known: Entry, picture: Picture
) -> None:
    page = _main(coordinator, f"/people/{known.id}/")
    line = page.partition('class="timeline"')[2].partition("</ol>")[0]
    for mention in known.members:
        origin = picture.evidence.provenance(mention)
        assert origin is not None
        assert f"/reports/{mention}/" in line
        assert f"row {origin.row}" in line
    for name in known.names:
        assert name.text in page


def test_every_link_is_explained_with_its_weights(
    coordinator: Client, known: Entry, picture: Picture
) -> None:
    page = _main(coordinator, f"/people/{known.id}/")
    links = picture.evidence.links(known.id)
    assert links
    assert page.count('class="tie"') == len(links)
    assert page.count("how many others it might be") == len(links)
    assert "<meter" in page


def test_every_link_says_what_it_comes_to_and_who_decided_on_it(
    signed_in: Callable[[str], Client], known: Entry, picture: Picture
) -> None:
    registrar = signed_in("registrar")
    before = picture.evidence.links(known.id)
    link = before[0]
    registrar.post(f"/links/{link.a}/{link.b}/judge/", {"judgement": "same"})
    page = _main(registrar, f"/people/{known.id}/")
    ties = page.split('class="tie"')[1:]
    assert len(ties) == len(before)
    for tie in ties:
        assert re.search(r"Together: [\d.]+ bits for one person\.", tie)
        assert "who stands beside them" in tie
        assert "decision" in tie
    assert page.count("desk:registrar") == 1
    assert sum("a person said that they are the same" in tie for tie in ties) == 1
    assert page.count("Look at both, or part them") == len(ties)
    assert "Look at both, or part them" not in _main(
        signed_in("hotline"), f"/people/{known.id}/"
    )


def test_every_value_opens_to_exactly_its_reports(
    coordinator: Client, known: Entry
) -> None:
    page = _main(coordinator, f"/people/{known.id}/")
    names = set(re.findall(rf"/people/{known.id}/values/([a-z_]+)/", page))
    assert {"status", "birth", "sex", "home"} <= names
    for name in names:
        behind = _main(coordinator, f"/people/{known.id}/values/{name}/")
        shown = set(re.findall(r"/reports/([0-9a-f]{32})/", behind))
        assert shown == set(known.cites(name))


def test_both_sides_of_a_conflict_are_shown(
    coordinator: Client, picture: Picture
) -> None:
    entry = next(e for e in picture.entries.values() if e.conflicts)
    page = _main(coordinator, f"/people/{entry.id}/")
    part = page.partition('id="conflicts"')[2].partition("</section>")[0]
    for conflict in entry.conflicts:
        for side in conflict.sides:
            assert f"/reports/{side.report}/" in part


def test_opening_a_person_is_noted_and_who_asks_in_vain_is_not(
    coordinator: Client, known: Entry
) -> None:
    from stillhere.desk import rows  # noqa: PLC0415

    coordinator.get(f"/people/{known.id}/")
    coordinator.get(f"/people/{'0' * 32}/")
    noted = rows.openings()
    assert [(o.account, o.referent, o.page) for o in noted] == [
        ("coordinator", known.id, "person")
    ]


def test_that_a_child_is_alone_is_said_to_its_role_only(
    signed_in: Callable[[str], Client], desk: Path
) -> None:
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415
    from stillhere.reports import Stamp, make_report  # noqa: PLC0415
    from stillhere.vocabulary import ReportKind  # noqa: PLC0415

    del desk
    operation = the_operation()
    body = {
        "name": "Zzyzx Qwertian",
        "event": "seen",
        "care": "child_alone",
        "birth_year": "2016",
    }
    stamp = Stamp(source_date=operation.today)
    report = make_report(operation.key, ReportKind.PERSON, "hotline", body, stamp=stamp)
    entry = operation.enter([report]).after.entry(report.id)
    assert "child_alone" in entry.reasons
    own = f"/reports/{entry.id}/"
    pages = (f"/people/{entry.id}/", "/people/?listed=on", "/people/?q=Zzyzx", own)
    for page in pages:
        assert "a child alone" not in _main(signed_in("hotline"), page)
        assert "a child alone" in _main(signed_in("child_protection"), page)


def test_the_household_shows_its_members_with_their_status(
    coordinator: Client, picture: Picture
) -> None:
    household = max(picture.households.values(), key=lambda h: (len(h.members), h.id))
    first = picture.entries[household.members[0]]
    page = _main(coordinator, f"/households/{household.id}/")
    for name in household.members:
        assert f"/people/{name}/" in page
    if first.household == household.id:
        own = _main(coordinator, f"/people/{first.id}/")
        assert f"/households/{household.id}/" in own
    assert coordinator.get("/households/nobody/").status_code == 404


def test_who_probably_arrived_is_told_what_is_missing_to_leave_the_list(
    coordinator: Client, picture: Picture
) -> None:
    sentence = "a person must confirm it, or a document, a phone number or a second"
    careful = next(e for e in picture.entries.values() if e.probable)
    sure = next(e for e in picture.entries.values() if not e.probable)
    assert sentence in _main(coordinator, f"/people/{careful.id}/")
    assert sentence not in _main(coordinator, f"/people/{sure.id}/")
