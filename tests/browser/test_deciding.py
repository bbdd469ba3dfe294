"""Decisions on links, done in a browser: two readers, and parting a namesake."""

import pytest
from selenium.webdriver.common.by import By

from stillhere.ledger import Entry, Picture
from stillhere.reports import EXERCISE_KEY, Json, Report, make_report
from stillhere.vocabulary import ReportKind
from tests.browser.conftest import Browser, Served
from tests.browser.walking import (
    press,
    room,
    sign_in,
    strike,
    without_scripts,
    words,
)


def picture() -> Picture:
    """The newest picture of the desk."""
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    return the_operation().picture


def sign_out(browser: Browser) -> None:
    browser.click("form.who button")
    browser.wait("input[name=username]")


def test_a_decision_on_somebody_of_high_concern_is_read_by_two(
    browser: Browser, served: Served
) -> None:
    sign_in(browser, served, "registrar")
    browser.page.get(f"{served.url}/links/?tab=unconfirmed")
    browser.click("main tbody a")
    browser.wait_for_words("counts only when a second person says so too")
    browser.picture("link-beside")
    press(browser, "s")
    browser.wait_for_words("It counts when a second person says so too")
    assert "Nobody's status moved." in words(browser)
    browser.picture("link-waits")
    sign_out(browser)
    sign_in(browser, served)
    browser.wait_for_words("1 decision of somebody else waits for you")
    browser.picture("overview-second")
    browser.click('a[href$="?tab=second"]')
    browser.wait_for_words("desk:registrar")
    browser.picture("links-second")
    browser.click("main tbody a")
    browser.wait_for_words("you are the second reader")
    browser.picture("link-second")
    press(browser, "s")
    browser.wait_for_words("Stored: the same person.")
    assert "before, now “in care”." in words(browser)
    assert "The list without word went from" in words(browser)
    browser.picture("links-agreed")


def test_two_who_decide_differently_both_see_it_and_one_takes_it_back(
    browser: Browser, served: Served
) -> None:
    for role, key in (("registrar", "s"), ("family_links", "d")):
        sign_in(browser, served, role)
        room(browser, "/links/")
        tab = "doubtful" if role == "registrar" else "decided"
        browser.page.get(f"{served.url}/links/?tab={tab}")
        browser.click("main tbody a" if role == "registrar" else ".decisions a")
        browser.wait("form.judge")
        press(browser, key)
        browser.wait_for_words("Stored:")
        if role == "registrar":
            sign_out(browser)
    browser.page.get(f"{served.url}/")
    browser.wait_for_words("1 of your decisions cannot hold together with others.")
    browser.click('#decide ~ ul a[href="/links/"]')
    browser.wait_for_words("yours is among them")
    browser.picture("links-contradiction")
    said = browser.text('section[aria-labelledby="contradictions"]')
    assert "desk:registrar" in said
    assert "desk:family_links (you)" in said
    browser.click('section[aria-labelledby="contradictions"] form button')
    browser.wait_for_words("The decision is taken back.")


@pytest.mark.parametrize(
    ("key", "code", "told"),
    [
        ("в", "KeyD", "Stored: different people."),  # Russian
        ("տ", "KeyD", "Stored: different people."),  # Armenian
        ("d", "KeyE", "Stored: different people."),  # Latin letters stand elsewhere
    ],
)
def test_a_key_decides_on_every_keyboard(
    browser: Browser, served: Served, key: str, code: str, told: str
) -> None:
    sign_in(browser, served, "registrar")
    browser.page.get(f"{served.url}/links/")
    browser.click("main tbody a")
    browser.wait("form.judge")
    strike(browser, key, code)
    browser.wait_for_words(told)


@pytest.mark.parametrize(
    ("key", "code"), [("e", "KeyD"), ("ş", "KeyS"), ("х", "BracketLeft")]
)
def test_a_key_that_prints_another_latin_letter_decides_nothing(
    browser: Browser, served: Served, key: str, code: str
) -> None:
    sign_in(browser, served, "registrar")
    browser.page.get(f"{served.url}/links/")
    browser.click("main tbody a")
    browser.wait("form.judge")
    assert not strike(browser, key, code)


def _namesake() -> tuple[Entry, Report]:
    """Somebody with word of their own, and a namesake's row that joined them wrongly."""
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    person = max(
        (e for e in picture().entries.values() if e.birth and e.birth.day),
        key=lambda e: (len(e.words), e.id),
    )
    born = person.birth
    assert born is not None
    fields: dict[str, Json] = {
        "name": person.name,
        "birth_date": f"{born.first}-{born.month:02}-{born.day:02}",
        "event": "arrived",
        "date": "2023-10-01",
    }
    row = make_report(EXERCISE_KEY, ReportKind.PERSON, "a far town", fields)
    the_operation().enter([row])
    assert picture().referent(row.id) == picture().referent(person.id)
    return picture().entry(row.id), row


class Clicks:
    """Counts what a person presses."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self.number = 0

    def click(self, selector: str) -> None:
        self.number += 1
        self._browser.click(selector)


def test_a_namesake_is_parted_in_two_clicks_and_both_histories_are_intact(
    browser: Browser, served: Served
) -> None:
    joined, row = _namesake()
    sign_in(browser, served)
    browser.page.get(f"{served.url}/people/{joined.id}/")
    browser.wait("ol.timeline")
    browser.picture("person-joined")
    clicks = Clicks(browser)
    clicks.click(f'a.part[href*="{row.id}"]')
    browser.wait("form.judge")
    clicks.click('button[value="different"]')
    browser.wait_for_words("Stored: different people.")
    assert clicks.number == 2
    browser.picture("link-parted")
    others = [m for m in joined.members if m != row.id]
    kept = picture().entry(others[0])
    alone = picture().entry(row.id)
    assert set(kept.members) == set(others)
    assert alone.members == (row.id,)
    for entry in (kept, alone):
        browser.page.get(f"{served.url}/people/{entry.id}/")
        browser.wait("ol.timeline")
        line = browser.page.find_elements(By.CSS_SELECTOR, "ol.timeline li a")
        opened = {str(a.get_attribute("href")).rstrip("/")[-32:] for a in line}
        assert set(entry.members) <= opened
        for mention in entry.members:
            report = picture().evidence.report(mention)
            assert report is not None
            assert report.body != "{}"
    browser.picture("person-parted")


@pytest.mark.parametrize("tab", ["doubtful", "unconfirmed"])
def test_a_pair_is_read_and_decided_without_a_script(
    scriptless: Browser, served: Served, tab: str
) -> None:
    sign_in(scriptless, served, "registrar")
    without_scripts(scriptless)
    scriptless.page.get(f"{served.url}/links/?tab={tab}")
    scriptless.wait("main tbody a").click()
    scriptless.wait('button[value="different"]').click()
    scriptless.wait_for_words("Stored: different people.")
