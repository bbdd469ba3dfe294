"""The longest words of the four languages fit, on a phone and on a laptop."""

import pytest

from tests.browser.conftest import Browser, Served
from tests.browser.walking import sign_in

PAGES = (
    *("/", "/people/", "/places/", "/places/x-salorut/", "/figures/", "/links/"),
    *("/enter/", "/enter/call/", "/enter/visit/", "/enter/found/", "/import/"),
    *("/plan/", "/brief/", "/situation/", "/backup/", "/accounts/", "/openings/"),
)
WIDER = "return document.documentElement.scrollWidth - innerWidth"


@pytest.mark.parametrize("language", ["hy", "az", "ru"])
def test_no_page_is_wider_than_its_screen(
    browser: Browser, served: Served, language: str
) -> None:
    sign_in(browser, served)
    cookie = {"name": "stillhere_language", "value": language, "path": "/"}
    browser.page.add_cookie(cookie)
    wide = []
    for width in (360, 1280):
        browser.size(width)
        for page in PAGES:
            browser.page.get(served.url + page)
            if browser.page.execute_script(WIDER) > 1:
                wide.append((width, page))
    shown = browser.page.execute_script("return document.documentElement.lang")
    assert (shown, wide) == (language, [])
