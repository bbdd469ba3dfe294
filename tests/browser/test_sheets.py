"""A plan is handed out, and a sheet that comes back is typed in by the keyboard alone."""

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from tests.browser.conftest import Browser, Served
from tests.browser.walking import focused, room, sign_in, words


def test_a_sheet_is_handed_out_printed_and_typed_in_with_few_keys(
    browser: Browser, served: Served
) -> None:
    sign_in(browser, served)
    room(browser, "/plan/")
    browser.wait("form[action='/plan/accept/']", seconds=60)
    browser.picture("plan")
    browser.click("form[action='/plan/accept/'] button")
    browser.wait_for_words("handed out")
    browser.page.get(f"{served.url}/plan/sheets/1/")
    assert "Turn back at the latest" in words(browser)
    browser.picture("sheet-printed")

    browser.page.get(f"{served.url}/enter/sheets/1/")
    lines = len(browser.page.find_elements(By.CSS_SELECTOR, "td.result select"))
    assert focused(browser).get_attribute("name") == "1-result"
    for line in range(1, lines):
        focused(browser).send_keys("1", Keys.ENTER)
        assert focused(browser).get_attribute("name") == f"{line + 1}-result"
    focused(browser).send_keys("3", Keys.TAB)
    focused(browser).send_keys("2", Keys.CONTROL, Keys.ENTER)
    browser.wait_for_words(f"{lines} lines were stored.")
    assert f"{lines} of {lines} stops typed in" in words(browser)
    browser.picture("sheet-typed-in")
    room(browser, "/plan/")
    browser.wait_for_words("typed in")
    assert browser.complaints() == []


def test_a_digit_opens_a_form_and_picks_a_choice(
    browser: Browser, served: Served
) -> None:
    sign_in(browser, served)
    room(browser, "/enter/")
    focused(browser).send_keys("2")
    browser.wait("#id_result")
    assert focused(browser).get_attribute("name") == "address"
    focused(browser).send_keys("Garden Street 3", Keys.TAB, Keys.TAB, "Kovsakan")
    focused(browser).send_keys(Keys.TAB)
    focused(browser).send_keys("1")
    assert focused(browser).get_attribute("value") == "nobody_answered"
    focused(browser).send_keys(Keys.ENTER)
    browser.wait_for_words("Stored.")
    assert focused(browser).get_attribute("name") == "address"
    assert browser.complaints() == []
