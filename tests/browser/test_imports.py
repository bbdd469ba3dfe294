"""A list with an odd header, from the file to the picture and back."""

from pathlib import Path

from selenium.webdriver.common.by import By
from selenium.webdriver.support.select import Select

from tests.browser.conftest import Browser, Served
from tests.browser.walking import room, sign_in, words
from tests.desk.test_imports import BUS


def choose(browser: Browser, header: str, meaning: str) -> None:
    """Say what a column means."""
    path = f"//tr[.//bdi[text()='{header}']]//select"
    Select(browser.page.find_element(By.XPATH, path)).select_by_visible_text(meaning)


def test_a_list_with_an_odd_header_is_corrected_taken_and_taken_back(
    browser: Browser, served: Served, tmp_path: Path
) -> None:
    file = tmp_path / "bus 7.csv"
    file.write_text(BUS, encoding="utf-8")
    sign_in(browser, served)
    room(browser, "/import/")
    browser.picture("import")
    browser.page.find_element(By.NAME, "lists").send_keys(str(file))
    assert browser.wait("[data-chosen] li").text == "bus 7.csv"
    browser.click("form.panel .act button")
    browser.wait("#draft")
    assert "settlement\nSalorut" not in words(browser)
    choose(browser, "Ուր ~ Тут", "settlement")
    browser.wait_for_words("settlement\nSalorut")
    choose(browser, "Երեք ~ Три", "year of birth")
    browser.wait("option[value=birth_year][selected]")
    browser.picture("import-draft")
    browser.click("button[value=take]")
    browser.wait_for_words("What the import moved")
    assert "from 10 to 9" in words(browser)
    browser.picture("import-past")
    assert "takes back 6 rows" in words(browser)
    browser.click("form.panel button.danger")
    browser.wait_for_words("What the undo moved")
    assert "from 9 to 10" in words(browser)
    room(browser, "/import/")
    assert "taken back by coordinator," in words(browser)
    browser.picture("import-undone")
    assert browser.complaints() == []
