"""The plan is worked out beside the page, handed out as sheets, and typed in again."""

import re
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.test import Client

from stillhere.desk.planning.handing import HandedSheet, HandedStop, sheets_of
from stillhere.ledger import Entry, Picture, PlaceKey
from stillhere.reports import ReportId
from stillhere.reports.statements import PersonStatement, VisitStatement
from stillhere.vocabulary import ReportKind, Status, VisitHow, VisitResult

SignIn = Callable[[str], Client]
WISHES = {"teams": "2", "hours": "6", "start": "09:00", "doors": "5"}


@pytest.fixture(autouse=True)
def _forget(desk: Path) -> Iterator[None]:
    del desk
    from stillhere.desk.planning.working import the_workshop  # noqa: PLC0415

    the_workshop().forget()
    yield
    the_workshop().forget()


def picture() -> Picture:
    """The newest picture of the desk."""
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    return the_operation().picture


def worked_out(client: Client, **wishes: str) -> str:
    """The page of the plan once it is there."""
    for _ in range(300):
        page = client.get("/plan/", {**WISHES, **wishes})
        text = page.content.decode()
        if 'http-equiv="refresh"' not in text:
            return text
        time.sleep(0.02)
    raise AssertionError("the plan never came")


def handed_out(client: Client, **wishes: str) -> list[HandedSheet]:
    """The sheets of a plan that was handed out just now."""
    from stillhere.desk.planning.register import all_sheets  # noqa: PLC0415
    from stillhere.desk.planning.working import the_workshop  # noqa: PLC0415

    worked_out(client, **wishes)
    made = the_workshop().newest()
    assert made is not None
    answer = client.post("/plan/accept/", {"plan": made.plan.code}, follow=True)
    assert answer.status_code == 200
    return list(all_sheets(picture()))


def test_the_page_answers_at_once_and_shows_the_plan_later(coordinator: Client) -> None:
    from stillhere.desk.operation.jobs import the_jobs  # noqa: PLC0415

    free = threading.Event()
    the_jobs().begin("other work", lambda _tell: free.wait(60))
    first = coordinator.get("/plan/", WISHES).content.decode()
    free.set()
    assert 'http-equiv="refresh"' in first
    page = worked_out(coordinator)
    assert "Team 1" in page
    assert "Team 2" in page
    assert "turn back by" in page
    assert "Hand out these sheets" in page


def test_handing_out_makes_one_report_with_numbered_sheets(coordinator: Client) -> None:
    sheets = handed_out(coordinator)
    assert [sheet.number for sheet in sheets] == [1, 2]
    report = picture().evidence.report(sheets[0].report)
    assert report is not None
    assert report.kind is ReportKind.PLAN
    assert sheets_of(report) == tuple(sheets)
    assert all(sheet.start == "09:00" for sheet in sheets)
    assert all(1 <= len(sheet.stops) <= 5 for sheet in sheets)
    names = {e.name for e in picture().entries.values() if e.name}
    assert not any(name in report.body for name in names)


def test_handing_out_twice_gives_no_second_numbers(coordinator: Client) -> None:
    sheets = handed_out(coordinator)
    plan = sheets[0].plan
    answer = coordinator.post("/plan/accept/", {"plan": plan}, follow=True)
    assert "handed out already" in answer.content.decode()
    assert handed_out(coordinator) == sheets


def test_a_plan_that_is_kept_no_more_is_not_handed_out(coordinator: Client) -> None:
    answer = coordinator.post("/plan/accept/", {"plan": "00000000"}, follow=True)
    assert "Nothing was handed out" in answer.content.decode()


def test_doors_on_sheets_that_are_out_are_left_alone(coordinator: Client) -> None:
    from stillhere.desk.planning.working import the_workshop  # noqa: PLC0415

    out = {stop.key for sheet in handed_out(coordinator) for stop in sheet.stops}
    page = worked_out(coordinator, anew="1")
    assert "left alone" in page
    made = the_workshop().newest()
    assert made is not None
    assert not out & {stop.key for team in made.plan.teams for stop in team.stops}


