"""Quick entry: each form becomes one report, says what it moved, and can be undone."""

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client

from stillhere.ledger import Entry, Picture
from stillhere.pipeline.evidence import evidence_of
from stillhere.plan import needs_second
from stillhere.reports import Report
from stillhere.reports.statements import (
    CallStatement,
    ClearanceStatement,
    NeedStatement,
    VisitStatement,
)
from stillhere.vocabulary import ReportKind, Scope, Status, VisitHow, VisitResult

FOUND = {"event": "found"}
SignIn = Callable[[str], Client]


@pytest.fixture
def hotline(signed_in: SignIn) -> Client:
    """An operator of the hotline."""
    return signed_in("hotline")


def picture() -> Picture:
    """The newest picture of the desk."""
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    return the_operation().picture


def stored_last(client: Client) -> Report:
    """The report this session stored last."""
    report = picture().evidence.report(client.session["entered"]["reports"][0])
    assert isinstance(report, Report)
    return report


def somebody_listed() -> Entry:
    """Somebody without word whose name only they have."""
    names = [e.name for e in picture().entries.values()]
    return next(e for e in picture().without_word() if names.count(e.name) == 1)


def test_the_first_page_leads_to_every_form(coordinator: Client) -> None:
    page = coordinator.get("/enter/").content.decode()
    for name in ("call", "visit", "found", "need"):
        assert f'href="/enter/{name}/"' in page
        assert "autofocus" in coordinator.get(f"/enter/{name}/").content.decode()
    assert 'href="/enter/death/"' not in page


def test_a_call_becomes_one_report_and_the_form_comes_back_empty(
    hotline: Client,
) -> None:
    before = picture()
    answer = hotline.post(
        "/enter/call/",
        {
            "name": "անի մարտիրոսյան",
            "settlement": "Kovsakan",
            "people": "2",
            "certainty": "sure",
            "note": "the light was on",
            "caller": "Ruzan",
            "phone": "+374 91 000 000",
            "date": before.as_of[:10],
        },
    )
    assert (answer.status_code, answer.headers["Location"]) == (302, "/enter/call/")
    report = stored_last(hotline)
    assert (report.kind, report.source) == (ReportKind.CALL, "hotline")
    assert report.stamp.author == "desk:hotline"
    said = picture().statements[report.id]
    assert isinstance(said, CallStatement)
    assert said.person is not None
    assert said.person.name.full == "անի մարտիրոսյան"
    assert said.people == 2
    assert report.fields["enquirer"] == "Ruzan"
    page = hotline.get("/enter/call/").content.decode()
    assert f"/reports/{report.id}/" in page
    assert "անի մարտիրոսյան" in page  # held to be about
    assert 'value="անի' not in page


def test_a_found_person_leaves_the_list_and_undo_brings_them_back(
    hotline: Client,
) -> None:
    entry = somebody_listed()
    before = len(picture().without_word())
    hotline.post(
        "/enter/found/",
        {"name": entry.name, "event": "found", "known": entry.id, "team": "3"},
    )
    person = picture().entry(entry.id)
    assert person.status is Status.FOUND
    after = len(picture().without_word())
    page = hotline.get("/enter/found/").content.decode()
    assert "“no word yet” before, now “found”" in page
    assert f"The list without word went from {before} to {after}." in page
    assert stored_last(hotline).source == "team 3"
    assert 'value="3"' in page  # the team used last
    assert '<datalist id="teams"><option value="3">' in page

    hotline.post("/enter/undo/")
    assert picture().entry(entry.id).status is entry.status
    assert len(picture().without_word()) == before
    assert "Taken back." in hotline.get("/enter/found/").content.decode()


def test_what_was_stored_is_said_once_and_on_its_own_page(hotline: Client) -> None:
    hotline.post("/enter/call/", {"settlement": "Kovsakan", "note": "smoke"})
    said = 'aria-label="What was stored"'
    assert said not in hotline.get("/enter/found/").content.decode()
    assert said in hotline.get("/enter/call/").content.decode()
    assert said not in hotline.get("/enter/call/").content.decode()
    answer = hotline.post("/enter/undo/")
    assert answer.headers["Location"] == "/enter/call/"
    assert "Taken back." not in hotline.get("/enter/visit/").content.decode()
    assert "Taken back." in hotline.get("/enter/call/").content.decode()
    assert "Taken back." not in hotline.get("/enter/call/").content.decode()


