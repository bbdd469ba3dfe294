"""The sign-in, as somebody does it."""

from tests.browser.conftest import Browser, Served
from tests.desk.conftest import PASSWORD


def test_the_keyboard_alone_signs_in(browser: Browser, served: Served) -> None:
    browser.page.get(f"{served.url}/")
    browser.picture("sign-in")
    field = browser.page.switch_to.active_element
    field.send_keys("coordinator\t")
    browser.page.switch_to.active_element.send_keys(f"{PASSWORD}\n")
    assert browser.text("nav.rooms ~ main h1") == "Overview"
    assert browser.complaints() == []


def test_every_language_can_be_chosen_before_signing_in(
    browser: Browser, served: Served
) -> None:
    for code in ("hy", "az", "ru", "en"):
        browser.page.get(f"{served.url}/sign-in/")
        browser.click(f"button[value={code}]")
        browser.wait(f"html[lang={code}] h1")
        browser.picture(f"sign-in-{code}")
