"""Steps the walks share."""

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement

from tests.browser.conftest import SWITCH, Browser, Served
from tests.desk.conftest import PASSWORD


def sign_in(browser: Browser, served: Served, role: str = "coordinator") -> None:
    """Sign in through the page."""
    page = browser.page
    page.get(f"{served.url}/")
    page.find_element(By.NAME, "username").send_keys(role)
    page.find_element(By.NAME, "password").send_keys(PASSWORD, Keys.ENTER)
    browser.wait("nav.rooms")


def room(browser: Browser, path: str) -> None:
    """Go to a room by its entry in the navigation."""
    browser.click(f'nav.rooms a[href="{path}"]')
    browser.wait(f'nav.rooms a[href="{path}"][aria-current]')


def words(browser: Browser) -> str:
    """What the page says."""
    return browser.text("main")


def without_scripts(browser: Browser) -> None:
    """Switch scripts off; the fixture `scriptless` switches them on again."""
    browser.page.execute_cdp_cmd(SWITCH, {"value": True})


def focused(browser: Browser) -> WebElement:
    """The element the keyboard writes into."""
    found: WebElement = browser.page.switch_to.active_element
    return found


def press(browser: Browser, key: str) -> None:
    """Press a key of the page, once its scripts are there to hear it."""
    complete = "return document.readyState === 'complete'"
    browser.patiently(lambda: bool(browser.page.execute_script(complete)))
    browser.wait("body").send_keys(key)


def strike(browser: Browser, key: str, code: str) -> bool:
    """Strike a key of some keyboard; whether the page took it.

    Args:
        browser: Showing the page.
        key: What it prints.
        code: Where it stands, by its name on an American keyboard.
    """
    complete = "return document.readyState === 'complete'"
    browser.patiently(lambda: bool(browser.page.execute_script(complete)))
    told = "{key: arguments[0], code: arguments[1], bubbles: true, cancelable: true}"
    event = f"new KeyboardEvent('keydown', {told})"
    struck = f"return !document.body.dispatchEvent({event})"
    return bool(browser.page.execute_script(struck, key, code))
