"""Link a world folder by one engine: `python -m bench._by_engine WORLD ENGINE FILE`.

FILE is the JSON to write: what tells the pairs and the clusters from others, and the
seconds that linking took.
"""

import json
import os
import sys
from hashlib import blake2b
from pathlib import Path
from time import perf_counter

import numpy as np

from bench._worlds import lists_of
from stillhere.identity import EngineName, Index, engine_of

SPARK = Path(__file__).resolve().parent.parent / ".venv" / "spark"
"""Where `make test-spark` puts Spark, beside everything else."""

Digests = tuple[int, str, str]


def digests(index: Index) -> Digests:
    """How many entries there are, and what tells them, and the clusters, from others."""
    pairs = index.world.pairs.of(np.flatnonzero(index.world.alive.view))
    pool = blake2b(digest_size=16)
    for column in (pairs.owner, pairs.other, pairs.w0, pairs.w1, pairs.flags):
        pool.update(np.ascontiguousarray(column).tobytes())
    clusters = blake2b(repr(tuple(index.clusters())).encode(), digest_size=16)
    return len(pairs), pool.hexdigest(), clusters.hexdigest()


def main(world: str, engine: str, out: str) -> None:
    """Link and write."""
    if SPARK.is_dir():
        sys.path.insert(0, str(SPARK))
        places = (str(SPARK), os.environ.get("PYTHONPATH", ""))
        os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, places))  # of workers
    links = engine_of(EngineName(engine))
    lists = lists_of(Path(world))
    start = perf_counter()
    index = Index.build(
        lists.mentions, lists.traits, (), lists.rules, lists.places, engine=links
    )
    seconds = perf_counter() - start
    entries, pool, clusters = digests(index)
    found = {"entries": entries, "pairs": pool, "clusters": clusters}
    said = {**found, "seconds": seconds, "mentions": len(index)}
    Path(out).write_text(json.dumps(said), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