def accepted(client: Client, code: str) -> str:
    """The page after a plan was to be handed out."""
    answer = client.post("/plan/accept/", {"plan": code}, follow=True)
    return answer.content.decode()


def test_a_plan_whose_doors_are_out_is_neither_offered_nor_handed_out(
    coordinator: Client,
) -> None:
    from stillhere.desk.planning.register import all_sheets  # noqa: PLC0415
    from stillhere.desk.planning.working import the_workshop  # noqa: PLC0415

    worked_out(coordinator, doors="4")
    earlier = the_workshop().newest()
    assert earlier is not None
    handed_out(coordinator)
    page = worked_out(coordinator, doors="4")
    assert the_workshop().newest() is not earlier
    assert "stand on sheets 1, 2, which are out" in page
    assert "Hand out these sheets" not in page
    page = accepted(coordinator, earlier.plan.code)
    assert "Nothing was handed out. Doors of this plan stand on sheets 1, 2" in page
    doors = [stop.key for sheet in all_sheets(picture()) for stop in sheet.stops]
    assert len(doors) == len(set(doors))
    assert [sheet.number for sheet in all_sheets(picture())] == [1, 2]


def test_a_plan_whose_doors_were_visited_since_is_not_handed_out(
    coordinator: Client,
) -> None:
    from stillhere.desk.planning.working import the_workshop  # noqa: PLC0415

    worked_out(coordinator, doors="4")
    earlier = the_workshop().newest()
    assert earlier is not None
    for sheet in handed_out(coordinator):
        results = {f"r{stop.number}": "no_access" for stop in sheet.stops}
        coordinator.post(f"/enter/sheets/{sheet.number}/", lines(sheet, **results))
    page = accepted(coordinator, earlier.plan.code)
    assert "doors of this plan were visited after it was worked out" in page
    assert "Nothing was handed out." in page
    assert "Hand out these sheets" not in worked_out(coordinator, doors="4")


def test_sheets_are_found_again_among_the_reports(coordinator: Client) -> None:
    from stillhere.desk.planning.register import Register  # noqa: PLC0415

    sheets = handed_out(coordinator)
    assert list(Register().sheets(picture())) == sheets


def test_a_plan_taken_back_has_no_sheets(coordinator: Client) -> None:
    from stillhere.desk.planning.register import all_sheets  # noqa: PLC0415

    sheets = handed_out(coordinator)
    coordinator.post(f"/plan/sheets/{sheets[0].number}/undo/")
    assert all_sheets(picture()) == ()
    assert coordinator.get("/plan/sheets/1/").status_code == 404
    assert [sheet.number for sheet in handed_out(coordinator)] == [3, 4]


def test_who_may_not_decide_hands_nothing_out(signed_in: SignIn) -> None:
    hotline = signed_in("hotline")
    assert "Hand out these sheets" not in worked_out(hotline)
    assert hotline.post("/plan/accept/", {"plan": "x"}).status_code == 403


def test_a_sheet_is_printed_with_times_and_without_needless_names(
    coordinator: Client,
) -> None:
    sheet = handed_out(coordinator)[0]
    page = coordinator.get(f"/plan/sheets/{sheet.number}/").content.decode()
    assert "Sheet 1, team 1" in page
    assert sheet.code in page
    assert "Turn back at the latest" in page
    assert "Check in at" in page
    assert page.count('class="answers"') == len(sheet.stops)
    assert page.count("who was met, note:") == len(sheet.stops)
    able = [
        entry.name
        for stop in sheet.stops
        for person in picture().places[stop.key].residents
        if not (entry := picture().entries[person]).care and len(entry.name) > 4
    ]
    assert not any(name in page for name in able)


