"""A team that is overdue, in a browser: seen, said aloud, and checked in by three keys."""

import base64
from collections.abc import Callable
from pathlib import Path

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from tests.browser.conftest import Browser, Served
from tests.browser.walking import focused, press, room, sign_in, without_scripts
from tests.desk.test_teams import clock  # noqa: F401 (a fixture)

Clock = Callable[[str], None]


def hand_out(browser: Browser, served: Served) -> None:
    """Two teams set off at nine."""
    browser.page.get(f"{served.url}/plan/?teams=2&hours=6&start=09:00&doors=5")
    browser.click('form[action$="/accept/"] details > summary')
    browser.click('input[name="can-1"][value="first_aid"]')
    browser.picture("plan-skills")
    browser.click('form[action$="/accept/"] > button')
    browser.wait_for_words("2 sheets are handed out")


def alarm(browser: Browser) -> str:
    """What the alarm of the page says; empty where there is none."""
    found = browser.page.find_elements(By.CSS_SELECTOR, ".alarm")
    return found[0].text if found else ""


def asks_again(browser: Browser) -> None:
    """Let the page ask for the alarm, as it does each minute."""
    browser.page.execute_script("window.dispatchEvent(new Event('focus'))")


def test_a_page_left_open_shows_the_alarm_and_three_keys_check_a_team_in(
    browser: Browser,
    served: Served,
    clock: Clock,  # noqa: F811
) -> None:
    sign_in(browser, served)
    hand_out(browser, served)
    room(browser, "/enter/")
    assert alarm(browser) == ""
    clock("11:16")
    asks_again(browser)
    browser.wait(".alarm")
    assert "Team 1 was to check in at 11:00, 16 minutes ago." in alarm(browser)
    aloud = browser.page.find_element(By.ID, "alarm-said")
    assert "Alarm: team 1 is overdue." in aloud.get_attribute("textContent")
    browser.picture("teams-alarm")
    press(browser, "6")
    browser.wait("input[name=team]")
    browser.picture("teams")
    focused(browser).send_keys("1", Keys.ENTER)
    browser.wait_for_words("Team 1: checked in, 11:16.")
    assert "Team 1" not in alarm(browser)
    assert "Team 2" in alarm(browser)


def test_without_a_script_the_alarm_stands_on_every_page_that_is_loaded(
    scriptless: Browser,
    served: Served,
    clock: Clock,  # noqa: F811
) -> None:
    sign_in(scriptless, served)
    hand_out(scriptless, served)
    clock("11:20")
    without_scripts(scriptless)
    scriptless.page.get(f"{served.url}/people/")
    assert "Team 2 was to check in at 11:00" in alarm(scriptless)
    scriptless.page.get(f"{served.url}/teams/")
    scriptless.wait("input[name=team]").send_keys("2", Keys.ENTER)
    scriptless.wait_for_words("Team 2: checked in, 11:20.")


@pytest.mark.parametrize("width", [1280, 360])
def test_no_page_of_teams_is_wider_than_its_window(
    browser: Browser,
    served: Served,
    clock: Clock,  # noqa: F811
    width: int,
) -> None:
    sign_in(browser, served)
    hand_out(browser, served)
    clock("11:16")
    browser.size(width)
    for address in ("/teams/", "/plan/sheets/1/", "/"):
        browser.page.get(f"{served.url}{address}")
        browser.wait(".alarm")
        asked = "return document.documentElement.scrollWidth"
        assert browser.page.execute_script(asked) <= width, address


def test_the_sheet_is_printed_with_what_keeps_the_team_safe(
    browser: Browser,
    served: Served,
    clock: Clock,  # noqa: F811
    tmp_path: Path,
) -> None:
    sign_in(browser, served)
    hand_out(browser, served)
    clock("11:16")
    browser.page.get(f"{served.url}/plan/sheets/1/")
    browser.wait(".door-sheet")
    browser.picture("sheet-safety")
    made = browser.page.execute_cdp_cmd("Page.printToPDF", {"paperWidth": 8.27})
    paper = tmp_path / "sheet.pdf"
    paper.write_bytes(base64.b64decode(made["data"]))
    browser.page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    shown = browser.text(".door-sheet")
    hidden = browser.wait("#alarm").is_displayed()
    browser.page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    assert not hidden
    for words in (
        "Check in at:",
        "Turn back at the latest:",
        "Abort word: ",
        "first aid",
    ):
        assert words in shown
    assert paper.read_bytes().startswith(b"%PDF")