def test_the_length_of_the_list_is_right_after_every_entry(hotline: Client) -> None:
    names = [e.name for e in picture().entries.values()]
    once = [e for e in picture().without_word() if names.count(e.name) == 1]
    for entry in once[:3]:
        hotline.post("/enter/found/", {"name": entry.name, "known": entry.id, **FOUND})
        assert hotline.session["entered"]["listed"] == len(picture().without_word())


def test_picking_somebody_stores_the_judgement_with_the_report(
    hotline: Client,
) -> None:
    entry = somebody_listed()
    hotline.post("/enter/call/", {"name": "Grandmother", "known": entry.id})
    report = stored_last(hotline)
    assert picture().referent(report.id) == picture().referent(entry.id)
    stored = map(picture().evidence.report, hotline.session["entered"]["reports"])
    kinds = [one.kind for one in stored if one is not None]
    assert kinds == [ReportKind.CALL, ReportKind.JUDGEMENT]


def test_an_entry_that_is_stored_ties_no_second_person_without_a_decision(
    signed_in: Callable[[str], Client],
) -> None:
    registrar = signed_in("registrar")
    waits = max(picture().without_word(), key=lambda entry: entry.concern)
    left = next(e for e in picture().entries.values() if e.status is Status.LEFT)
    assert needs_second((waits, left))
    typed = {"name": waits.name, "note": "called", "known": waits.id}
    registrar.post("/enter/call/", typed)
    report = stored_last(registrar)
    before = picture().digest
    answer = registrar.post("/enter/call/", {**typed, "known": left.id})
    assert picture().digest == before
    pair = sorted((report.id, picture().referent(left.id)))
    assert answer.headers["Location"] == f"/links/{pair[0]}/{pair[1]}/"
    page = registrar.get(answer.headers["Location"]).content.decode()
    assert "counts only when a second person says so too" in page


def test_the_same_entry_with_the_same_person_picked_stays_on_its_page(
    signed_in: Callable[[str], Client],
) -> None:
    registrar, entry = signed_in("registrar"), somebody_listed()
    typed = {"name": "Grandmother", "note": "called", "known": entry.id}
    answers = [registrar.post("/enter/call/", typed) for _ in range(2)]
    assert {answer.headers["Location"] for answer in answers} == {"/enter/call/"}
    assert "stored already" in registrar.get("/enter/call/").content.decode()
    decision = registrar.session["entered"]["reports"][1]
    assert evidence_of(picture()).bench.book.in_force(decision)
    registrar.post("/enter/undo/")  # the second press left both its own
    assert not evidence_of(picture()).bench.book.in_force(decision)


def test_the_same_entry_twice_is_one_report(hotline: Client) -> None:
    typed = {"settlement": "Kovsakan", "note": "smoke from a chimney"}
    hotline.post("/enter/call/", typed)
    first = stored_last(hotline)
    hotline.post("/enter/call/", typed)
    assert stored_last(hotline) == first
    page = hotline.get("/enter/call/").content.decode()
    assert "stored already" in page


def test_an_entry_typed_again_after_it_was_taken_back_counts(hotline: Client) -> None:
    typed = {"settlement": "Kovsakan", "note": "smoke from a chimney"}
    hotline.post("/enter/call/", typed)
    first = stored_last(hotline)
    hotline.post("/enter/undo/")
    assert first.id not in picture().statements
    hotline.post("/enter/call/", typed)
    second = stored_last(hotline)
    assert second.id != first.id
    assert second.id in picture().statements


