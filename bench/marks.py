"""Links of the region, row by row, over three worlds nothing was learnt on.

Region, core worlds of seeds 21 to 23, added up. A row counts as linked where the chance of
its best register person is .5 or more. Bins of fewer than 400 cases are left out.
"""

import os
import tempfile
from pathlib import Path
from time import process_time

from bench import Progress, Row
from bench._marks import marks_of
from stillhere.exercise import RowMarks, make_world
from stillhere.exercise.judge import LinkMarks

SEEDS = (21, 22, 23)
SCALE = float(os.environ.get("STILLHERE_BENCH_SCALE", "1"))
CASES = 400

TARGETS = {
    "all": "at least .965, goal .985",
    "without birth": "at least .93, goal .96",
    "script ru": "at least .95, goal .97",
}


def run(progress: Progress) -> list[Row]:
    """Measure and return one row for each measure."""
    start, marks = process_time(), RowMarks()
    for seed in SEEDS:
        progress(f"region --core, seed {seed}")
        with tempfile.TemporaryDirectory() as folder:
            world = Path(folder) / "world"
            make_world("region", seed, world, core=True, scale=SCALE)
            marks += marks_of(world)
    rows = [_f1(name, marks.best[name]) for name in TARGETS if name in marks.best]
    return [*rows, *_automatic(marks), *_chances(marks), _spent(start)]


def _f1(name: str, marks: LinkMarks) -> Row:
    return {
        "measure": f"F1 of rows, {name} (precision, recall; rows)",
        "value": f"{marks.f1:.4f} ({marks.precision:.4f}, {marks.recall:.4f}; "
        f"{marks.findable:,})",
        "target": TARGETS[name],
    }


def _automatic(marks: RowMarks) -> list[Row]:
    made = marks.automatic["all"]
    return [
        {
            "measure": "links made without a person, precision (recall)",
            "value": f"{made.precision:.4f} ({made.recall:.4f})",
            "target": "at least .99 at a recall of .88, goal .997",
        },
        {
            "measure": "true pairs that were candidates",
            "value": f"{marks.reached['all'].share:.4f}",
            "target": "at least .975, goal .99",
        },
    ]


def _chances(marks: RowMarks) -> list[Row]:
    told = (("of a link", marks.links), ("has left or arrived", marks.arrived))
    return [
        {
            "measure": f"probability {name}: worst bin, points",
            "value": "too few cases" if worst is None else round(worst, 2),
            "target": "within 5, goal 2",
        }
        for name, bins in told
        for worst in (bins.worst(CASES),)
    ]


def _spent(start: float) -> Row:
    return {
        "measure": "CPU seconds, making and reading the worlds included",
        "value": process_time() - start,
    }
