"""Doubtful places: names nobody can be sure of, decided, told, and taken back."""

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from stillhere.pipeline import build
from stillhere.places import Place, PlaceId, ReadAs
from stillhere.places.tables import LoadedTable, TableForm
from stillhere.plan.unplaced import Unplaced
from stillhere.reports import EXERCISE_KEY, Report, make_report
from stillhere.vocabulary import ReportKind
from tests.desk.test_jobs import waited
from tests.desk.test_snapshots import started_again

SignIn = Callable[[str], Client]
ROOM = "/doubtful-places/"
UNKNOWN, SLIP = "Վերինտափ", "Stepankert"
PEOPLE = (
    ("Arpi Sahakyan", UNKNOWN),
    ("Garnik Melkonyan", UNKNOWN),
    ("Lusine Abrahamyan", "Verintap"),
    ("Tigran Vardanyan", SLIP),
)


def arrived(number: int, name: str, place: str) -> Report:
    """Somebody who arrived from a place."""
    fields = {
        "name": name,
        "birth_date": f"{1950 + number}-02-03",
        "event": "arrived",
        "settlement": place,
    }
    return make_report(EXERCISE_KEY, ReportKind.PERSON, "a far town", fields)


@pytest.fixture
def operation(desk: Path) -> Any:
    """The town with people of places no table has for sure."""
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    del desk
    people = enumerate(PEOPLE)
    the_operation().enter([arrived(number, *person) for number, person in people])
    return the_operation()


def names(operation: Any) -> Any:
    """The names as the desk knows them."""
    from stillhere.desk.settling.waiting import names_of  # noqa: PLC0415

    with operation.evidence() as picture:
        return names_of(operation, picture)


def name(operation: Any, text: str) -> Unplaced:
    """One of them by a text."""
    every: list[Unplaced] = list(names(operation).every.values())
    return next(one for one in every if text in one.texts)


def address(operation: Any, text: str) -> str:
    """Of the page of a name."""
    from stillhere.desk.settling.waiting import code_of  # noqa: PLC0415

    return f"{ROOM}{code_of(name(operation, text).key)}/"


def settle(client: Client, address: str, **sent: object) -> str:
    """Decide; returns where the answer leads."""
    answer = client.post(f"{address}settle/", sent)
    assert answer.status_code == 302
    return str(answer.headers["Location"])


def said(client: Client, address: str) -> str:
    """The page of an address."""
    answer = client.get(address)
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def reread(client: Client) -> None:
    """Read every place anew, and wait for it."""
    from stillhere.desk.operation.jobs import the_jobs  # noqa: PLC0415

    client.post(f"{ROOM}reread/")
    job = next(j for j in the_jobs().listed() if j.kind == "places")
    assert waited(job).error is None


def home(operation: Any, person: str) -> str:
    """The settlement somebody is held to be of."""
    entries = operation.picture.entries.values()
    entry = next(e for e in entries if e.name == person)
    return str(entry.home.settlement)


def test_the_list_shows_names_in_their_script_those_of_most_people_first(
    coordinator: Client, operation: Any
) -> None:
    page = said(coordinator, ROOM)
    assert page.index(UNKNOWN) < page.index(SLIP)
    assert "(Verintap)" in page
    assert "No table has this name." in page
    assert "but for a slip of the hand." in page
    assert f'{address(operation, UNKNOWN)}?place=1"' in page
    found = name(operation, UNKNOWN)
    assert (found.people, len(found.reports)) == (3, 3)
    assert re.search(r'reports/\?of=people">3<', page)


def test_only_who_decides_on_links_opens_a_name(
    signed_in: SignIn, operation: Any
) -> None:
    from stillhere.desk.access import Role  # noqa: PLC0415

    pages = (ROOM, address(operation, UNKNOWN), f"{address(operation, SLIP)}reports/")
    for role in Role:
        client = signed_in(role.value)
        links = client.get("/links/").status_code
        for page in pages:
            assert client.get(page).status_code == links, (role, page)
        shown = ROOM in client.get("/brief/").content.decode()
        assert shown == (links == 200), role
    sent = {"meant": "none"}
    refused = signed_in("information").post(f"{pages[1]}settle/", sent)
    assert refused.status_code == 403
    assert names(operation).said.every == ()


def test_the_overview_counts_them_for_who_may_decide(
    signed_in: SignIn, operation: Any
) -> None:
    number = len(names(operation).open)
    told = f"{number} names of places that nobody can be sure of"
    assert told in said(signed_in("registrar"), "/")
    assert told not in said(signed_in("hotline"), "/")


def test_the_page_of_a_place_no_table_has_leads_to_the_decision(
    signed_in: SignIn, operation: Any
) -> None:
    where = f"/places/{home(operation, 'Arpi Sahakyan')}/"
    leads = f'href="{address(operation, UNKNOWN)}"'
    assert leads in said(signed_in("registrar"), where)
    assert leads not in said(signed_in("hotline"), where)


