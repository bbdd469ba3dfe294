"""Fit the chance that two names are one: `names/chances.tsv`.

    python -m scripts.name_chances persons.txt

Reads the file that `name_costs.py` reads, and makes names of one to three words out of
its lines: pairs that are one name (the same lines, other spellings, now and then a word
more, an initial or another order of words), and as many that are not, of which half
share all words but one, and of these half have the nearest of thirty words in its
place. A logistic rule weighs the evidence; what it weighs is then turned into chances
by how often pairs of that weight were one name, never falling (pool adjacent
violators). Only the weights and the chances are kept.
"""

import random
import sys
from collections import defaultdict
from itertools import accumulate
from pathlib import Path

import numpy as np

from scripts.name_costs import spellings
from stillhere.names import comparing
from stillhere.names.comparing import Evidence, evidence
from stillhere.names.pairing import met, paired
from stillhere.names.tokens import written

TARGET = Path(__file__).resolve().parent.parent / "src/stillhere/names/chances.tsv"
EACH = 9_000
"""Pairs of each class."""

WORDS = (1, 2, 2, 2, 2, 3)
UNLIKE = 200
KEEP_UNLIKE = 0.15
"""Spellings of one line that are hardly alike are mostly translations: kept seldom."""

STEP = 40
LEAST = 1_000
"""No chance is below a thousandth or above 999 of them: the sample says no more."""

Word = tuple[str, str]


class Stock:
    """Two spellings of many names, by the scripts they are in."""

    def __init__(self, path: Path, rng: random.Random) -> None:
        self._rng = rng
        self._words: dict[tuple[str, str], list[Word]] = defaultdict(list)
        for line in path.read_text(encoding="utf-8").splitlines():
            found = list(spellings(line))
            if len(found) > 1:
                (one, a), (two, b) = rng.sample(found, 2)
                if rng.random() < KEEP_UNLIKE or _likeness(a, b) >= UNLIKE:
                    self._words[one, two].append((a, b))
        kinds = [kind for kind, words in self._words.items() if len(words) > 100]
        self._kinds = sorted(kinds)

    def kind(self) -> tuple[str, str]:
        """Two scripts; pairs within Latin letters are but one case of many."""
        return self._rng.choice(self._kinds)

    def draw(self, kind: tuple[str, str]) -> Word:
        """Two spellings of one name."""
        return self._rng.choice(self._words[kind])

    def nearest(self, kind: tuple[str, str], word: Word) -> Word:
        """The one of thirty other words whose second spelling is likest."""
        others = [self.draw(kind) for _ in range(30)]
        kept = [other for other in others if other[0] != word[0]]
        return max(kept or others, key=lambda other: _likeness(word[0], other[1]))


def _likeness(a: str, b: str) -> int:
    one, two = written(a).tokens, written(b).tokens
    return met(one[0], two[0]).likeness if one and two else -1000


def pairs(stock: Stock, rng: random.Random) -> list[tuple[str, str, int]]:
    """Pairs of names; 1 where they are one name."""
    made = []
    for number in range(EACH):
        kind = stock.kind()
        words = [stock.draw(kind) for _ in range(rng.choice(WORDS))]
        made.append((*_spelt(words, words, rng), 1))
        other = list(words)
        if number % 2:
            place = rng.randrange(len(words))
            near = rng.random() < 0.5
            other[place] = (
                stock.nearest(kind, words[place]) if near else stock.draw(kind)
            )
        else:
            other = [stock.draw(kind) for _ in words]
        made.append((*_spelt(words, other, rng), 0))
    return made


def _spelt(left: list[Word], right: list[Word], rng: random.Random) -> tuple[str, str]:
    one, two = [word[0] for word in left], [word[1] for word in right]
    if len(one) == 3 and rng.random() < 0.6:
        (one if rng.random() < 0.5 else two).pop(1)
    if len(one) > 1 and rng.random() < 0.06:
        one[0] = one[0][0] + "."
    if rng.random() < 0.2:
        rng.shuffle(two)
    return " ".join(one), " ".join(two)


def weighed(a: str, b: str) -> Evidence:
    left, right = written(a), written(b)
    return evidence(left, right, paired(left, right))


def fitted(rows: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Weights of a logistic rule, the first that of a constant."""
    design = np.column_stack([np.ones(len(rows)), rows])
    weights = np.zeros(design.shape[1])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-design @ weights))
        slope = design.T @ (labels - chance) - 1e-3 * weights
        bend = (design.T * (chance * (1 - chance))) @ design
        weights += np.linalg.solve(bend + 1e-3 * np.eye(len(weights)), slope)
    return weights


def rising(weights: np.ndarray, labels: np.ndarray) -> list[tuple[int, int]]:
    """Chances by weight that never fall, a knot for each pool of at least `STEP`."""
    order = np.argsort(weights, kind="stable")
    pools: list[list[float]] = []
    for start in range(0, len(order), STEP):
        part = order[start : start + STEP]
        pools.append([float(labels[part].sum()), len(part), float(weights[part].sum())])
        while (
            len(pools) > 1
            and pools[-2][0] * pools[-1][1] >= pools[-1][0] * pools[-2][1]
        ):
            last = pools.pop()
            pools[-1] = [old + new for old, new in zip(pools[-1], last, strict=True)]
    return [
        (round(total / number), round(1e6 * (ones + 0.5) / (number + 1)))
        for ones, number, total in pools
    ]


def main() -> int:
    if len(sys.argv) != 2:
        print(__doc__)
        return 2
    rng = random.Random(4)  # noqa: S311 (a seeded draw)
    made = pairs(Stock(Path(sys.argv[1]), rng), rng)
    labels = np.array([label for _, _, label in made], dtype=float)
    rows = np.array([weighed(a, b) for a, b, _ in made], dtype=float) / 1000
    weights = np.round(1000 * fitted(rows, labels)).astype(int)
    totals = np.array(
        [comparing.total(tuple(map(int, weights)), weighed(a, b)) for a, b, _ in made]
    )
    knots = rising(totals, labels)
    low, high = int(totals.min()) - 2000, int(totals.max()) + 2000
    bounded = [max(LEAST, min(1_000_000 - LEAST, chance)) for _, chance in knots]
    inner = zip([at for at, _ in knots], accumulate(bounded, max), strict=True)
    lines = [
        "# The chance that two names are one. Written by scripts/name_chances.py from",
        "# names made of the groups of rigour 1.8.2; docs/reference/names.md says how.",
        "# Weights: a constant, then mean, worst, left, worth, single. Then weighed",
        "# evidence and the chance there, in millionths.",
        "\t".join(["weights", *map(str, weights)]),
        *(f"{at}\t{chance}" for at, chance in [(low, 0), *inner, (high, 1_000_000)]),
    ]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    right = ((totals > 0) == (labels > 0)).mean()
    print(f"{len(made):,} pairs, {right:.3f} on the right side; {len(knots)} knots")
    return 0


if __name__ == "__main__":
    sys.exit(main())
