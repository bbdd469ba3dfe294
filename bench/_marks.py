"""Marks of identity on world folders: ``python -m bench._marks FOLDER...``.

For whoever tries weights: no store, no picture, only lists, index and judge.
"""

import sys
from pathlib import Path

from bench._worlds import lists_of
from bench.identity import built
from stillhere.cli.calibration import tell
from stillhere.exercise import RowMarks, read_truth, row_marks
from stillhere.identity import IdentityRules


def marks_of(folder: Path, rules: IdentityRules | None = None) -> RowMarks:
    """Read and link the lists of a world and mark the links by its truth."""
    lists = lists_of(folder)
    index = built(lists, rules)
    return row_marks(read_truth(folder), index.doubts, index.arrivals, lists.rows)


if __name__ == "__main__":
    tell(sum((marks_of(Path(name)) for name in sys.argv[1:]), RowMarks()))
