from pathlib import Path

import pytest

from stillhere.cli.commands import app
from tests.cli.walks import PAGES, ROOT, ran, same, steps

HOWTO = ("docs/howto/first-search-day.md", "docs/howto/backup-and-restore.md")


@pytest.mark.parametrize("page", PAGES)
def test_a_page_shows_what_its_commands_print(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    walk = steps((ROOT / page).read_text(encoding="utf-8"))
    assert len(walk) > 5
    changed = [step.command for step in walk if not same(step.output, ran(step))]
    assert changed == [], "write them anew: python -m tests.cli.walks"


@pytest.mark.parametrize("page", [*PAGES, *HOWTO])
def test_a_page_names_only_commands_that_exist(page: str) -> None:
    known = {
        c.name or getattr(c.callback, "__name__", "") for c in app.registered_commands
    }
    known |= {group.name or "" for group in app.registered_groups} | {"--version"}
    text = (ROOT / page).read_text(encoding="utf-8")
    lines = [line.removeprefix("$ ") for line in text.splitlines()]
    named = {line.split()[1] for line in lines if line.startswith("stillhere ")}
    assert named
    assert named <= known


def test_a_difference_would_be_seen() -> None:
    one = "picture 551392a9a386751ac72abd60f075c31d\n58 people\n"
    assert same(one, one.replace("551392", "aaaaaa"))
    assert not same(one, one.replace("58", "59"))
