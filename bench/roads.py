"""Roads: an extract read, contracted, and the ways on it.

The extract is named with `--extract`, or in STILLHERE_BENCH_EXTRACT; without one a drawn
grid of 60 by 60 streets with a node every 50 metres is measured. Points are drawn by a
fixed seed within 60 metres of roads the vehicle may use. Reading is measured in a process
of its own, its peak memory included; CPU times, the best of five, everything open but what
is said to be closed. What is closed is a piece of the busiest road: the one most of the 400 ways lie on.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import process_time
from typing import Any

import numpy as np

from bench import Progress, Row
from stillhere.places.roads import Course, Network, RoadTable, Speeds, Spots
from stillhere.places.roads.course import Mask
from stillhere.places.roads.extract import load_roads
from stillhere.places.roads.layout import Layout, Passable
from stillhere.vocabulary import VehicleClass

SIDE, LEGS, TIMES, SEED = 400, 320, 5, 7
GRID, STEP_M = 60, 50
SPEEDS = Speeds.shipped()


def run(progress: Progress) -> list[Row]:
    """Measure and return one row for each measure."""
    with _extract() as path:
        progress(f"reading {path.name}")
        read = _read_alone(path)
        table = load_roads(path, SPEEDS)
    rows: list[Row] = [
        {
            "measure": f"{path.name}: pieces of {read['ways']:,} ways",
            "value": len(table),
        },
        {"measure": "read and cut, s", "value": read["seconds"]},
        {"measure": "of it memory at its peak, MB", "value": read["peak_mb"]},
        {"measure": "kept as text, kB", "value": len(_text(table)) // 1000},
        {"measure": "unpacked from text, s", "value": _unpacking(table)},
    ]
    course = Course.of(table)
    for vehicle in VehicleClass:
        progress(f"ways of {vehicle.value}")
        rows += _measured(course, vehicle)
    return rows


def _measured(course: Course, vehicle: VehicleClass) -> list[Row]:
    table, name = course.table, vehicle.value
    layout = Layout.of(table, Passable.of(table, vehicle, SPEEDS))
    closed = np.zeros(len(table), np.bool_)
    net = Network(layout, closed)
    spots = _spots(course, layout)
    ends = net.terminals(spots)
    net.matrix_ms(ends, ends)
    busy = _busiest(net, spots)
    one, two = _pairs(spots)
    begins, goals = net.terminals(one), net.terminals(two)
    after = net.closing(busy)
    kept = after.rows_known
    target = "2, goal 1" if vehicle is VehicleClass.CAR else None
    return [
        {"measure": f"{name}: junctions after contraction", "value": layout.chains.nodes},
        {
            "measure": f"{name}: contracted, s",
            "value": _best(
                lambda: Layout.of(table, Passable.of(table, vehicle, SPEEDS))
            ),
        },
        {
            "measure": f"{name}: {SIDE} x {SIDE} travel matrix, s",
            "value": _best(lambda: Network(layout, closed).matrix_ms(ends, ends)),
            "target": target,
        },
        {"measure": f"{name}: a road closed, ms", "value": 1e3 * _best(lambda: net.closing(busy))},
        {"measure": f"{name}: rows of {SIDE} it leaves as they are", "value": kept},
        {
            "measure": f"{name}: which of {LEGS} legs lie on it, ms",
            "value": 1e3 * _best(lambda: net.through(begins, goals, busy)),
        },
        {
            "measure": f"{name}: the matrix after it, s",
            "value": _best(lambda: _again(net, busy, spots)),
        },
    ]  # fmt: skip


def _again(net: Network, busy: Mask, spots: Spots) -> None:
    after = net.closing(busy)
    ends = after.terminals(spots)
    after.matrix_ms(ends, ends)


def _spots(course: Course, layout: Layout) -> Spots:
    """Points that the vehicle reaches, drawn by the seed."""
    rng = np.random.default_rng(SEED)
    usable = layout.passable.usable
    on = np.flatnonzero(usable[course.piece_of_point])
    at = rng.choice(on, SIDE)
    x, y = (
        (axis[at] + rng.uniform(-60, 60, SIDE)).astype(np.int64)
        for axis in (course.x, course.y)
    )
    return course.snap(x, y, usable, 1000)


def _pairs(spots: Spots) -> tuple[Spots, Spots]:
    rng = np.random.default_rng(SEED + 1)
    one, two = (rng.integers(0, SIDE, LEGS) for _ in range(2))
    return Spots(*(c[one] for c in spots)), Spots(*(c[two] for c in spots))


def _busiest(net: Network, spots: Spots) -> Mask:
    """Of fifty pieces of road the one most ways of a sample lie on, as a mask."""
    rng = np.random.default_rng(SEED + 2)
    begin, goal = (
        net.terminals(Spots(*(column[at] for column in spots)))
        for at in (rng.integers(0, SIDE, 100), rng.integers(0, SIDE, 100))
    )
    found: list[tuple[int, int]] = []
    for piece in rng.choice(np.flatnonzero(net.layout.passable.usable), 50).tolist():
        on = net.through(begin, goal, np.arange(len(net.closed)) == piece)
        found.append((int(on.sum()), piece))
    busiest: Mask = np.arange(len(net.closed)) == max(found)[1]
    return busiest


def _best(work: Callable[[], object]) -> float:
    def once() -> float:
        begun = process_time()
        work()
        return process_time() - begun

    return min(once() for _ in range(TIMES))


def _text(table: RoadTable) -> str:
    return json.dumps(table.to_fields())


def _unpacking(table: RoadTable) -> float:
    text = _text(table)
    return _best(lambda: RoadTable.from_fields(json.loads(text)))


@contextmanager
def _extract() -> Iterator[Path]:
    named = os.environ.get("STILLHERE_BENCH_EXTRACT")
    if named:
        yield Path(named)
        return
    with tempfile.TemporaryDirectory() as folder:
        yield _grid(Path(folder) / "grid.osm.pbf")


def _grid(path: Path) -> Path:
    """A grid of streets, every second of them one-way."""
    import osmium  # noqa: PLC0415 (an extra)
    from osmium.osm.mutable import Node, Way  # noqa: PLC0415 (an extra)

    step = STEP_M / 111_000
    with osmium.SimpleWriter(str(path)) as writer:
        for n in range(GRID * GRID * 4):
            row, column = divmod(n, GRID * 2)
            writer.add_node(
                Node(id=n + 1, location=(46.7 + column * step, 39.8 + row * step))
            )
        for line in range(0, GRID * 2, 2):
            tags = {"highway": "residential", "oneway": "yes" if line % 4 else "no"}
            along = [line * GRID * 2 + n + 1 for n in range(GRID * 2)]
            across = [n * GRID * 2 + line + 1 for n in range(GRID * 2)]
            for code, nodes in ((line + 1, along), (line + 2, across)):
                writer.add_way(Way(id=code, nodes=nodes, tags=tags))
    return path


def _read_alone(path: Path) -> dict[str, Any]:
    """Read it in a process of its own."""
    command = (sys.executable, "-m", "bench.roads", str(path))
    said = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout
    found: dict[str, Any] = json.loads(said)
    return found


def _tell(path: Path) -> None:
    begun = process_time()
    table = load_roads(path, SPEEDS)
    told = {
        "seconds": process_time() - begun,
        "ways": len(table.way_id),
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }
    print(json.dumps(told))


if __name__ == "__main__":
    _tell(Path(sys.argv[1]))
