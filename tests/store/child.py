"""Start the importing program and watch what it acknowledges."""

import os
import subprocess
import sys
from pathlib import Path

from tests.store.made import PASSPHRASE

_PROGRAM = Path(__file__).with_name("importing.py")


class Importer:
    """A running import, killed without warning when the test says so."""

    def __init__(self, store: str, first: int, last: int = 1_000_000) -> None:
        reading, writing = os.pipe()
        command = [sys.executable, str(_PROGRAM), store, str(reading)]
        self._process = subprocess.Popen(
            [*command, str(first), str(last)],
            stdout=subprocess.PIPE,
            text=True,
            pass_fds=(reading,),
        )
        os.close(reading)
        with os.fdopen(writing, "w", encoding="utf-8") as pipe:
            pipe.write(f"{PASSPHRASE}\n")
        self.acknowledged: list[int] = []

    def wait_for(self, lines: int) -> None:
        """Read this many lines of what it says, or all if it ends before."""
        out = self._process.stdout
        assert out is not None
        for _ in range(lines):
            line = out.readline().strip()
            if line.isdecimal():
                self.acknowledged.append(int(line))
            if not line:
                return

    def kill(self) -> None:
        """SIGKILL, then read what it had still acknowledged."""
        self._process.kill()
        self.wait_for(1_000_000)
        self._process.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()
