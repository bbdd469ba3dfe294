"""A measured program in a process of its own, so that its time and memory are its own."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Ran:
    """What a program found and cost.

    Attributes:
        found: The JSON it wrote.
        seconds: Wall clock from start to end, the start of Python included.
        cpu_s: Processor seconds, its own children included.
        peak_mb: Most memory it held at once.
    """

    found: Any
    seconds: float
    cpu_s: float
    peak_mb: float

    @property
    def cost(self) -> str:
        """Seconds and megabytes for the page."""
        return f"{self.seconds:.1f} s ({self.cpu_s:.1f} CPU), {self.peak_mb:,.0f} MB"


def alone(program: str, *words: str, python: str = sys.executable) -> Ran:
    """Run a module of this folder with words and the name of a file to write to.

    Raises:
        subprocess.CalledProcessError: It failed; what it said is shown.
    """
    with tempfile.TemporaryDirectory() as folder:
        out, cost = Path(folder) / "found.json", Path(folder) / "cost.json"
        command = (python, *_named(program, python), *words, str(out))
        spawned = (sys.executable, str(HERE / "_spawned.py"), str(cost))
        subprocess.run((*spawned, *command), check=True)
        found = json.loads(out.read_text(encoding="utf-8"))
        return Ran(found, **json.loads(cost.read_text(encoding="utf-8")))


def _named(program: str, python: str) -> Sequence[str]:
    """Ours as a module of the package, a peer's by its path."""
    if python == sys.executable:
        return "-m", f"bench.{program}"
    return (str(HERE / f"{program}.py"),)