def test_each_number_opens_to_what_stands_behind_it(
    coordinator: Client, operation: Any
) -> None:
    found = name(operation, UNKNOWN)
    page = said(coordinator, f"{address(operation, UNKNOWN)}reports/")
    people = said(coordinator, f"{address(operation, UNKNOWN)}reports/?of=people")
    for report in found.reports:
        assert f"/reports/{report}/" in page
        assert f"/reports/{report}/" in people
    for who in found.who:
        assert f"/people/{who}/" in people


def test_a_name_stands_beside_its_likeliest_places_with_all_their_names(
    coordinator: Client, operation: Any
) -> None:
    page = said(coordinator, address(operation, SLIP))
    place = operation.gazetteer["khankendi"]
    for other in place.names:
        assert f"<bdi>{other}</bdi>" in page
    assert 'value="khankendi" data-key="1"' in page
    assert "Tigran Vardanyan" in page
    assert "a far town" in page


def test_a_place_that_is_not_offered_is_found_by_any_of_its_names(
    coordinator: Client, operation: Any
) -> None:
    where = address(operation, UNKNOWN)
    answer = coordinator.post(where, {"find": "Шуши", "place": "1"})
    page = unescape(answer.content.decode())
    assert 'name="is" value="shusha"' in page
    assert 'name="place" value="1"' in page
    nothing = coordinator.post(where, {"find": "qqqqqq"}).content.decode()
    assert "No table has a name like this one." in nothing


def test_a_decision_leads_to_the_next_name_and_counts_once_places_are_read_anew(
    coordinator: Client, operation: Any
) -> None:
    before, first = operation.picture.digest, names(operation).open[0]
    assert UNKNOWN in first.texts
    where = address(operation, UNKNOWN)
    leads = settle(coordinator, where, **{"is": "shusha", "place": 1})
    left = names(operation).open
    assert first.key not in {one.key for one in left}
    assert leads == f"{address(operation, left[0].texts[0])}?place=1"
    page = said(coordinator, leads)
    assert "Stored." in page
    assert "It concerns 3 people." in page
    assert home(operation, "Arpi Sahakyan").startswith("~")
    assert "Read every place anew now" in said(coordinator, ROOM)
    reread(coordinator)
    assert "Read every place anew now" not in said(coordinator, ROOM)
    for person, _ in PEOPLE[:3]:
        assert home(operation, person) == "shusha"
    decided = said(coordinator, f"{ROOM}?tab=decided")
    assert "desk:coordinator</bdi> (you)" in decided
    (ruling,) = names(operation).said.every
    assert '<input type="hidden" name="place" value="1"><button class="second"' in page
    undo = f"{ROOM}said/{ruling.report}/undo/"
    back = coordinator.post(undo, {"place": "1"}).headers["Location"]
    assert back == f"{where}?place=1"
    page = said(coordinator, back)
    assert "The decision is taken back." in page
    assert "Number 1 of the list" in page
    assert first in names(operation).open
    reread(coordinator)
    assert operation.picture.digest == before
    assert home(operation, "Arpi Sahakyan").startswith("~")


def test_places_read_anew_are_what_a_start_of_the_desk_builds(
    coordinator: Client, operation: Any
) -> None:
    from stillhere.desk import rows  # noqa: PLC0415

    settle(coordinator, address(operation, UNKNOWN), meant="none")
    settle(coordinator, address(operation, SLIP), **{"is": "khankendi"})
    reread(coordinator)
    digest, rules = operation.picture.digest, operation.picture.rules_digest
    assert rows.fits(digest)
    assert operation.kept == -1
    again = started_again(operation)
    assert (again.picture.digest, again.picture.rules_digest) == (digest, rules)


