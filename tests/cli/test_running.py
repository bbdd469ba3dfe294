import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from stillhere.cli import run
from stillhere.cli.running import DONE, FAILED, NOT_UNDERSTOOD, STOPPED
from tests.cli.conftest import Terminal


def failing(error: BaseException) -> typer.Typer:
    app = typer.Typer()

    @app.command()
    def fail() -> None:
        raise error

    return app


def test_the_version_is_said(stillhere: Terminal) -> None:
    said = stillhere("--version")
    assert (said.code, said.out) == (DONE, "stillhere 0.1.0\n")


def test_the_installed_command_answers() -> None:
    command = Path(sys.executable).with_name("stillhere")
    done = subprocess.run(
        [command, "show", "nowhere"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (FAILED, "")
    assert done.stderr.startswith("cli/nothing-there: There is neither a store nor")


@pytest.mark.parametrize(
    "words",
    [
        ("nope",),
        ("show",),
        ("show", "a", "b"),
        ("find", "a", "--limit", "x"),
        ("--no",),
    ],
)
def test_words_that_are_not_understood_cost_one_sentence(
    stillhere: Terminal, words: tuple[str, ...]
) -> None:
    said = stillhere(*words)
    assert (said.code, said.out) == (NOT_UNDERSTOOD, "")
    assert said.sentence.startswith("cli/usage: ")
    assert said.sentence.endswith("each says more with --help.")


def test_help_is_given_without_an_error(stillhere: Terminal) -> None:
    for words in (["--help"], ["find", "--help"], ["exercise", "make", "--help"]):
        said = stillhere(*words)
        assert (said.code, said.err) == (DONE, "")
        assert "Usage: stillhere" in said.out


def test_a_fault_of_the_program_shows_no_trace_and_no_values(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code = run(failing(ValueError("Siranush Sargsyan")), [])
    out, err = capsys.readouterr()
    assert (code, out) == (FAILED, "")
    assert err.startswith(
        "cli/fault: The program met a fault of its own (ValueError at "
    )
    assert len(err.splitlines()) == 1
    assert "Siranush" not in err
    assert "Traceback" not in err


def test_a_disk_that_fails_is_named_with_its_reason(
    capsys: pytest.CaptureFixture[str],
) -> None:
    full = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "brief.html")
    assert run(failing(full), []) == FAILED
    assert capsys.readouterr().err.startswith(
        "cli/file-failed: brief.html cannot be used (No space left on device)."
    )


def test_a_command_stopped_by_hand_says_what_is_kept(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(failing(KeyboardInterrupt()), []) == STOPPED
    assert capsys.readouterr().err.startswith("cli/interrupted: Stopped as you asked.")


def test_a_reader_that_goes_away_is_no_fault() -> None:
    command = Path(sys.executable).with_name("stillhere")
    shell = f"'{command}' exercise make --help | true"
    done = subprocess.run(shell, shell=True, capture_output=True, check=False)  # noqa: S602
    assert done.stderr == b""
