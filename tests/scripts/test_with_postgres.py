import subprocess
import sys
from pathlib import Path

import pytest

from tests.postgres import SETTING

SCRIPT = Path(__file__).parents[2] / "scripts" / "with_postgres.py"


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, SCRIPT, *command], capture_output=True, text=True, check=False
    )


@pytest.mark.usefixtures("postgres")  # where a server is tested, its programs are
def test_a_server_is_there_for_one_command_and_gone_after_it() -> None:
    ask = (
        "import os, psycopg\n"
        f"address = os.environ[{SETTING!r}]\n"
        "with psycopg.connect(address) as connection:\n"
        "    folder = connection.execute('SHOW data_directory').fetchone()[0]\n"
        "print(folder)\n"
        "raise SystemExit(7)\n"
    )
    done = run(sys.executable, "-c", ask)
    assert (done.returncode, done.stderr) == (7, "")
    folder = Path(done.stdout.strip())
    assert folder.name == "data"
    assert not folder.parent.exists()


def test_without_a_command_it_says_how_to_call_it() -> None:
    done = run()
    assert done.returncode == 2
    assert "COMMAND" in done.stderr
