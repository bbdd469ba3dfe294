"""The same links from Spark on this machine as from one process.

Khankendi, core world, seed 7; each engine in a process of its own. Java starts within
the time that Spark is given.
"""

import tempfile
from pathlib import Path

from bench import Progress, Row
from bench._alone import alone
from bench._by_engine import SPARK
from stillhere.exercise import make_world

SEED = 7


def run(progress: Progress) -> list[Row]:
    """Measure and return one row for each measure; none where Spark is not installed."""
    if not (SPARK / "pyspark").is_dir():
        progress("Spark is not installed: make test-spark")
        return []
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "world"
        progress(f"make khankendi --core, seed {SEED}")
        make_world("khankendi", SEED, home, core=True)
        found = {}
        for engine in ("embedded", "spark"):
            progress(f"link by {engine}")
            found[engine] = alone("_by_engine", str(home), engine).found
    here, there = found["embedded"], found["spark"]
    return [
        _same("clusters and their links", here["clusters"], there["clusters"]),
        _same(f"{here['entries']:,} weighed pairs", here["pairs"], there["pairs"]),
        {
            "measure": f"link {here['mentions']:,} mentions by Spark, s",
            "value": there["seconds"],
            "peer": f"{here['seconds']:.1f} s in one process",
            "ratio": f"{there['seconds'] / here['seconds']:.1f} : 1",
        },
    ]


def _same(what: str, here: str, there: str) -> Row:
    return {
        "measure": f"digest of {what}, by Spark",
        "value": there,
        "peer": here,
        "ratio": "identical" if here == there else "DIFFERENT",
        "target": "identical",
    }
