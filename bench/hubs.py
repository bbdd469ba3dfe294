"""Hubs: one insert beside and into groups and keys of senseless size.

The core world of Khankendi, seed 7, with four hubs in it: household 0 on 10,000 rows, a
bus of 80, 500 namesakes without dates, and one name on 20,000 rows of a list. First
mentions of the whole world, the hubs among them, are put back one by one; then each hub
grows by further rows. CPU times of this process.
"""

import random
import tempfile
from dataclasses import replace
from pathlib import Path

from bench import Progress, Row
from bench._hub_rows import TRAITS, Hub, hubs
from bench._worlds import Lists, core_lists
from bench.identity import built, insert_each, spread, timed
from stillhere.identity import Index

SEED = 7
INSERTS = 400


def run(progress: Progress) -> list[Row]:
    """Measure and return one row for each measure."""
    with tempfile.TemporaryDirectory() as folder:
        progress(f"make and read khankendi --core, seed {SEED}")
        lists = core_lists(Path(folder) / "world", SEED)
    every = hubs()
    mentions = (*lists.mentions, *(row for hub in every for row in hub.rows))
    lists = replace(lists, mentions=mentions, traits={**lists.traits, **TRAITS})
    progress(f"link {len(mentions):,} mentions")
    index, seconds = timed(lambda: built(lists))
    progress(f"{INSERTS} inserts drawn from the whole world")
    sample = random.Random(SEED).sample(mentions, INSERTS)
    spent, touched = insert_each(index, sample, lists)
    rows: list[Row] = [
        {"measure": "link world and hubs, CPU s", "value": seconds},
        {
            "measure": "an insert drawn from the whole world, CPU ms p50 / p95 / max",
            "value": spread(spent),
            "peer": f"{spread(touched)} mentions touched",
            "target": "p95 at most 25",
        },
    ]
    for hub in every:
        progress(f"inserts into {hub.name}")
        rows.append(_into(index, hub, lists))
    return rows


def _into(index: Index, hub: Hub, lists: Lists) -> Row:
    """Let a hub grow by its further rows, then take them out again."""
    spent, touched = [], []
    for mention in hub.inserts:
        change, seconds = timed(
            lambda m=mention: index.update(come=[m], lists=lists.traits)  # type: ignore[misc]
        )
        spent.append(seconds * 1000)
        touched.append(float(change.touched))
    index.update(gone=[mention.report for mention in hub.inserts])
    return {
        "measure": f"an insert into {hub.name}, CPU ms p50 / p95 / max",
        "value": spread(spent),
        "peer": f"{spread(touched)} mentions touched",
        "target": "p95 at most 100",
    }