def test_what_is_entered_while_places_are_read_is_not_lost(
    coordinator: Client, operation: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = arrived(7, "Anahit Grigoryan", UNKNOWN)

    def meanwhile(*given: Any, **named: Any) -> Any:
        made = build(*given, **named)
        operation.enter([late])
        return made

    monkeypatch.setattr("stillhere.desk.operation.rereading.build", meanwhile)
    settle(coordinator, address(operation, UNKNOWN), **{"is": "shusha"})
    reread(coordinator)
    assert (
        late.id in operation.picture.referents or late.id in operation.picture.entries
    )
    assert home(operation, "Anahit Grigoryan") == "shusha"
    again = started_again(operation)
    assert again.picture.digest == operation.picture.digest


def test_none_of_these_and_left_open_stand_in_their_lists(
    coordinator: Client, operation: Any
) -> None:
    settle(coordinator, address(operation, UNKNOWN), meant="none")
    settle(coordinator, address(operation, SLIP), meant="open")
    coordinator.get(ROOM)  # takes the message
    known = names(operation)
    assert SLIP in known.aside[0].texts
    assert not {UNKNOWN, SLIP} & {t for one in known.open for t in one.texts}
    aside = said(coordinator, f"{ROOM}?tab=aside")
    assert SLIP in aside
    assert UNKNOWN not in aside
    decided = said(coordinator, f"{ROOM}?tab=decided")
    assert "None of the places known" in decided
    assert "Left open" in decided
    reread(coordinator)
    assert home(operation, "Tigran Vardanyan") == "khankendi"
    assert names(operation).waits is False


def test_deciding_anew_takes_the_place_of_the_earlier_and_undo_brings_it_back(
    coordinator: Client, signed_in: SignIn, operation: Any
) -> None:
    where = address(operation, UNKNOWN)
    settle(signed_in("registrar"), where, **{"is": "shusha"})
    settle(coordinator, where, meant="none")
    (now,) = names(operation).said.every
    assert (now.meant, now.who) == ("none", "desk:coordinator")
    assert "None of the places known.\n" in said(coordinator, where)
    coordinator.post(f"{ROOM}said/{now.report}/undo/")
    (back,) = names(operation).said.every
    assert (back.place, back.who) == ("shusha", "desk:registrar")
    settle(coordinator, where, **{"is": "shusha"})
    assert "Nothing was added." in said(coordinator, where)
    assert names(operation).said.every == (back,)


def test_a_decision_of_the_command_line_stands_here_too(
    coordinator: Client, operation: Any
) -> None:
    from stillhere.intake.tables import decided_report  # noqa: PLC0415
    from stillhere.reports import Stamp  # noqa: PLC0415

    stamp = Stamp(author="officer", source_date="2023-10-09T10:00:00+04:00")
    operation.enter([decided_report(SLIP, "khankendi", operation.key, stamp, "bus 4")])
    page = said(coordinator, f"{ROOM}?tab=decided")
    assert "officer" in page
    assert "bus 4" in page
    assert SLIP not in {t for one in names(operation).open for t in one.texts}


def test_a_place_no_table_knows_cannot_be_chosen(
    coordinator: Client, operation: Any
) -> None:
    where = address(operation, UNKNOWN)
    for sent in ({"is": "atlantis"}, {"meant": "place"}, {}, {"place": "x"}):
        assert settle(coordinator, where, **sent) == where
    assert names(operation).said.every == ()
    assert coordinator.post(f"{ROOM}said/{'0' * 32}/undo/").status_code == 404
    assert coordinator.get(f"{ROOM}0000/").status_code == 404


def test_a_name_stands_in_no_address_and_in_no_title(
    coordinator: Client, operation: Any
) -> None:
    page = said(coordinator, address(operation, UNKNOWN))
    found = re.findall(r'(?:href|action)="([^"]*)"|<title>(.*?)</title>', page)
    told = " ".join(one for pair in found for one in pair)
    assert UNKNOWN not in told
    assert name(operation, UNKNOWN).key not in told


def test_the_routine_reads_places_anew_once_nobody_types(operation: Any) -> None:
    from stillhere.desk.operation.backups import Backups  # noqa: PLC0415
    from stillhere.desk.operation.routine import Routine  # noqa: PLC0415
    from stillhere.intake.tables import decided_report  # noqa: PLC0415
    from stillhere.reports import Stamp  # noqa: PLC0415

    routine = Routine(operation, Backups(operation, None))
    routine.look()
    assert "places" not in routine._running
    stamp = Stamp(author="desk:test", source_date="2023-10-09T10:00:00+04:00")
    operation.enter([decided_report(UNKNOWN, "shusha", operation.key, stamp)])
    routine.look()
    assert "places" not in routine._running
    routine.look()
    assert waited(routine._running["places"]).error is None
    assert home(operation, "Arpi Sahakyan") == "shusha"
    first = routine._running["places"]
    routine.look()
    assert routine._running["places"] is first


def two_of_one_name() -> Report:
    """A table of places that gives two of them one name."""
    from stillhere.intake.tables import loaded_report  # noqa: PLC0415

    places = (
        Place(
            *(PlaceId(f"gn{number}"), "village", "", "", "", "Twinshen", ()),
            *(39.0 + number, 46.7, False, (f"geonames:{number}",)),
        )
        for number in (1, 2)
    )
    files = ("XX.txt",)
    table = LoadedTable("XX", TableForm.GEONAMES, files, "1", places=tuple(places))
    return loaded_report(table, EXERCISE_KEY, "2023-10-09T08:00:00+04:00")


def test_a_name_that_places_share_is_decided_by_the_code_of_its_table(
    coordinator: Client, operation: Any
) -> None:
    operation.enter([two_of_one_name(), arrived(8, "Karen Danielyan", "Twinshen")])
    reread(coordinator)
    found = name(operation, "Twinshen")
    assert (found.how, found.shared) == (ReadAs.SEVERAL, ("gn1", "gn2"))
    where = address(operation, "Twinshen")
    page = said(coordinator, where)
    assert "2 places have this name." in page
    for number in (1, 2):
        assert f'value="geonames:{number}" data-key="{number}"' in page
    settle(coordinator, where, **{"is": "geonames:2"})
    assert re.search(r'value="geonames:2"[^>]* disabled', said(coordinator, where))
    reread(coordinator)
    assert home(operation, "Karen Danielyan") == "gn2"
