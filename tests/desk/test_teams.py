"""A team that does not check in alarms every page; what is said of it is a report."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from stillhere.desk.planning.handing import HandedSheet
from stillhere.plan.safety import abort_word
from tests.desk.test_plan import _forget, handed_out, worked_out  # noqa: F401 (a fixture)
from tests.desk.test_snapshots import started_again

SignIn = Callable[[str], Client]
Clock = Callable[[str], None]
PAGES = ("/", "/people/", "/places/", "/enter/", "/plan/", "/teams/", "/accounts/")
ALARM = "Alarm: a team that is out did not check in."


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Sets the clock on the wall; it shows half past eight at first."""

    def show(hour: str) -> None:
        monkeypatch.setattr(
            "stillhere.desk.safety.hour.now", lambda: f"2023-10-05T{hour}:00+04:00"
        )

    show("08:30")
    return show


@pytest.fixture
def sheets(coordinator: Client, clock: Clock) -> list[HandedSheet]:
    """Two teams that set off at nine, and are to call in at eleven and at one."""
    del clock
    found = handed_out(coordinator)
    assert [sheet.check_ins[:-1] for sheet in found] == [(7200, 14400)] * 2
    return found


def the_operation() -> Any:
    """The open one."""
    from stillhere.desk.operation.current import (  # noqa: PLC0415
        the_operation as current,
    )

    return current()


def page(client: Client, address: str = "/teams/") -> str:
    """What a page says, in one line."""
    text = client.get(address).content.decode()
    return " ".join(re.sub(r"<[^>]*>", " ", text).split())


def say(client: Client, team: int, told: str = "checked_in", where: str = "") -> Any:
    """Say something of a team as the page does."""
    typed = {"team": str(team), "told": told, "where": where}
    return client.post("/teams/say/", typed, follow=True)


def test_where_no_team_is_out_nothing_alarms(coordinator: Client, clock: Clock) -> None:
    clock("23:00")
    for address in PAGES:
        assert ALARM not in page(coordinator, address)
    assert "No team is out." in page(coordinator)


@pytest.mark.parametrize(
    ("hour", "stands"),
    [
        ("08:59", "not set off yet"),
        ("10:59", "out"),
        ("11:01", "check-in is due"),
        ("11:16", "overdue"),
    ],
)
def test_a_team_is_out_from_the_hour_its_sheet_says(
    sheets: list[HandedSheet], coordinator: Client, clock: Clock, hour: str, stands: str
) -> None:
    assert len(sheets) == 2
    clock(hour)
    assert re.search(rf"Team 1 (⚠ )?{stands}\b", page(coordinator))


def test_an_overdue_check_in_alarms_every_page_with_the_minutes(
    sheets: list[HandedSheet], coordinator: Client, clock: Clock
) -> None:
    clock("11:14")
    assert not [a for a in PAGES if ALARM in page(coordinator, a)]
    clock("11:16")
    worked_out(coordinator)
    for address in (*PAGES, f"/plan/sheets/{sheets[0].number}/"):
        said = page(coordinator, address)
        assert ALARM in said, address
        assert "Team 1 was to check in at 11:00, 16 minutes ago." in said
        assert "Team 2 was to check in at 11:00, 16 minutes ago." in said
        assert "Nobody looks into it yet." in said


@pytest.mark.usefixtures("sheets")
def test_a_number_and_enter_check_a_team_in(coordinator: Client, clock: Clock) -> None:
    clock("11:16")
    form = coordinator.get("/teams/").content.decode()
    assert form.index('value="checked_in"') < form.index('value="back"')
    said = say(coordinator, 1).content.decode()
    assert "Team 1: checked in, 11:16." in said
    shown = page(coordinator, "/")
    assert "Team 1 was to check in" not in shown
    assert "Team 2 was to check in" in shown
    clock("13:15")
    assert "Team 1 was to check in at 13:00, 15 minutes ago." in page(coordinator, "/")


@pytest.mark.usefixtures("sheets")
def test_a_team_that_is_back_alarms_no_more(coordinator: Client, clock: Clock) -> None:
    clock("15:20")
    say(coordinator, 1)
    say(coordinator, 2, "back")
    clock("16:00")
    shown = page(coordinator)
    assert "Team 1 was to be back at 14:59, 61 minutes ago." in shown
    assert "Team 2" not in shown


@pytest.mark.usefixtures("sheets")
def test_a_team_that_is_not_out_is_refused_and_nothing_is_stored(
    coordinator: Client,
) -> None:
    before = the_operation().position
    answer = say(coordinator, 9)
    assert answer.status_code == 400
    assert "Team 9 is not out. Nothing was stored." in answer.content.decode()
    assert the_operation().position == before


@pytest.mark.usefixtures("sheets")
def test_whoever_looks_into_it_is_named_on_every_page(
    signed_in: SignIn, coordinator: Client, clock: Clock
) -> None:
    clock("11:20")
    say(signed_in("security"), 1, "taken_up")
    shown = page(coordinator, "/people/")
    assert "20 minutes ago. security looks into it." in shown
    assert "Tell the security officer, with the sheet in hand." in page(coordinator)


@pytest.mark.usefixtures("sheets")
def test_what_was_said_by_mistake_is_taken_back_and_alarms_again(
    coordinator: Client, clock: Clock
) -> None:
    clock("11:20")
    for team in (1, 2):
        text = say(coordinator, team).content.decode()
    assert ALARM not in text
    addresses = re.findall(r'action="(/teams/unsay/[0-9a-f]{32}/)"', text)
    assert len(addresses) == 2
    coordinator.post(addresses[0])
    assert page(coordinator, "/").count("was to check in") == 1


