"""Doubtful places, decided in a browser: by keys, and without a script."""

from typing import Any

from selenium.webdriver.common.by import By

from tests.browser.conftest import Browser, Served
from tests.browser.walking import press, room, sign_in, without_scripts, words
from tests.desk.test_doubtful_places import PEOPLE, SLIP, UNKNOWN, address, arrived


def _names_come_in() -> Any:
    """People arrive from places no table has for sure; returns the operation."""
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    people = enumerate(PEOPLE)
    the_operation().enter([arrived(number, *person) for number, person in people])
    return the_operation()


def test_names_are_decided_by_keys_one_after_the_other_and_places_read_anew(
    browser: Browser, served: Served
) -> None:
    operation = _names_come_in()
    sign_in(browser, served, "registrar")
    room(browser, "/doubtful-places/")
    browser.picture("places-doubtful")
    browser.click("main tbody td.tight a")
    browser.wait_for_words(UNKNOWN)
    browser.page.find_element(By.ID, "find").send_keys("Шуши\n")
    browser.wait('button[value="shusha"]')
    browser.picture("place-doubtful")
    press(browser, "1")
    browser.wait_for_words("Stored.")
    assert "It concerns 3 people." in words(browser)
    browser.picture("place-told")
    press(browser, "z")
    browser.wait_for_words("The decision is taken back.")
    browser.page.get(f"{served.url}{address(operation, SLIP)}?place=1")
    browser.wait("form#settle")
    press(browser, "1")
    browser.wait_for_words("Stored.")
    room(browser, "/doubtful-places/")
    browser.click('form[action$="/reread/"] button')
    browser.wait_for_words("Doubtful places")
    browser.patiently(lambda: "khankendi" in operation.gazetteer.decided.values())
    browser.page.get(f"{served.url}/doubtful-places/?tab=decided")
    browser.wait_for_words("desk:registrar (you)")
    browser.picture("places-decided")


def test_a_name_is_decided_without_a_script(
    scriptless: Browser, served: Served
) -> None:
    _names_come_in()
    sign_in(scriptless, served, "registrar")
    without_scripts(scriptless)
    scriptless.page.get(f"{served.url}/doubtful-places/")
    scriptless.wait("main tbody td.tight a").click()
    scriptless.wait('button[value="none"]').click()
    scriptless.wait_for_words("Stored.")
