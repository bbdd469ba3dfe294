"""Identity: linking the core world, and one report more.

Khankendi, core world, seed 7. Times are CPU times of this process. An insert is a mention
taken out of the finished index, unmeasured, and put back, measured; the sample is drawn
from the whole world with a fixed seed. F1 is of list rows against persons of the
register, as `stillhere exercise judge` counts them.
"""

import random
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from time import process_time
from typing import TypeVar

import numpy as np

from bench import Progress, Row
from bench._worlds import Lists, core_lists
from stillhere.exercise import judge_links, read_truth
from stillhere.exercise.judge import REGISTER_FILE
from stillhere.identity import IdentityRules, Index
from stillhere.identity.growing import Array
from stillhere.identity.links import is_anchor
from stillhere.identity.pairs import ACCEPTED
from stillhere.identity.settling import mutual_entries
from stillhere.reports.statements import PersonStatement

T = TypeVar("T")

SEED = 7
INSERTS = 400
SEARCHES = 300


def run(progress: Progress) -> list[Row]:
    """Measure and return one row for each measure."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "world"
        progress(f"make and read khankendi --core, seed {SEED}")
        lists = core_lists(home, SEED)
        progress(f"link {len(lists.mentions):,} mentions")
        index, seconds = timed(lambda: built(lists))
        rows = _linking(home, lists, index, seconds)
    progress("snapshot")
    rows += _snapshot(lists, index, seconds)
    progress(f"{INSERTS} inserts")
    rows += _inserts(lists, index, seconds)
    progress("components and searches")
    rows += _components(index)
    rows.append(_searches(lists, index))
    return rows


def built(lists: Lists, rules: IdentityRules | None = None) -> Index:
    """The index of a world, by the rules of its operation or by others."""
    weights = rules or lists.rules
    return Index.build(lists.mentions, lists.traits, [], weights, lists.places)


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """What some work gives, and its CPU seconds."""
    start = process_time()
    done = work()
    return done, process_time() - start


def percentile(values: Sequence[float], share: float) -> float:
    """The value that this share of the values does not exceed."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def spread(values: Sequence[float]) -> str:
    """Half, 95 of 100 and all of the values are at most this."""
    ends = (percentile(values, 0.5), percentile(values, 0.95), max(values))
    return " / ".join(f"{value:.4g}" for value in ends)


def _linking(home: Path, lists: Lists, index: Index, seconds: float) -> list[Row]:
    marks = judge_links(read_truth(home), _links(lists, index))
    return [
        {
            "measure": f"link {len(index):,} mentions, CPU s",
            "value": seconds,
            "target": "at most 50",
        },
        {
            "measure": "F1 of links (precision, recall)",
            "value": f"{marks.f1:.4f} ({marks.precision:.4f}, {marks.recall:.4f})",
            "target": "at least 0.93",
        },
        {
            "measure": "index, bytes a mention",
            "value": index.nbytes / len(index),
            "target": "at most 400",
        },
    ]


def _links(lists: Lists, index: Index) -> dict[tuple[str, int], tuple[str, int]]:
    """List rows and the register row they are linked with."""
    links: dict[tuple[str, int], tuple[str, int]] = {}
    for cluster in index.clusters():
        rows = [lists.rows[m] for m in cluster.members]
        for registered in (r for r in rows if r[0] == REGISTER_FILE):
            links |= {r: registered for r in rows if r != registered}
    return links


def _snapshot(lists: Lists, index: Index, rebuild: float) -> list[Row]:
    data, written = timed(index.to_bytes)
    loaded, read = timed(lambda: Index.from_bytes(data, lists.rules, lists.places))
    assert len(loaded) == len(index)
    return [
        {
            "measure": "snapshot, bytes a mention (CPU s to write)",
            "value": f"{len(data) / len(index):.0f} ({written:.2f})",
        },
        {
            "measure": "load the snapshot, CPU s",
            "value": read,
            "peer": f"{rebuild:.1f} s to link anew",
            "target": "at most 5",
        },
    ]


def insert_each(
    index: Index, mentions: Sequence[PersonStatement], lists: Lists
) -> tuple[list[float], list[float]]:
    """Take each mention out and put it back; CPU ms and mentions touched by each."""
    spent, touched = [], []
    for mention in mentions:
        index.update(gone=[mention.report])
        change, seconds = timed(
            lambda m=mention: index.update(come=[m], lists=lists.traits)  # type: ignore[misc]
        )
        spent.append(seconds * 1000)
        touched.append(float(change.touched))
    return spent, touched


def _inserts(lists: Lists, index: Index, rebuild: float) -> list[Row]:
    sample = random.Random(SEED).sample(lists.mentions, INSERTS)
    spent, touched = insert_each(index, sample, lists)
    middle = percentile(spent, 0.5)
    return [
        {
            "measure": "one mention more, CPU ms p50 / p95 / max",
            "value": spread(spent),
            "peer": f"{rebuild:.1f} s for a rebuild",
            "ratio": f"1 : {rebuild * 1000 / middle:,.0f}",
            "target": "p95 at most 25",
        },
        {"measure": "mentions touched, p50 / p95 / max", "value": spread(touched)},
    ]


def _components(index: Index) -> list[Row]:
    world = index.world
    alive = np.flatnonzero(world.alive.view)
    entries, both, _ = mutual_entries(world, alive)
    accepted = entries.flags & ACCEPTED > 0
    anchored = is_anchor(world.features, alive).sum()
    plain = largest(entries.owner[both], entries.other[both])
    return [
        {
            "measure": "largest accepted component, anchors first",
            "value": largest(entries.owner[accepted], entries.other[accepted]),
            "peer": f"{plain} over all mutual pairs",
        },
        {
            "measure": "mentions in anchor lists",
            "value": f"{anchored / len(alive):.1%} of {len(alive):,}",
        },
    ]


def largest(owner: Array, other: Array) -> int:
    """Size of the largest component over these pairs, each given from both sides."""
    label = np.arange(int(max(owner.max(initial=0), other.max(initial=0))) + 1)
    while True:
        lower = label.copy()
        np.minimum.at(lower, owner, label[other])
        lower = lower[lower]
        if (lower == label).all():
            return max(Counter(label.tolist()).values())
        label = lower


def _searches(lists: Lists, index: Index) -> Row:
    """Names as the lists wrote them, in four scripts, each word order."""
    draw = random.Random(SEED)
    named = [m.name.text for m in draw.sample(lists.mentions, SEARCHES)]
    turned = [" ".join(reversed(text.split())) for text in named[::2]]
    spent = []
    for text in (*named, *turned):
        _, seconds = timed(lambda t=text: index.search(t))  # type: ignore[misc]
        spent.append(seconds * 1000)
    return {
        "measure": "find a person, CPU ms p50 / p95 / max",
        "value": spread(spent),
        "target": "p95 at most 30",
    }
