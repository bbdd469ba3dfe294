"""Names: the chance that two are one, across scripts.

Full names made of the tokens of `tests/names/pairs.tsv` that were not seen while the
tables of the fold were made: a given and a family name, each in one spelling on one side
and another on the other. Half of the pairs are one name; of the others half share the
given or the family name, and in half of those the other part is the nearest of thirty.
AUC is the share of pairs of pairs put in the right order; F1 is at the best threshold.
Times are CPU times; a batch is a process of its own, its start included, whose lines
repeat.
The peer is the ratio of rapidfuzz on sorted tokens of anyascii.
"""

import random
import resource
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from time import process_time

from anyascii import anyascii
from rapidfuzz import fuzz

from bench import Progress, Row
from stillhere.names import fold, same_name

SPELLINGS = Path(__file__).resolve().parent.parent / "tests" / "names" / "pairs.tsv"
EACH = 4_000
BATCH = 100_000

Pair = tuple[str, str, bool]
Score = Callable[[str, str], float]


def run(progress: Progress) -> list[Row]:
    """Measure and return one row for each measure."""
    progress(f"make {2 * EACH:,} pairs of names")
    made = pairs(random.Random(5))
    progress("compare them")
    rows = []
    ours, seconds = scored(same_name, made)
    theirs, their_seconds = scored(_peer, made)
    rows.append(_row("AUC", auc(ours), auc(theirs), ".985"))
    rows.append(_row("F1 at the best threshold", best_f1(ours), best_f1(theirs), ".95"))
    micro, their_micro = 1e6 * seconds / len(made), 1e6 * their_seconds / len(made)
    rows.append(_row("a pair of new names, µs", micro, their_micro, "20"))
    rows.append(_row("most said wrongly of ten parts, points", apart(ours), None, "5"))
    progress(f"a batch of {BATCH:,}")
    return [*rows, *_batch(made)]


def pairs(rng: random.Random) -> list[Pair]:
    """Pairs of full names; True where they are one name."""
    text = SPELLINGS.read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line[0] != "#"]
    words = [(row[0], row[2]) for row in rows if row[4] == "1" and row[5] != "tuned"]
    made: list[Pair] = []
    for number in range(EACH):
        given, family = rng.choice(words), rng.choice(words)
        made.append((f"{given[0]} {family[0]}", f"{given[1]} {family[1]}", True))
        other = [rng.choice(words), rng.choice(words)]
        if number % 2:
            kept = number // 2 % 2
            other[kept] = (given, family)[kept]
            if number // 4 % 2:
                alike = (given, family)[1 - kept][0]
                other[1 - kept] = _nearest(alike, rng.sample(words, 30))
        kin = zip((given, family), other, strict=True)
        same = all(fold(one[0]) == fold(two[0]) for one, two in kin)
        made.append((made[-1][0], f"{other[0][1]} {other[1][1]}", same))
    return made


def _nearest(word: str, others: Sequence[tuple[str, str]]) -> tuple[str, str]:
    return max(others, key=lambda other: _peer(word, other[1]) * (other[0] != word))


def _peer(a: str, b: str) -> float:
    return fuzz.token_sort_ratio(anyascii(a).lower(), anyascii(b).lower()) / 100


def scored(score: Score, made: list[Pair]) -> tuple[list[tuple[float, bool]], float]:
    start = process_time()
    found = [(score(a, b), same) for a, b, same in made]
    return found, process_time() - start


def auc(marked: list[tuple[float, bool]]) -> float:
    """Share of pairs of pairs in the right order, ties half (Mann and Whitney 1947)."""
    ordered = sorted(marked)
    total = place = 0.0
    while place < len(ordered):
        start = int(place)
        value = ordered[start][0]
        end = start
        while end < len(ordered) and ordered[end][0] == value:
            end += 1
        total += (start + end + 1) / 2 * sum(same for _, same in ordered[start:end])
        place = end
    ones = sum(same for _, same in marked)
    return (total - ones * (ones + 1) / 2) / (ones * (len(marked) - ones))


def best_f1(marked: list[tuple[float, bool]]) -> float:
    ones = sum(same for _, same in marked)
    best = right = 0.0
    for number, (_, same) in enumerate(sorted(marked, reverse=True), 1):
        right += same
        best = max(best, 2 * right / (number + ones))
    return best


def apart(marked: list[tuple[float, bool]]) -> float:
    """Points between the chance said and the share that was, in tenths that matter."""
    worst = 0.0
    for tenth in range(10):
        part = [(p, same) for p, same in marked if int(min(p, 0.999) * 10) == tenth]
        if len(part) >= 400:
            said = sum(p for p, _ in part) / len(part)
            worst = max(worst, abs(said - sum(same for _, same in part) / len(part)))
    return 100 * worst


def _batch(made: list[Pair]) -> list[Row]:
    """A whole process: its start, its time for a pair, its memory."""
    lines = [f"{a},{b}\n" for a, b, _ in made]
    text = "".join(lines[n % len(lines)] for n in range(BATCH))
    begun, _ = _process("")
    seconds, most = _process(text)
    return [
        _row("start of a batch, ms", 1000 * begun, None, None),
        _row(f"a pair in a batch of {BATCH:,}, µs", 1e6 * seconds / BATCH, None, "20"),
        _row("memory of a batch, MB", most, None, "60"),
    ]


def _process(text: str) -> tuple[float, float]:
    """CPU seconds and MB at most of a batch in a process of its own."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    code = "import sys; from stillhere.cli.batching import answer; answer(); "
    code += "print(*open('/proc/self/status'), file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        input=text.encode(),
        capture_output=True,
        check=True,
    )
    assert done.stdout.count(b"\n") == text.count("\n")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return spent, int(done.stderr.partition(b"VmHWM:")[2].split()[0]) / 1024


def _row(measure: str, value: float, peer: float | None, target: str | None) -> Row:
    ratio = None if peer is None else value / peer
    return {
        "measure": measure,
        "value": value,
        "peer": peer,
        "ratio": ratio,
        "target": target,
    }