def test_a_wrong_form_keeps_everything_and_says_so_at_its_field(
    hotline: Client,
) -> None:
    ahead = (dt.date.fromisoformat(picture().as_of[:10]) + dt.timedelta(9)).isoformat()
    answer = hotline.post(
        "/enter/call/", {"name": "Անի", "people": "many", "date": ahead}
    )
    page = answer.content.decode()
    assert answer.status_code == 200
    assert 'value="Անի"' in page
    assert 'value="many"' in page
    assert "Type a number from 0 to 999" in page
    assert "This day lies ahead" in page
    (focused,) = re.findall(r"<input[^>]*autofocus[^>]*>", page)
    assert 'id="id_people"' in focused
    assert "entered" not in hotline.session


def test_a_call_about_nothing_is_asked_back(hotline: Client) -> None:
    page = hotline.post("/enter/call/", {"caller": "Ruzan"}).content.decode()
    assert "Say about whom or which place" in page


@pytest.mark.parametrize("form", ["call", "found"])
@pytest.mark.parametrize("born", ["banana", "200", "9999", "2090", "12345"])
def test_what_is_no_birth_is_asked_back(hotline: Client, form: str, born: str) -> None:
    typed = {"name": "Ruzan", "born": born, **FOUND}
    page = hotline.post(f"/enter/{form}/", typed).content.decode()
    assert "a year such as 1941, or an age such as 82" in page
    assert "entered" not in hotline.session


@pytest.mark.parametrize("born", ["1941", "82", "1941-03-05", "3.5.1941", ""])
def test_a_year_a_date_or_an_age_is_taken(hotline: Client, born: str) -> None:
    answer = hotline.post("/enter/call/", {"name": "Ruzan", "born": born})
    assert answer.status_code == 302


def test_a_call_that_concerns_nobody_known_says_so(hotline: Client) -> None:
    sentence = "It concerns nobody and no place the picture knows yet."
    hotline.post("/enter/call/", {"note": "somebody needs help"})
    assert sentence in hotline.get("/enter/call/").content.decode()
    hotline.post("/enter/call/", {"settlement": "Kovsakan", "note": "smoke"})
    assert sentence not in hotline.get("/enter/call/").content.decode()


def test_a_visit_states_its_door_result_and_who_was_met(hotline: Client) -> None:
    hotline.post(
        "/enter/visit/",
        {
            "settlement": "Kovsakan",
            "address": "Garden Street 3",
            "result": "people_present",
            "how": "knocked",
            "people": "1",
            "name": "Siranush Vardanyan",
            "given": "water",
            "team": "2",
        },
    )
    report = stored_last(hotline)
    said = picture().statements[report.id]
    assert isinstance(said, VisitStatement)
    assert (said.how, said.result) == (VisitHow.KNOCKED, VisitResult.PEOPLE_PRESENT)
    assert (said.team, said.given, said.people) == ("2", "water", 1)
    assert picture().entry(report.id).status is Status.FOUND


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"result": "empty", "how": "knocked"}, "after every room was entered"),
        ({"result": "nobody_answered", "people": "2"}, "nobody was met"),
        ({"result": ""}, "Choose one: type its number"),
    ],
)
def test_a_visit_that_does_not_agree_with_itself_is_asked_back(
    hotline: Client, typed: dict[str, str], sentence: str
) -> None:
    page = hotline.post(
        "/enter/visit/", {"settlement": "Kovsakan", "how": "knocked", **typed}
    )
    assert sentence in page.content.decode()
    assert "entered" not in hotline.session


def test_a_need_says_what_for_whom_and_how_urgent(hotline: Client) -> None:
    hotline.post(
        "/enter/need/",
        {
            "what": "medicine",
            "urgency": "at once",
            "name": "Siranush Vardanyan",
            "settlement": "Kovsakan",
            "note": "insulin",
        },
    )
    said = picture().statements[stored_last(hotline).id]
    assert isinstance(said, NeedStatement)
    assert (said.what, said.urgency, said.person) == (
        "medicine",
        "at once",
        "Siranush Vardanyan",
    )


