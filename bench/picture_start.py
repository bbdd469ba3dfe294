"""A start from the kept picture, at the size of a town.

The town is `khankendi --core` of seed 7 in an encrypted store. Loading begins with the
tables of the operation and ends with a picture that answers and can be updated; its peer
is a build. Moving the date is measured where nothing expires.
"""

import tempfile
from pathlib import Path
from time import perf_counter, process_time

from bench import Progress, Row
from stillhere.exercise import make_world
from stillhere.intake import read_folder, read_world
from stillhere.intake.tables import table_reports, world_of
from stillhere.ledger import Picture
from stillhere.pipeline import Rules, build, moved, resumed, to_bytes, update
from stillhere.reports import OperationKey
from stillhere.store import Snapshot, Store

SEED = 7
LATE = 100
"""Reports that come after the picture was kept."""

_WORDS = "bench only"


def run(progress: Progress) -> list[Row]:
    """Measure on a fresh world and a fresh store."""
    with tempfile.TemporaryDirectory() as folder:
        return _measure(Path(folder), progress)


def _measure(folder: Path, progress: Progress) -> list[Row]:
    progress("making khankendi --core, seed 7")
    make_world("khankendi", SEED, folder / "world", core=True)
    world = read_world(folder / "world")
    key = world.operation.key
    as_of = world.operation.as_of or "2023-10-09"
    read = read_folder(folder / "world" / "lists", key=key)
    tables = table_reports(world, key, as_of)
    early, late = read.reports[:-LATE], read.reports[-LATE:]
    path = folder / "town.store"
    with Store.create(path, _WORDS, key) as store:
        store.append([*tables, *early], read.provenance[:-LATE])
        progress(f"building the picture of {len(early):,} reports")
        rules = Rules.of_world(world_of(store.decisions(), key, as_of))
        started = process_time()
        picture = build(store.reports(), rules, as_of)
        build_s = process_time() - started
        progress("keeping it")
        rows = _keep(store, picture)
        store.append(late)
    progress("starting from it")
    more, again = _start(path, key, as_of, build_s)
    progress("building anew, to compare")
    whole = build([*tables, *read.reports], rules, as_of).digest
    same = again.digest == whole == update(picture, late).digest
    return [*rows, *more, *_carry_on(again, same=same)]


def _keep(store: Store, picture: Picture) -> list[Row]:
    started = process_time()
    data = to_bytes(picture)
    save_s = process_time() - started
    wall = perf_counter()
    store.save_snapshot(
        Snapshot(picture.rules_digest, picture.digest, store.position, data)
    )
    wall_s = perf_counter() - wall
    people = len(picture.entries)
    return [
        {
            "measure": f"lay out a picture of {people:,} people, CPU s",
            "value": round(save_s, 2),
            "target": "at most 6",
        },
        {"measure": "write it into the store, s", "value": round(wall_s, 2)},
        {"measure": "its size, MB", "value": round(len(data) / 1e6, 1)},
    ]


def _start(
    path: Path, key: OperationKey, as_of: str, build_s: float
) -> tuple[list[Row], Picture]:
    wall, cpu = perf_counter(), process_time()
    with Store.open(path, _WORDS) as store:
        rules = Rules.of_world(world_of(store.decisions(), key, as_of))
        kept = store.load_snapshot(rules.digest)
        assert kept is not None
        late = list(store.reports(since=kept.position))
        assert len(late) == LATE
        picture = resumed(kept.data, rules, as_of, late)
    wall_s, cpu_s = perf_counter() - wall, process_time() - cpu
    rows: list[Row] = [
        {
            "measure": f"start from it, {LATE} reports since, CPU s",
            "value": round(cpu_s, 2),
            "peer": f"a build, {build_s:.1f}",
            "ratio": round(cpu_s / build_s, 2),
            "target": "at most 6",
        },
        {
            "measure": "the same, s from the passphrase on",
            "value": round(wall_s, 2),
            "target": "at most 10",
        },
    ]
    return rows, picture


def _carry_on(picture: Picture, *, same: bool) -> list[Row]:
    started = process_time()
    later = moved(picture, "2023-10-10")
    moved_ms = 1000 * (process_time() - started)
    assert later.entries is picture.entries
    return [
        {
            "measure": "digest from the kept picture equals a build",
            "value": "yes" if same else "NO",
            "target": "yes",
        },
        {
            "measure": "move the date where nothing expires, CPU ms",
            "value": round(moved_ms, 1),
        },
    ]
