"""One report to a committed picture, at the size of a town.

The town is `khankendi --core` of seed 7. Each report is stored (one transaction, synced
to disk) and the picture is updated and sealed; the peer is a build of everything.
"""

import random
import tempfile
from pathlib import Path
from time import perf_counter, process_time

from bench import Progress, Row
from stillhere.exercise import make_world
from stillhere.intake import read_folder, read_world
from stillhere.ledger import Picture
from stillhere.pipeline import Rules, build, update
from stillhere.reports import Report
from stillhere.store import Store
from stillhere.vocabulary import ReportKind

REPORTS = 400
SEED = 7


def run(progress: Progress) -> list[Row]:
    """Measure on a fresh world and a fresh store."""
    with tempfile.TemporaryDirectory() as folder:
        return _measure(Path(folder), progress)


def _measure(folder: Path, progress: Progress) -> list[Row]:
    progress("making khankendi --core, seed 7")
    make_world("khankendi", SEED, folder / "world", core=True)
    world = read_world(folder / "world")
    started = process_time()
    read = read_folder(folder / "world" / "lists", key=world.operation.key)
    reading_s = process_time() - started
    late = _late(read.reports)
    early = [r for r in read.reports if r.id not in {x.id for x in late}]
    rules, as_of = Rules.of_world(world), world.operation.as_of or "2023-10-09"
    progress(f"building the picture of {len(early):,} reports")
    started = process_time()
    picture = build(early, rules, as_of)
    build_s = process_time() - started
    progress(f"adding {REPORTS} reports one by one")
    with Store.create(
        folder / "town.store", "bench only", world.operation.key
    ) as store:
        store.append(early)
        wall_ms, cpu_ms, picture = _insert(store, picture, late)
    progress("building anew, to compare")
    same = build(read.reports, rules, as_of).digest == picture.digest
    return _rows(wall_ms, cpu_ms, build_s, reading_s, same=same)


def _late(reports: tuple[Report, ...]) -> list[Report]:
    rows = [r for r in reports if r.kind is ReportKind.ROW]
    return random.Random(SEED).sample(rows, REPORTS)


def _insert(
    store: Store, picture: Picture, late: list[Report]
) -> tuple[list[float], list[float], Picture]:
    wall_ms, cpu_ms = [], []
    for report in late:
        wall, cpu = perf_counter(), process_time()
        store.append([report])
        picture = update(picture, [report])
        assert picture.digest
        wall_ms.append(1000 * (perf_counter() - wall))
        cpu_ms.append(1000 * (process_time() - cpu))
    return sorted(wall_ms), sorted(cpu_ms), picture


def _rows(
    wall_ms: list[float],
    cpu_ms: list[float],
    build_s: float,
    reading_s: float,
    *,
    same: bool,
) -> list[Row]:
    p95 = round(0.95 * REPORTS)
    return [
        {"measure": "reading the lists, CPU s", "value": round(reading_s, 1)},
        {"measure": "building the picture, CPU s", "value": round(build_s, 1)},
        {
            "measure": "one report to a committed picture, p95, ms",
            "value": round(wall_ms[p95], 1),
            "peer": f"a build, {1000 * build_s:,.0f}",
            "ratio": round(wall_ms[p95] / (1000 * build_s), 5),
            "target": "at most 25",
        },
        {
            "measure": "the same, CPU p50 / p95 / max, ms",
            "value": f"{cpu_ms[REPORTS // 2]:.1f} / {cpu_ms[p95]:.1f} / {cpu_ms[-1]:.1f}",
        },
        {
            "measure": "digest after the updates equals a build",
            "value": "yes" if same else "NO",
            "target": "yes",
        },
    ]