def test_a_sheet_sends_nobody_to_where_they_are(coordinator: Client) -> None:
    sheet = handed_out(coordinator)[0]
    address = f"/plan/sheets/{sheet.number}/"
    last = sheet.stops[-1].key.partition("/")[0]
    page = coordinator.get(address).content.decode()
    assert ("If you finish, go to" in page) is (sheet.after not in {None, last})


@pytest.mark.parametrize(("after", "further"), [("a", None), ("b", "b"), (None, None)])
def test_a_team_goes_on_to_another_settlement_alone(
    desk: Path, after: str | None, further: str | None
) -> None:
    del desk
    from stillhere.desk.views.planning.paper import further_of  # noqa: PLC0415

    stops = (HandedStop(1, PlaceKey("a/7"), 0, 60),)
    key = None if after is None else PlaceKey(after)
    sheet = HandedSheet(
        ReportId("0" * 32), 1, "abcd-01", 1, "2023-10-09", "08:00", stops, key, "", ""
    )
    assert further_of(sheet) == further


def test_the_people_expected_are_a_whole_number(coordinator: Client) -> None:
    page = worked_out(coordinator)
    assert re.search(r"by the model: about [\d,]+ pe(rson|ople) in the whole", page)


def test_a_name_on_paper_is_noted_as_an_opening(coordinator: Client) -> None:
    from stillhere.desk import rows  # noqa: PLC0415

    named = []
    for sheet in handed_out(coordinator, doors="200", hours="14"):
        page = coordinator.get(f"/plan/sheets/{sheet.number}/").content.decode()
        named += re.findall("Call by name, may not come to the door: ([^<]+)", page)
    assert named
    noted = [picture().entries[line.referent].name for line in rows.openings()]
    assert {line.page for line in rows.openings()} == {"plan-sheet"}
    assert all(any(name in text for text in named) for name in noted)
    assert len(noted) >= len(named)


def lines(sheet: HandedSheet, **typed: str) -> dict[str, str]:
    """The form of a sheet with some fields filled: ``r1=...`` is stop 1's result."""
    names = {"r": "result", "p": "people", "w": "names", "t": "time", "n": "note"}
    form = {f"{stop.number}-time": sheet.clock(stop.arrive_s) for stop in sheet.stops}
    return form | {f"{key[1:]}-{names[key[0]]}": text for key, text in typed.items()}


def visits_of(sheet: HandedSheet) -> dict[int, VisitStatement]:
    """What is stored of a sheet, by stop."""
    from stillhere.desk.planning.register import typed_stops  # noqa: PLC0415

    found = {}
    for stop, (report,) in typed_stops(picture(), sheet).items():
        said = picture().statements[report]
        assert isinstance(said, VisitStatement)
        found[stop] = said
    return found


def test_lines_with_a_result_become_visits_at_their_doors(coordinator: Client) -> None:
    sheet = handed_out(coordinator)[0]
    page = coordinator.get(f"/enter/sheets/{sheet.number}/").content.decode()
    assert page.count('class="result"') == len(sheet.stops)
    coordinator.post(
        f"/enter/sheets/{sheet.number}/",
        lines(sheet, r1="nobody_answered", r2="empty", n2="open window"),
    )
    visits = visits_of(sheet)
    assert set(visits) == {1, 2}
    assert visits[1].result is VisitResult.NOBODY_ANSWERED
    assert visits[1].how is VisitHow.KNOCKED
    assert visits[1].date == f"{sheet.day}T{sheet.clock(sheet.stops[0].arrive_s)}"
    assert visits[2].how is VisitHow.ENTERED
    assert visits[2].note == "open window"
    report = picture().evidence.report(visits[1].report)
    assert report is not None
    assert report.source == f"team {sheet.team}"


