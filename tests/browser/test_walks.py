"""The walks of a first day, done in a browser as a person does them."""

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from tests.browser.conftest import Browser, Served
from tests.browser.walking import focused, press, room, sign_in, words

IN_FOUR_SCRIPTS = (
    "Սարգսյան Սիրանուշ",
    "Siranush Sargsyan",
    "Сирануш Саркисян",
    "Siranuş Sarkisyan",
)


@pytest.mark.parametrize("typed", IN_FOUR_SCRIPTS)
def test_a_name_is_found_while_it_is_typed_in_any_script(
    browser: Browser, served: Served, typed: str
) -> None:
    sign_in(browser, served)
    room(browser, "/people/")
    focused(browser).send_keys("/")
    focused(browser).send_keys(typed)
    browser.wait_for_words("the likeliest first")
    assert "Սարգսյան Սիրանուշ" in browser.text("#found tbody tr:first-child")
    browser.picture(f"search-{IN_FOUR_SCRIPTS.index(typed)}")


def test_from_the_list_without_word_to_a_person_and_the_report_behind(
    browser: Browser, served: Served
) -> None:
    sign_in(browser, served)
    browser.picture("overview")
    browser.click('main a[href*="listed="]')
    browser.wait_for_words("People without word")
    browser.picture("without-word")
    name = browser.text("#found tbody tr:first-child a").split(" (")[0]
    browser.click("#found tbody tr:first-child a")
    browser.wait("ol.timeline")
    assert name in words(browser)
    assert "bedridden" in words(browser)
    browser.picture("person")
    browser.click("ol.timeline li a")
    browser.wait("table")
    browser.picture("report")
    browser.page.get(f"{served.url}/openings/")
    assert "coordinator" in words(browser)
    browser.picture("openings")


def test_a_call_typed_by_keyboard_alone_moves_what_it_concerns(
    browser: Browser, served: Served
) -> None:
    sign_in(browser, served, "hotline")
    browser.page.get(f"{served.url}/enter/call/")
    field = focused(browser)
    assert field.get_attribute("name") == "name"
    field.send_keys("Grigoryan Vardan", Keys.TAB, "1941", Keys.TAB, "Khankendi")
    browser.picture("call")
    focused(browser).send_keys(Keys.ENTER)
    browser.wait_for_words("Stored.")
    assert "new in the picture" in words(browser)
    browser.picture("call-stored")
    field = browser.page.find_element(By.NAME, "name")
    assert field.get_attribute("value") == ""
    focused(browser).send_keys(Keys.ALT, "u")
    browser.wait_for_words("Taken back.")
    assert "no longer in the picture" in words(browser)


def test_a_role_sees_a_clear_refusal(browser: Browser, served: Served) -> None:
    sign_in(browser, served, "information")
    browser.page.get(f"{served.url}/accounts/")
    assert browser.text("main h1") == "Not allowed"
    assert "Your role does not include this page" in words(browser)
    browser.picture("refused")


def test_a_death_is_entered_by_code_alone_and_moves_nothing_in_operations(
    browser: Browser, served: Served
) -> None:
    sign_in(browser, served, "forensic")
    browser.page.get(f"{served.url}/enter/death/")
    field = focused(browser)
    assert field.get_attribute("name") == "code"
    field.send_keys("SK-2023-017", Keys.ENTER)
    browser.wait_for_words("Stored.")
    assert "does not change by it" in words(browser)
    browser.picture("death-by-code")


def test_a_figure_of_the_brief_opens_down_to_the_row_of_the_file(
    browser: Browser, served: Served
) -> None:
    sign_in(browser, served)
    room(browser, "/brief/")
    browser.picture("brief")
    browser.click('main a[href^="/figures/"]')
    browser.wait(".big-number")
    browser.picture("figure")
    browser.click('main a[href^="/reports/"]')
    browser.wait_for_words("row")
    assert ".csv" in words(browser) or ".xlsx" in words(browser)
    assert browser.page.find_elements(By.CSS_SELECTOR, "main table td")
    browser.picture("report-behind-a-figure")


def test_a_doubtful_link_is_settled_by_one_key_and_the_decision_is_taken_back(
    browser: Browser, served: Served
) -> None:
    sign_in(browser, served, "registrar")
    room(browser, "/links/")
    browser.picture("links")
    waiting = browser.text("nav.tabs a[aria-current]")
    browser.click("main tbody a")
    browser.wait("form.judge")
    browser.picture("link")
    press(browser, "d")
    browser.wait_for_words("Stored: different people.")
    browser.wait('form[action*="/undo/"]')
    browser.picture("link-decided")
    browser.click('form[action*="/undo/"] button')
    browser.wait_for_words("The decision is taken back.")
    room(browser, "/links/")
    assert browser.text("nav.tabs a[aria-current]") == waiting
