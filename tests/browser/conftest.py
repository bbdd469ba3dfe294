"""A real browser before a real server, and a record of every request it makes."""

import json
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

import pytest
from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait
from waitress import create_server

from tests.desk.conftest import (  # noqa: F401 (fixtures)
    data_key,
    desk,
    town,
    world_folder,
)

Answer = TypeVar("Answer")

SWITCH = "Emulation.setScriptExecutionDisabled"
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
_QUIET = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--lang=en",
)


def _programs() -> tuple[str, str] | None:
    """The browser and its driver; None where either is not installed."""
    browser = next(filter(None, map(shutil.which, _BROWSERS)), None)
    driver = shutil.which("chromedriver")
    return (browser, driver) if browser and driver else None


@pytest.fixture(scope="session")
def programs() -> tuple[str, str]:
    """The browser and its driver; loudly skipped without, a failure under CI."""
    found = _programs()
    if found is None:
        said = "NO BROWSER: install chromium and chromium-driver to run these walks."
        if os.environ.get("CI"):
            pytest.fail(said)
        pytest.skip(said)
    return found


@dataclass(frozen=True, slots=True)
class Served:
    """A desk that answers: its address in full, and its store."""

    url: str
    store: Path


@pytest.fixture
def served(desk: Path) -> Iterator[Served]:  # noqa: F811 (the fixture imported)
    """The tutorial town behind a server on a free port."""
    from stillhere.desk.wsgi import application  # noqa: PLC0415 (needs settings)

    server = create_server(application(), host="127.0.0.1", port=0, threads=4)
    worker = threading.Thread(target=server.run, daemon=True)
    worker.start()
    yield Served(f"http://127.0.0.1:{server.effective_port}", desk)
    server.close()
    server.task_dispatcher.shutdown()
    worker.join(0.1)  # connections the browser keeps open end with the process


class Browser:
    """A headless Chromium, the requests it made and where its pictures go.

    Attributes:
        page: Selenium's driver.
    """

    def __init__(self, page: Any, pictures: Path | None) -> None:
        self.page = page
        self._pictures = pictures
        self._asked: list[str] = []

    def size(self, width: int, height: int = 900) -> None:
        """Make the page this wide; a phone is 360."""
        metrics = {
            "width": width,
            "height": height,
            "deviceScaleFactor": 1,
            "mobile": width < 500,
        }
        self.page.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)

    def patiently(self, step: Callable[[], Answer], seconds: float = 20) -> Answer:
        """What a step gives, tried again while one page gives way to the next."""
        wait = WebDriverWait(
            self.page, seconds, ignored_exceptions=[WebDriverException]
        )
        answer: Answer = wait.until(lambda _page: step())
        return answer

    def wait(self, selector: str, seconds: float = 20) -> WebElement:
        """The first element of a selector, once it is there."""

        def there() -> WebElement:
            found: WebElement = self.page.find_element(By.CSS_SELECTOR, selector)
            return found

        return self.patiently(there, seconds)

    def text(self, selector: str, seconds: float = 20) -> str:
        """What the first element of a selector says, once it says something."""
        return self.patiently(lambda: str(self.wait(selector).text), seconds)

    def wait_for_words(self, text: str, seconds: float = 20) -> None:
        """Until the page says this."""
        self.patiently(lambda: text in self.text("main"), seconds)

    def click(self, selector: str) -> None:
        """Click the first element of a selector, wherever on the page it is."""

        def clicked() -> bool:
            element = self.wait(selector)
            self.page.execute_script("arguments[0].scrollIntoView()", element)
            element.click()
            return True

        self.patiently(clicked)

    def picture(self, name: str) -> None:
        """Keep what is on the screen, at both widths, where pictures are wanted."""
        if self._pictures is None:
            return
        for width in (1280, 360):
            self.size(width)
            file = self._pictures / f"{name}-{width}.png"
            self.page.get_screenshot_as_file(str(file))
        self.size(1280)

    def hosts(self) -> set[str]:
        """Every host any page asked since the start."""
        for entry in self.page.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                self._asked.append(message["params"]["request"]["url"])
        network = (urlsplit(url) for url in self._asked)
        return {u.hostname or "" for u in network if u.scheme in {"http", "https"}}

    def complaints(self) -> list[str]:
        """What the browser complains of: blocked scripts, styles, failed requests."""
        return [entry["message"] for entry in self.page.get_log("browser")]


@pytest.fixture(scope="session")
def driver(
    programs: tuple[str, str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Any]:
    """One browser for all walks of this process; each begins without cookies."""
    options = webdriver.ChromeOptions()
    options.binary_location = programs[0]
    own = tmp_path_factory.mktemp("browser")
    for word in (*_QUIET, f"--user-data-dir={own}"):
        options.add_argument(word)
    options.set_capability(
        "goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"}
    )
    page = webdriver.Chrome(options=options, service=Service(programs[1]))
    yield page
    page.quit()


@pytest.fixture
def browser(driver: Any) -> Iterator[Browser]:
    """The browser as if just opened; every walk ends with no request to elsewhere."""
    folder = os.environ.get("STILLHERE_SCREENSHOTS")
    pictures = Path(folder) if folder else None
    if pictures is not None:
        pictures.mkdir(parents=True, exist_ok=True)
    driver.execute_cdp_cmd("Network.clearBrowserCookies", {})
    found = Browser(driver, pictures)
    found.complaints()
    found.size(1280)
    yield found
    assert found.hosts() == {"127.0.0.1"}
    driver.get("about:blank")


@pytest.fixture
def scriptless(browser: Browser) -> Iterator[Browser]:
    """The browser that may have its scripts switched off, for this test alone."""
    yield browser
    browser.page.execute_cdp_cmd(SWITCH, {"value": False})