def test_everybody_met_at_a_door_is_found(coordinator: Client) -> None:
    sheet = handed_out(coordinator)[0]
    met = "Aram Testov; Lusine Testova"
    coordinator.post(
        f"/enter/sheets/{sheet.number}/",
        lines(sheet, r1="people_present", p1="2", w1=met),
    )
    visit = visits_of(sheet)[1]
    assert visit.people == 2
    assert visit.person is not None
    assert visit.person.name.full == "Aram Testov"
    others = [
        said
        for r in coordinator.session["entered"]["reports"]
        if isinstance(said := picture().evidence.statement(r), PersonStatement)
    ]
    assert [other.name.full for other in others] == ["Lusine Testova"]
    assert picture().entry(others[0].report).status is Status.FOUND
    page = coordinator.get(f"/enter/sheets/{sheet.number}/").content.decode()
    assert f'value="{met}"' in page


def somebody_at_a_door(sheet: HandedSheet) -> tuple[int, Entry]:
    """A stop, and somebody without word whose name is theirs alone at that door."""
    for stop in sheet.stops:
        people = [picture().entries[p] for p in picture().places[stop.key].residents]
        names = [person.name for person in people]
        for person in people:
            if person.listed and names.count(person.name) == 1:
                return stop.number, person
    raise AssertionError("nobody without word on this sheet")


def test_somebody_met_at_their_own_door_is_settled_and_shown(
    coordinator: Client,
) -> None:
    sheet = handed_out(coordinator)[0]
    address = f"/enter/sheets/{sheet.number}/"
    number, person = somebody_at_a_door(sheet)
    page = coordinator.get(address).content.decode()
    assert f'<option value="{person.name}">' in page
    typed = {f"r{number}": "people_present", f"w{number}": person.name}
    answer = coordinator.post(address, lines(sheet, **typed), follow=True)
    text = answer.content.decode()
    assert not picture().entry(person.id).listed
    assert picture().entry(person.id).status is Status.FOUND
    assert f"<bdi>{person.name}" in text
    assert "</bdi></a>: “no word yet” before, now “found”" in text
    coordinator.post("/enter/undo/")
    assert picture().entry(person.id).listed

    coordinator.post(address, lines(sheet, **typed))
    assert not picture().entry(person.id).listed
    coordinator.post(address, lines(sheet, **{**typed, f"w{number}": ""}))
    assert picture().entry(person.id).listed
    coordinator.post(address, lines(sheet, **typed))
    digest = picture().digest
    coordinator.post(address, lines(sheet, **typed))
    assert picture().digest == digest
    assert picture().entry(person.id).status is Status.FOUND


def test_a_name_that_is_not_of_the_door_settles_nobody_of_it(
    coordinator: Client,
) -> None:
    sheet = handed_out(coordinator)[0]
    number, person = somebody_at_a_door(sheet)
    typed = {f"r{number}": "people_present", f"w{number}": "Aram Testov"}
    coordinator.post(f"/enter/sheets/{sheet.number}/", lines(sheet, **typed))
    assert picture().entry(person.id).listed
    kinds = [
        report.kind
        for r in coordinator.session["entered"]["reports"]
        if (report := picture().evidence.report(r)) is not None
    ]
    assert kinds == [ReportKind.VISIT]


def test_sending_again_changes_only_what_changed(coordinator: Client) -> None:
    sheet = handed_out(coordinator)[0]
    address = f"/enter/sheets/{sheet.number}/"
    coordinator.post(address, lines(sheet, r1="refused", r2="no_access"))
    before, digest = visits_of(sheet), picture().digest
    coordinator.post(address, lines(sheet, r1="refused", r2="no_access"))
    assert picture().digest == digest
    coordinator.post(address, lines(sheet, r1="refused", r2="nobody_answered"))
    after = visits_of(sheet)
    assert after[1] == before[1]
    assert after[2].result is VisitResult.NOBODY_ANSWERED
    coordinator.post(address, lines(sheet, r1="refused"))
    assert visits_of(sheet) == {1: before[1]}
    coordinator.post(address, lines(sheet, r1="refused", r2="no_access"))
    assert visits_of(sheet)[2].result is VisitResult.NO_ACCESS


