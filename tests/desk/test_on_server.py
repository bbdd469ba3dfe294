"""The desk does on a PostgreSQL server what it does on its file."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.desk.on_server import SETTING

HERE = Path(__file__).parent
PART = ("test_accounts.py", "test_backend.py", "test_rows.py", "test_sessions.py")
"""What asks most of a database; under CI and with `--whole`, all of it is run."""


@pytest.mark.proof
@pytest.mark.skipif(SETTING in os.environ, reason="this is that run")
@pytest.mark.usefixtures("postgres")
def test_every_test_of_the_desk_that_is_not_about_the_file_passes_on_a_server(
    whole: bool,
) -> None:
    everything = whole or os.environ.get("CI") == "true"
    files = [HERE] if everything else [HERE / name for name in PART]
    # A run of its own has to set Django up by itself.
    around = {k: v for k, v in os.environ.items() if k != "DJANGO_SETTINGS_MODULE"}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *files],
        cwd=HERE.parents[1],
        env={**around, SETTING: "server"},
        capture_output=True,
        text=True,
        check=False,
    )
    passed = re.search(r"(\d+) passed", done.stdout)
    assert done.returncode == 0, done.stdout
    assert passed is not None
    assert int(passed[1]) > (50 if everything else 10)
