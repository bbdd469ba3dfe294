"""The desk killed at random moments of entries and imports: what it said is so."""

import random
import shutil
import threading
import time
import urllib.error
from collections.abc import Callable
from dataclasses import dataclass, field
from http.client import HTTPException
from pathlib import Path

import pytest

from stillhere.intake.tables import world_of
from stillhere.pipeline import Rules, build
from stillhere.store import DataKey, Store
from stillhere.store.connection import open_connection
from stillhere.vocabulary import ReportKind
from tests.desk.running import Browser, RunningDesk

ROWS = 20
SLOWEST_S = 1.2
IMPORTS = 0.25


@dataclass
class Typist:
    """Types calls and pastes lists until the desk is gone.

    Attributes:
        calls: Words of the calls that were acknowledged.
        lists: Sources of the lists whose job was shown as done.
    """

    browser: Browser
    dice: random.Random
    calls: list[str] = field(default_factory=list)
    lists: list[str] = field(default_factory=list)
    number: int = 0

    def type_on(self, url: str) -> None:
        try:
            while True:
                self.number += 1
                if self.dice.random() < IMPORTS:
                    self._paste(url)
                else:
                    self._call(url)
        except (urllib.error.URLError, HTTPException, ConnectionError, TimeoutError):
            return

    def _call(self, url: str) -> None:
        words = f"light in the window {self.number}"
        answer = self.browser.fill(
            f"{url}/enter/call/",
            "note",
            name=f"Petrosyan Armen {self.number % 50}",
            settlement="Khankendi",
            certainty="sure",
            note=words,
            date="2023-10-06",
        )
        assert answer.status == 302, answer.text
        self.calls.append(words)

    def _paste(self, url: str) -> None:
        source = f"list {self.number}"
        rows = [
            f"{self.number}-{row};Petrosyan Armen {row};{1940 + row};Khankendi"
            for row in range(ROWS)
        ]
        head = "Registration number;Full name;Birth year;Settlement"
        answer = self.browser.fill(
            f"{url}/import/", "pasted", pasted="\n".join([head, *rows]), source=source
        )
        assert answer.status == 302, answer.text
        draft = url + answer.leads
        form = self.browser.get(draft).form("table-0-kind")
        job = self.browser.post(draft, {**form, "act": "take"})
        assert job.status == 302, job.text
        while True:
            page = self.browser.get(url + job.leads)
            assert "not done" not in page.text, page.text
            if page.status == 302 or 'hx-get="/jobs/' not in page.text:
                break
            time.sleep(0.05)
        self.lists.append(source)


def killed(store: Path, log: Path, typist: Typist) -> float:
    """Let somebody type, and kill the desk in the middle of it; seconds of its start."""
    began = time.monotonic()
    with RunningDesk(store, log).ready() as desk:
        started = time.monotonic() - began
        if not typist.number:
            typist.browser.sign_in(desk.url, "coordinator")
        typing = threading.Thread(target=typist.type_on, args=(desk.url,))
        typing.start()
        time.sleep(typist.dice.uniform(0.05, SLOWEST_S))
        desk.kill()
        typing.join()
    return started


def picture_of_rows(store: Path, key: DataKey) -> str:
    """Digest of the picture the desk last derived its rows from."""
    connection = open_connection(store, key)
    try:
        question = "SELECT digest FROM desk_derivedstate"
        digest: str = connection.execute(question).fetchone()[0]
    finally:
        connection.close()
    return digest


def built_anew(store: Store) -> str:
    reports = list(store.reports())
    world = world_of(reports, store.operation_key, "2023-10-09")
    as_of = world.operation.as_of
    assert as_of is not None
    return build(reports, Rules.of_world(world), as_of).digest


@pytest.mark.proof
def test_a_desk_killed_at_any_moment_keeps_all_it_acknowledged(
    town: Path,
    data_key: DataKey,
    tmp_path: Path,
    whole: bool,
    record_property: Callable[[str, object], None],
) -> None:
    store, log = tmp_path / "store" / "town.db", tmp_path / "log"
    store.parent.mkdir()
    for file in (town, town.with_name("town.db.keys")):
        shutil.copy(file, store.parent / file.name)
    typist = Typist(Browser(), random.Random(300))  # noqa: S311 (moments of a test)
    starts = [killed(store, log, typist) for _ in range(300 if whole else 6)]
    record_property("slowest start, s", max(starts))
    with RunningDesk(store, log).ready() as desk:
        resumed = picture_of_rows(store, data_key)
        assert desk.end() == 0
    with Store.open_with_key(store, data_key) as held:
        reports = list(held.reports())
        assert held.check().findings == ()
        assert built_anew(held) == resumed
    calls = {str(r.fields.get("note")) for r in reports if r.kind is ReportKind.CALL}
    assert [words for words in typist.calls if words not in calls] == []
    rows = [r.source for r in reports if r.kind is ReportKind.ROW]
    sizes = {name: rows.count(name) for name in set(rows) if name.startswith("list ")}
    assert [name for name in typist.lists if sizes.get(name) != ROWS] == []
    assert set(sizes.values()) <= {ROWS}
    assert typist.calls
    assert "Traceback" not in log.read_text()
