"""Planted names and numbers are in no file of a desk that is used, in no encoding."""

import random
import re
import shutil
import time
from pathlib import Path
from urllib.parse import quote

import pytest

from stillhere.store import DataKey, Store
from tests.desk.running import Browser, Page, RunningDesk
from tests.store.looking import Finder
from tests.store.made import name, seeded

AT_ONCE = 10_000
"""Rows of one list; a form takes eight megabytes."""

_PERSON = re.compile(r'href="/people/[0-9a-f]{32}/"')


class Planted:
    """Invented people with names in four scripts and a number each."""

    def __init__(self, count: int) -> None:
        dice = seeded(100_000)
        self.names = [f"{name(dice)} {name(dice)}" for _ in range(count)]
        self.phones = [f"+374 97 {n:03} {n % 997:03}" for n in range(count)]
        compact = [phone.replace(" ", "") for phone in self.phones]
        self.finder = Finder([*self.names, *self.phones, *(c[1:] for c in compact)])

    def rows(self, start: int) -> str:
        """A list of some of them, with a header."""
        listed = range(start, min(start + AT_ONCE, len(self.names)))
        lines = [f"{self.names[n]};{1930 + n % 70};{self.phones[n]}" for n in listed]
        return "\n".join(["Full name;Birth year;Phone", *lines])


class Day:
    """A day's work of one person at the desk."""

    def __init__(self, url: str, planted: Planted) -> None:
        self.url, self.planted = url, planted
        self.browser = Browser()
        self.browser.sign_in(url, "coordinator")

    def imports(self) -> None:
        for start in range(0, len(self.planted.names), AT_ONCE):
            rows, source = self.planted.rows(start), f"list {start}"
            sent = self.browser.fill(
                f"{self.url}/import/", "pasted", pasted=rows, source=source
            )
            assert sent.status == 302, sent.text
            draft = self.url + sent.leads
            form = self.browser.get(draft).form("table-0-kind")
            self.wait(self.browser.post(draft, {**form, "act": "take"}))

    def calls(self, count: int) -> None:
        for n in range(count):
            answer = self.browser.fill(
                f"{self.url}/enter/call/",
                "note",
                name=self.planted.names[-1 - n],
                phone=self.planted.phones[-1 - n],
                caller=self.planted.names[n],
                certainty="sure",
                date="2023-10-06",
            )
            assert answer.status == 302, answer.text

    def searches(self, count: int) -> int:
        """How many of them were found by their name."""
        found = 0
        for n in range(count):
            words = quote(self.planted.names[n])
            answer = self.browser.get(f"{self.url}/people/?q={words}")
            assert answer.status == 200
            found += _PERSON.search(answer.text) is not None
        return found

    def backs_up(self, folder: Path) -> None:
        folder.mkdir()
        sent = self.browser.post(
            f"{self.url}/backup/",
            {
                **self.browser.get(f"{self.url}/backup/").form("folder"),
                "folder": str(folder),
            },
        )
        self.wait(sent)

    def wait(self, begun: Page) -> None:
        assert begun.status == 302, begun.text
        while True:
            page = self.browser.get(self.url + begun.leads)
            assert "not done" not in page.text, page.text
            if 'hx-get="/jobs/' not in page.text:
                return
            time.sleep(0.1)


@pytest.fixture
def watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the store, the log, and every temporary folder in it."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    for variable in ("TMPDIR", "SQLITE_TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(variable, str(temporary))
    return tmp_path


@pytest.mark.proof
def test_planted_names_are_in_no_file_of_a_desk_that_is_used(
    watched: Path, town: Path, data_key: DataKey, whole: bool
) -> None:
    planted = Planted(100_000 if whole else 400)
    store = watched / "store" / "town.db"
    store.parent.mkdir()
    for file in (town, town.with_name("town.db.keys")):
        shutil.copy(file, store.parent / file.name)
    before = store.stat().st_size
    with RunningDesk(store, watched / "log").ready() as desk:
        day = Day(desk.url, planted)
        day.imports()
        planted.finder.look_through(watched)
        day.calls(200 if whole else 10)
        assert day.searches(5) == 5
        day.backs_up(watched / "stick")
        assert desk.process.poll() is None
        sizes = planted.finder.look_through(watched)
        desk.kill()
    planted.finder.look_through(watched)
    with RunningDesk(store, watched / "log").ready() as desk:
        assert desk.end() == 0
    planted.finder.look_through(watched)
    assert sizes["town.db-wal"] > 0
    assert store.stat().st_size > before
    with Store.open_with_key(store, data_key) as held:
        texts = " ".join(report.body for report in held.reports())
    dice = random.Random(1)  # noqa: S311 (a choice of a test)
    assert all(n in texts for n in dice.sample(planted.names, 20))
