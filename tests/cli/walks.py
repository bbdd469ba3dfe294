"""Pages whose commands are run and whose outputs are compared, so that they stay true.

A block ```` ```console ```` holds lines ``$ stillhere …`` and below each what it prints.
``from="words" lines=9`` after the word keeps nine lines, from the first that holds those
words, an ellipsis standing for the rest. The page about linking two lists shows the table
of pairs that its lists give. ``python -m tests.cli.walks`` writes all of it anew.
"""

import contextlib
import csv
import io
import os
import re
import shlex
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from stillhere.cli import app, run

ROOT = Path(__file__).resolve().parents[2]
PAGES = ("README.md", "docs/tutorial/town-of-sixty.md")
LINKED = "docs/howto/link-two-lists.md"
PASSPHRASE = "three words long"  # noqa: S105 (of a store made for a page)
_BLOCK = re.compile(r"^```console([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LISTS = re.compile(r"`(\w+\.csv)`[^`]*```csv\n(.*?)```", re.DOTALL)
_PAIRS = re.compile(r"(?<=\| evidence \|\n\|---\|---\|---\|---\|\n)(?:\|.*\n)+")
_CODE = re.compile(r"[a-z]+/[a-z-]+: ")
_DIGEST = re.compile(r"\b(picture|rules|reports:|picture:|anew:) +[0-9a-f]{32,64}\b")
_FROM = re.compile(r'from="([^"]*)"')
_LINES = re.compile(r"lines=(\d+)")


@dataclass(frozen=True)
class Step:
    """One command of a page and the output below it."""

    command: str
    output: str
    begins: str = ""
    lines: int = 0


def steps(text: str) -> list[Step]:
    """The commands of a page in order."""
    return [step for kind, body in _BLOCK.findall(text) for step in _steps(kind, body)]


def _steps(kind: str, body: str) -> list[Step]:
    begins, lines = _FROM.search(kind), _LINES.search(kind)
    cut = (begins[1] if begins else "", int(lines[1]) if lines else 0)
    parts = re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]
    split = (part.partition("\n") for part in parts)
    return [Step(command, output, *cut) for command, _, output in split]


def ran(step: Step) -> str:
    """What the command of a step prints here and now, cut as the page cuts it."""
    words = shlex.split(step.command)
    assert words[0] == "stillhere", step.command
    printed, aside = io.StringIO(), io.StringIO()
    with _passphrase() as number:
        own = [w if w != "PASS" else str(number) for w in words[1:]]
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(aside):
            run(app, own)
    # Progress depends on the day; sentences with a code belong to the page.
    told = [line for line in aside.getvalue().splitlines(True) if _CODE.match(line)]
    output = "".join([printed.getvalue(), *told])
    if not step.lines:
        return output
    every = output.splitlines()
    first = next(n for n, line in enumerate(every) if step.begins in line)
    kept = every[first : first + step.lines]
    above = ["…"] if first else []
    below = ["…"] if first + step.lines < len(every) else []
    return "\n".join([*above, *kept, *below]) + "\n"


@contextlib.contextmanager
def _passphrase() -> Iterator[int]:
    """A descriptor with the passphrase of the pages, for the word PASS."""
    there, here = os.pipe()
    os.write(here, f"{PASSPHRASE}\n".encode())
    os.close(here)
    try:
        yield there
    finally:
        with contextlib.suppress(OSError):
            os.close(there)


def rewritten(text: str) -> str:
    """The page with the outputs its commands print in the current folder."""

    def block(match: re.Match[str]) -> str:
        done = _steps(match[1], match[2])
        body = "".join(f"$ {step.command}\n{ran(step)}" for step in done)
        return f"```console{match[1]}\n{body}```"

    return _BLOCK.sub(block, text)


def pairs_shown(text: str) -> str:
    """The rows of the table of pairs on a page about linking."""
    found = _PAIRS.search(text)
    assert found is not None
    return found[0]


def pairs_given(text: str) -> str:
    """These rows as the two lists of the page give them, written to this folder."""
    for name, content in _LISTS.findall(text):
        Path(name).write_text(content, encoding="utf-8")
    words = ["link", "arrivals.csv", "register.csv", "--out", "pairs.csv"]
    silent = io.StringIO()
    with contextlib.redirect_stdout(silent), contextlib.redirect_stderr(silent):
        assert run(app, words) == 0
    with Path("pairs.csv").open(encoding="utf-8", newline="") as file:
        _, *rows = csv.reader(file)
    filled = (["", *(f" {c} " if c else " " for c in row), "\n"] for row in rows)
    return "".join("|".join(cells) for cells in filled)


def same(one: str, other: str) -> bool:
    """Whether two outputs agree but for digests, which rules and days are part of."""
    return _DIGEST.sub("…", one).rstrip() == _DIGEST.sub("…", other).rstrip()


def main() -> int:
    """Write the outputs of all pages anew."""
    for page in PAGES:
        path = ROOT / page
        with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
            text = rewritten(path.read_text(encoding="utf-8"))
        path.write_text(text, encoding="utf-8")
    path = ROOT / LINKED
    text = path.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        text = text.replace(pairs_shown(text), pairs_given(text))
    path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