def test_a_death_is_entered_by_code_and_moves_nothing_of_operations(
    signed_in: SignIn,
) -> None:
    forensic = signed_in("forensic")
    before = picture().digest
    page = forensic.get("/enter/death/").content.decode()
    assert 'name="name"' not in page
    forensic.post(
        "/enter/death/",
        {"code": "B-0041", "settlement": "Kovsakan", "state": "whole", "recorder": "K"},
    )
    report = stored_last(forensic)
    assert report.kind is ReportKind.REMAINS
    assert report.stamp.scopes == (Scope.THE_DEAD,)
    assert picture().digest == before
    page = forensic.get("/enter/death/").content.decode()
    assert "The picture of operations does not change by it" in page


@pytest.mark.parametrize("code", ["Anna Saroyan", "Anna", "Անի 1950", "ANI 1950", ""])
def test_what_may_be_a_name_is_refused_as_a_code(signed_in: SignIn, code: str) -> None:
    forensic = signed_in("forensic")
    page = forensic.post("/enter/death/", {"code": code}).content.decode()
    assert "othing was stored" in page or "Nothing is stored" in page
    assert "entered" not in forensic.session


def test_deaths_are_entered_by_who_works_for_the_dead_alone(
    coordinator: Client,
) -> None:
    assert coordinator.get("/enter/death/").status_code == 403


def test_who_a_typed_name_may_be_is_offered(hotline: Client) -> None:
    entry = somebody_listed()
    page = hotline.get("/enter/who/", {"name": entry.name}).content.decode()
    assert f'value="{entry.id}"' in page
    assert "<html" not in page
    assert entry.id not in hotline.get("/enter/who/", {"name": "zz"}).content.decode()


def test_who_it_may_be_stands_above_the_button_that_stores(hotline: Client) -> None:
    page = hotline.get("/enter/call/").content.decode()
    assert page.index('id="who"') < page.index("Store <kbd>")


def test_without_script_a_button_shows_who_it_may_be_and_stores_nothing(
    hotline: Client,
) -> None:
    entry = somebody_listed()
    typed = {"name": entry.name, "note": "kept", "look": "1"}
    page = hotline.post("/enter/call/", typed).content.decode()
    assert f'value="{entry.id}"' in page
    assert 'value="kept"' in page
    assert "entered" not in hotline.session


def test_addresses_are_offered_while_typing(hotline: Client, desk: Path) -> None:
    del desk
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    building = next(iter(the_operation().world.buildings))
    address = next(iter(building.addresses.values()))
    page = hotline.get("/enter/doors/", {"address": address[:6]}).content.decode()
    assert "<option" in page


def test_a_security_officer_clears_a_road_for_a_day(
    signed_in: SignIn, hotline: Client
) -> None:
    assert hotline.get("/enter/way/").status_code == 403
    assert "/enter/way/" not in hotline.get("/enter/").content.decode()
    security = signed_in("security")
    assert 'href="/enter/way/"' in security.get("/enter/").content.decode()
    sent = {
        "road": "way 1055",
        "state": "open",
        "vehicles": ["car", "ambulance"],
        "date": picture().as_of[:10],
        "time": "07:00",
        "until": "14:00",
    }
    assert security.post("/enter/way/", sent).status_code == 302
    said = picture().evidence.statement(stored_last(security).id)
    assert isinstance(said, ClearanceStatement)
    assert (said.vehicles, said.state) == ("car ambulance", "open")
    assert said.until == f"{picture().as_of[:10]}T14:00"
    assert said.place.address == "way 1055"


def test_a_word_on_no_road_or_for_no_vehicle_is_not_stored(signed_in: SignIn) -> None:
    security = signed_in("security")
    page = security.post("/enter/way/", {"state": "open"}).content.decode()
    assert "Say which settlement or road, or where." in page
    assert "Say for which vehicles it is open." in page
    sent = {"state": "closed", "latitude": "north", "longitude": "46.7"}
    page = security.post("/enter/way/", sent).content.decode()
    assert "Type a number such as 39.815" in page
    sent["latitude"] = "39,81"
    assert security.post("/enter/way/", sent).status_code == 302
    said = picture().evidence.statement(stored_last(security).id)
    assert isinstance(said, ClearanceStatement)
    assert (said.place.lat, said.place.lon) == ("39.81", "46.7")
