"""The program killed at random moments of `stillhere read`."""

import os
import random
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from stillhere.store import Store
from stillhere.vocabulary import ReportKind
from tests.cli.conftest import PASSPHRASE, Terminal

ROWS = 40
LONGEST_S = 2.4
"""Past the end of a whole run on a quiet machine, so that some are acknowledged."""


def _list(path: Path, number: int) -> Path:
    lines = [
        f"{number}-{row},Petrosyan Armen {number},{1940 + row},Khankendi"
        for row in range(ROWS)
    ]
    head = "Registration number,Full name,Birth year,Settlement"
    path.write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")
    return path


def _killed(store: Path, file: Path, after_s: float) -> bool:
    """Read a list in a process of its own and kill it; whether it had acknowledged."""
    there, here = os.pipe()
    os.write(here, f"{PASSPHRASE}\n".encode())
    os.close(here)
    command = [sys.executable, "-m", "stillhere", "read", str(store), str(file)]
    process = subprocess.Popen(
        [*command, "--passphrase-fd", str(there)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        pass_fds=[there],
        start_new_session=True,
    )
    os.close(there)
    time.sleep(after_s)
    process.kill()
    said, _ = process.communicate()
    return b"Stored for good" in said


@pytest.mark.proof
def test_a_read_killed_at_any_moment_leaves_all_it_acknowledged_and_no_half_list(
    tmp_path: Path, whole: bool, stillhere: Terminal
) -> None:
    store = tmp_path / "town.store"
    assert stillhere.unlocked("init", store, "--exercise").code == 0
    dice = random.Random(11)  # noqa: S311 (moments of a test)
    acknowledged = []
    kills = 200 if whole else 6
    for number in range(kills):
        file = _list(tmp_path / f"list-{number}.csv", number)
        if _killed(store, file, dice.uniform(0.2, LONGEST_S)):
            acknowledged.append(file.name)
    with Store.open(store, PASSPHRASE) as held:
        rows = Counter(
            report.source for report in held.reports() if report.kind is ReportKind.ROW
        )
        assert held.check().findings == ()
    assert set(rows.values()) <= {ROWS}
    assert [name for name in acknowledged if rows[name] != ROWS] == []
    assert len(rows) >= len(acknowledged)