def test_a_plan_taken_back_is_watched_over_no_more(
    sheets: list[HandedSheet], coordinator: Client, clock: Clock
) -> None:
    clock("12:00")
    coordinator.post(f"/plan/sheets/{sheets[0].number}/undo/")
    assert "No team is out." in page(coordinator)
    assert ALARM not in page(coordinator, "/")


def test_a_sheet_handed_out_late_asks_for_no_earlier_check_in(
    coordinator: Client, clock: Clock
) -> None:
    clock("12:30")
    handed_out(coordinator)
    shown = page(coordinator)
    assert ALARM not in shown
    assert "Next check-in 13:00" in shown


@pytest.mark.usefixtures("sheets")
def test_a_restart_silences_no_alarm_and_forgets_where_teams_are(
    coordinator: Client, clock: Clock
) -> None:
    clock("11:05")
    say(coordinator, 1, where="by the old well")
    clock("11:20")
    assert "by the old well" in page(coordinator)
    before = page(coordinator, "/people/")
    started_again(the_operation())
    assert "Team 2 was to check in at 11:00, 20 minutes ago." in before
    assert page(coordinator, "/people/") == before
    after = page(coordinator)
    assert "checked in, 11:05, entered by coordinator" in after
    assert "by the old well" not in after


@pytest.mark.usefixtures("sheets")
def test_what_is_said_of_teams_moves_neither_picture_nor_plan(
    coordinator: Client,
) -> None:
    before = the_operation().picture.digest
    say(coordinator, 1)
    assert the_operation().picture.digest == before


@pytest.mark.usefixtures("sheets")
def test_who_may_not_see_operations_hears_of_no_team(
    signed_in: SignIn, clock: Clock
) -> None:
    clock("11:20")
    client = signed_in("information")
    assert "did not check in" not in page(client, "/brief/")
    assert client.get("/teams/").status_code == 403


@pytest.mark.usefixtures("sheets")
def test_the_sign_in_page_says_that_somebody_is_overdue_and_not_who(
    clock: Clock,
) -> None:
    assert ALARM not in page(Client(), "/sign-in/")
    clock("11:20")
    shown = page(Client(), "/sign-in/")
    assert f"{ALARM} Sign in to see which." in shown
    assert "Team 1" not in shown
    assert "11:00" not in shown


@pytest.mark.usefixtures("sheets")
def test_a_page_that_asks_again_says_aloud_only_what_is_new(
    coordinator: Client, clock: Clock
) -> None:
    def asked(sign: str) -> tuple[str, str]:
        text = coordinator.get("/teams/alarm/", {"seen": sign}).content.decode()
        (now,) = re.findall(r'id="alarm-seen" name="seen" value="(\w*)"', text)
        return text, now

    quiet, sign = asked("")
    assert "hx-swap-oob" not in quiet
    clock("11:16")
    loud, sign = asked(sign)
    assert "Alarm: team 1 is overdue." in loud
    clock("11:30")
    later, again = asked(sign)
    assert again == sign
    assert "hx-swap-oob" not in later
    assert "30 minutes ago" in later
    say(coordinator, 1)
    say(coordinator, 2)
    assert "No team is overdue any more." in asked(sign)[0]


@pytest.mark.usefixtures("sheets")
def test_a_page_that_asks_by_itself_keeps_no_session_open(
    coordinator: Client, settings: Any
) -> None:
    coordinator.get("/")
    session = coordinator.session
    session["seen"] -= settings.IDLE_S - 5
    session.save()
    assert coordinator.get("/teams/alarm/").status_code == 200
    assert coordinator.session["seen"] == session["seen"]
    session["seen"] -= 6
    session.save()
    assert coordinator.get("/teams/alarm/").status_code == 302


def test_the_abort_word_stands_on_the_sheets_of_its_plan_alone(
    sheets: list[HandedSheet], coordinator: Client, clock: Clock
) -> None:
    clock("11:20")
    say(coordinator, 1)
    words = set(abort_word(sheets[0].plan).words.values())
    for sheet in sheets:
        shown = page(coordinator, f"/plan/sheets/{sheet.number}/")
        assert all(word in shown for word in words)
    for address in (*PAGES, f"/reports/{sheets[0].report}/"):
        shown = coordinator.get(address).content.decode()
        assert not any(word in shown for word in words), address


def test_what_a_team_can_do_is_ticked_once_and_offered_again(
    coordinator: Client, clock: Clock
) -> None:
    from stillhere.desk.planning.register import skills_before  # noqa: PLC0415
    from stillhere.desk.planning.working import the_workshop  # noqa: PLC0415

    del clock
    worked_out(coordinator)
    made = the_workshop().newest()
    assert made is not None
    ticked = {"plan": made.plan.code, "can-1": ["speaks_az", "first_aid", "flies"]}
    coordinator.post("/plan/accept/", ticked)
    shown = page(coordinator, "/plan/sheets/1/")
    assert "This team: first aid, speaks Azerbaijani" in shown
    assert "first aid, languages, stretcher" in page(coordinator, "/plan/sheets/2/")
    assert list(skills_before(the_operation().picture)) == [1]
    again = worked_out(coordinator, doors="4")
    assert again.count(" checked") == 2
