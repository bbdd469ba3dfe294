"""How many are still there, in a browser: one click from the overview, no scripts."""

from tests.browser.conftest import Browser, Served
from tests.browser.walking import room, sign_in, without_scripts, words


def test_the_figure_and_what_it_rests_on_are_one_click_away(
    scriptless: Browser, served: Served
) -> None:
    sign_in(scriptless, served)
    without_scripts(scriptless)
    scriptless.page.get(f"{served.url}/")
    scriptless.click('main a[href="/still-here/"]')
    scriptless.wait_for_words("not yet found, by the model")
    assert "no reason to stop" in words(scriptless)
    scriptless.picture("remaining")
    room(scriptless, "/")
    assert "At least 2 seen;" in words(scriptless)
    scriptless.picture("overview-remaining")
    scriptless.click('main a[href="/still-here/#assumptions"]')
    scriptless.wait_for_words("public table of rates")
