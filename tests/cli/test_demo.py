import json
import os
import re
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from stillhere.cli.demo_store import PASSPHRASE
from stillhere.intake.tables import world_of
from stillhere.pipeline import Rules, build, from_bytes
from stillhere.store import Store
from tests.cli.conftest import Terminal

SMALL = ("--scale", 0.02, "--no-desk")


def test_the_whole_job_ends_in_what_a_coordinator_needs(
    stillhere: Terminal, tmp_path: Path
) -> None:
    said = stillhere("demo", "--out", tmp_path / "demo", *SMALL)
    assert said.code == 0
    for part in (
        "Figures",
        "Without word, of most concern (10 of ",
        "Team 1: first 8 of",
        "DRAFT, NOT RELEASED",
        "Where everything lies",
        "linking",
        "in all",
    ):
        assert part in said.out, part
    for stage in ("making the town", "weighing pairs", "ordering stops"):
        assert stage in said.err, stage
    for name in ("brief.html", "brief.md", "situation.html"):
        assert (tmp_path / "demo" / name).is_file()
    assert (tmp_path / "demo/ledger/ledger.xlsx").is_file()
    assert (tmp_path / "demo/sheets/team-08.txt").is_file()


def test_only_what_an_earlier_demo_made_is_replaced(
    stillhere: Terminal, tmp_path: Path
) -> None:
    out = tmp_path / "demo"
    words = ("demo", "--town", "tutorial", "--out", out, "--json")
    assert stillhere(*words).code == 0
    (out / "mine.txt").write_text("keep me")
    (out / "world/lists/old.csv").write_text("Name\nAnna\n")
    again = stillhere(*words)
    assert again.code == 0
    assert "linking" in again.err or again.json["seconds"]
    assert (out / "mine.txt").read_text() == "keep me"
    assert not (out / "world/lists/old.csv").exists()


def test_a_folder_of_somebody_else_is_left_alone(
    stillhere: Terminal, tmp_path: Path
) -> None:
    (tmp_path / "brief.md").write_text("mine")
    said = stillhere("demo", "--out", tmp_path, *SMALL)
    assert said.code == 1
    assert said.sentence.startswith("cli/not-our-folder: ")
    assert (tmp_path / "brief.md").read_text() == "mine"


class Desk:
    """A demo that serves its desk, in a process of its own."""

    def __init__(self, out: Path) -> None:
        words = ["demo", "--town", "tutorial", "--out", out]
        self.lines: list[str] = []
        self.process = subprocess.Popen(
            [sys.executable, "-m", "stillhere", *map(str, words)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONUNBUFFERED": ""},
        )

    def read_until(self, words: str) -> str:
        """Read what it prints up to the line with these words."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.append(line)
            if words in line:
                return line
        assert self.process.stderr is not None
        pytest.fail(self.process.stderr.read())

    def end(self) -> int:
        """End it as Ctrl-C does; its exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(60)


@contextmanager
def serving(out: Path) -> Iterator[Desk]:
    desk = Desk(out)
    try:
        yield desk
    finally:
        desk.process.kill()
        desk.process.communicate()


def status(url: str) -> int:
    """What the address answers, without following where it leads."""
    try:
        with urllib.request.urlopen(url, timeout=10) as answer:  # noqa: S310 (ours)
            code: int = answer.status
            return code
    except urllib.error.HTTPError as error:
        return error.code


def test_the_demo_ends_in_a_desk_that_prints_who_may_sign_in(tmp_path: Path) -> None:
    with serving(tmp_path / "demo") as desk:
        url = desk.read_until("The desk answers at").split()[-1]
        desk.read_until("It is ready")
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+", url)
        assert status(f"{url}/sign-in/") == 200
        assert status(url) == 200
        printed = "".join(desk.lines)
        for role in ("coordinator", "hotline", "registrar", "forensic"):
            assert re.search(rf"^{role} +[a-z]+(-[a-z]+){{3}}$", printed, re.MULTILINE)
        assert PASSPHRASE in printed
        assert desk.end() == 0


def test_a_second_demo_finds_the_town_and_makes_nothing_anew(tmp_path: Path) -> None:
    out = tmp_path / "demo"
    with serving(out) as desk:
        desk.read_until("It is ready")
        first = "".join(desk.lines)
        assert desk.end() == 0
    made = (out / "world/lists/register.xlsx").stat().st_mtime_ns
    with serving(out) as desk:
        desk.read_until("It is ready")
        again = "".join(desk.lines)
        assert desk.end() == 0
    assert "Figures" in first
    assert "Figures" not in again
    assert (out / "world/lists/register.xlsx").stat().st_mtime_ns == made
    passwords = re.compile(r"^\w+ +[a-z]+(?:-[a-z]+){3}$", re.MULTILINE)
    assert passwords.findall(first) == passwords.findall(again) != []


def test_the_picture_the_desk_keeps_is_that_of_the_store(tmp_path: Path) -> None:
    out = tmp_path / "demo"
    with serving(out) as desk:
        desk.read_until("It is ready")
        assert desk.end() == 0
    with Store.open(out / "demo.store", PASSPHRASE) as store:
        reports = list(store.reports())
        world = world_of(reports, store.operation_key, "2023-10-09")
        rules = Rules.of_world(world)
        kept = store.load_snapshot(rules.digest)
        assert kept is not None
        assert kept.position == store.position
    as_of = world.operation.as_of
    assert as_of is not None
    whole = build(reports, rules, as_of)
    assert from_bytes(kept.data, rules).digest == whole.digest == kept.picture


def test_another_town_is_made_anew(stillhere: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "demo"
    words = ("demo", "--town", "tutorial", "--no-desk", "--out", out)
    assert stillhere(*words).code == 0
    before = json.loads((out / ".stillhere-demo.json").read_text())
    assert stillhere(*words, "--seed", 8).code == 0
    after = json.loads((out / ".stillhere-demo.json").read_text())
    assert (before["asked"]["seed"], after["asked"]["seed"]) == (7, 8)
