"""Worlds and a store for all tests of the room, and a way to run commands."""

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from stillhere.cli import app, run
from stillhere.exercise import make_world

PASSPHRASE = "three words long"  # noqa: S105 (of stores made for tests)


@dataclass(frozen=True)
class Said:
    """What a command printed, and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def sentence(self) -> str:
        """The one line told on standard error; progress is not part of it."""
        lines = [line for line in self.err.splitlines() if not line.startswith("[")]
        assert len(lines) == 1, self.err
        return lines[0]


def assert_refused(said: Said, code: str, out: Path) -> None:
    """The command ended with this code and wrote nothing there."""
    assert said.sentence.startswith(f"{code}: ")
    assert not out.exists()


def rules_written(folder: Path, *words: object) -> Path:
    """A file of rules that a command writes into a folder."""
    out = folder / "learnt.toml"
    assert run(app, [str(word) for word in (*words, "--out", out, "--json")]) == 0
    return out


class Terminal:
    """Runs commands in this process."""

    def __init__(self, capture: pytest.CaptureFixture[str]) -> None:
        self._capture = capture

    def __call__(self, *words: object) -> Said:
        self._capture.readouterr()
        code = run(app, [str(word) for word in words])
        out, err = self._capture.readouterr()
        return Said(code, out, err)

    def unlocked(self, *words: object, passphrase: str = PASSPHRASE) -> Said:
        """The same with a passphrase on a descriptor."""
        there, here = os.pipe()
        os.write(here, f"{passphrase}\n".encode())
        os.close(here)
        try:
            return self(*words, "--passphrase-fd", there)
        finally:
            os.close(there)


@pytest.fixture
def stillhere(capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(capsys)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Where a command is to write rules: nothing is there."""
    return tmp_path / "rules.toml"


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tutorial town."""
    out = tmp_path_factory.mktemp("cli") / "town"
    make_world("tutorial", 7, out, core=True)
    return out


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fiftieth of the core world."""
    out = tmp_path_factory.mktemp("cli") / "small"
    make_world("khankendi", 7, out, core=True, scale=0.02)
    return out


@pytest.fixture(scope="session")
def kept(town: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the tutorial town in it; tests copy it before they write."""
    path = tmp_path_factory.mktemp("cli") / "kept.db"
    for words in (["init", path, "--exercise", "--world", town], ["read", path, town]):
        there, here = os.pipe()
        os.write(here, f"{PASSPHRASE}\n".encode())
        os.close(here)
        code = run(app, [*map(str, words), "--passphrase-fd", str(there), "--json"])
        os.close(there)
        assert code == 0
    return path


@pytest.fixture
def store(kept: Path, tmp_path: Path) -> Path:
    """A store of the test's own."""
    path = tmp_path / "own.db"
    for ending in ("", ".keys"):
        whole = kept.with_name(kept.name + ending).read_bytes()
        path.with_name(path.name + ending).write_bytes(whole)
    return path