def test_undo_takes_back_what_was_sent_last_alone(coordinator: Client) -> None:
    sheet = handed_out(coordinator)[0]
    address = f"/enter/sheets/{sheet.number}/"
    coordinator.post(address, lines(sheet, r1="refused"))
    coordinator.post(address, lines(sheet, r1="no_access", r2="no_access"))
    coordinator.post("/enter/undo/")
    assert {n: v.result for n, v in visits_of(sheet).items()} == {
        1: VisitResult.REFUSED
    }


def test_a_wrong_line_is_asked_back_and_the_others_are_stored(
    coordinator: Client,
) -> None:
    sheet = handed_out(coordinator)[0]
    answer = coordinator.post(
        f"/enter/sheets/{sheet.number}/",
        lines(sheet, r1="refused", r2="nobody_answered", p2="3"),
    )
    page = answer.content.decode()
    assert "nobody was met" in page
    assert "1 line was stored." in page
    assert 'value="3"' in page
    assert set(visits_of(sheet)) == {1}
    assert f"1 of {len(sheet.stops)} stops typed in" in page
    assert page.count('class="stored"') == 1
    assert 'aria-label="What was stored"' in page


def test_a_number_leads_to_its_sheet(coordinator: Client) -> None:
    sheet = handed_out(coordinator)[0]
    answer = coordinator.get("/enter/sheets/", {"number": str(sheet.number)})
    assert answer.headers["Location"] == f"/enter/sheets/{sheet.number}/"
    answer = coordinator.get("/enter/sheets/", {"number": "999"}, follow=True)
    assert "No sheet with this number" in answer.content.decode()
    page = coordinator.get("/plan/").content.decode()
    assert "not returned yet" in page


def test_a_place_closed_after_the_plan_is_in_no_sheet_and_stands_on_the_page(
    coordinator: Client,
) -> None:
    from stillhere.desk.planning.working import the_workshop  # noqa: PLC0415

    assert "every road, village and track counts as cleared" in worked_out(coordinator)
    made = the_workshop().newest()
    assert made is not None
    settlement = made.plan.teams[0].stops[0].key.partition("/")[0]
    closed = {"settlement": settlement, "state": "closed", "date": picture().as_of[:10]}
    assert coordinator.post("/enter/way/", closed).status_code == 302
    page = worked_out(coordinator)
    assert "may not be gone to any more" in page
    assert "1 road or place is closed or hazardous." in page
    code = {"plan": made.plan.code}
    answer = coordinator.post("/plan/accept/", code, follow=True)
    assert "Nothing was handed out." in answer.content.decode()
    worked_out(coordinator, anew="1")
    anew = the_workshop().newest()
    assert anew is not None
    stops = [stop.key for team in anew.plan.teams for stop in team.stops]
    assert settlement not in {key.partition("/")[0] for key in stops}


def test_the_page_says_that_ways_are_straight_lines(coordinator: Client) -> None:
    assert "straight lines times 1.3, not on roads" in worked_out(coordinator)


def test_a_closing_names_the_sheets_it_concerns_and_no_others(
    coordinator: Client,
) -> None:
    sheets = handed_out(coordinator)
    assert len(sheets) == 2
    assert "was closed since it was handed out" not in worked_out(coordinator)
    there = {s.number: {k.key.partition("/")[0] for k in s.stops} for s in sheets}
    settlement = min(there[sheets[0].number])
    concerned = [n for n, keys in sorted(there.items()) if settlement in keys]
    closed = {"settlement": settlement, "state": "closed", "date": picture().as_of[:10]}
    assert coordinator.post("/enter/way/", closed).status_code == 302
    page = worked_out(coordinator)
    numbers = ", ".join(map(str, concerned))
    assert re.search(rf"Sheets? {numbers} leads? to ", page)
