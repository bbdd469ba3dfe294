"""People truly remaining whom the picture shows as accounted for.

Core worlds of khankendi, seed 7, and of the region, seed 21, as `stillhere exercise judge`
marks them: of those in the register who never left, the share that is not on the list of
people without word; the same of the lone and dependent, who cannot say so themselves.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from bench import Progress, Row
from stillhere.exercise import make_world

WORLDS = (("khankendi", 7), ("region", 21))
Marks = dict[str, dict[str, float]]
SCALE = float(os.environ.get("STILLHERE_BENCH_SCALE", "1"))

TARGETS = {
    "wrongly_accounted": "at most 2 %, goal .5 %",
    "wrongly_accounted_dependent": "at most 1 %, goal .2 %",
}
WORDS = {
    "wrongly_accounted": "truly remaining, shown as accounted for",
    "wrongly_accounted_dependent": "of these the lone and dependent",
}


def run(progress: Progress) -> list[Row]:
    """Measure and return one row for each measure."""
    rows: list[Row] = []
    for town, seed in WORLDS:
        with tempfile.TemporaryDirectory() as folder:
            world = Path(folder) / "world"
            progress(f"{town} --core, seed {seed}")
            make_world(town, seed, world, core=True, scale=SCALE)
            marks = _judged(world)
        rows += [_row(town, name, marks["unaccounted"][name]) for name in WORDS]
    return rows


def _judged(world: Path) -> Marks:
    """What `stillhere exercise judge` says of a world."""
    words = ("exercise", "judge", str(world), "--json")
    command = (sys.executable, "-m", "stillhere", *words)
    said = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout
    marks: Marks = json.loads(said)
    return marks


def _row(town: str, name: str, share: float) -> Row:
    return {
        "measure": f"{town}: {WORDS[name]}",
        "value": f"{share:.2%}",
        "target": TARGETS[name],
    }
