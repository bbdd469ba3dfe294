"""Learn what stands for what between spellings of one name: `names/likeness.tsv`.

    python -m scripts.name_costs persons.txt

`persons.txt` lies in the wheel of rigour 1.8.2 under rigour/data/names: a line a name,
its spellings parted by commas. Spellings of one line are aligned sign by sign with the
costs found so far (six times over), and what met is counted: the logarithm of how much
more often two signs meet than chance would have it is their likeness, in hundredths of
a bit. Counts alone are kept; no name of that file comes into the project.
"""

import math
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations_with_replacement, product
from pathlib import Path

from stillhere.names.signs import Writing, readings, writing_of

TARGET = Path(__file__).resolve().parent.parent / "src/stillhere/names/likeness.tsv"
ROUNDS = 6
SCRIPTS = {
    "latin": re.compile("[a-zà-öø-žəǝ]+"),
    "cyrillic": re.compile("[а-яёіїєґў]+"),
    "armenian": re.compile("[ա-և]+"),
    "georgian": re.compile("[ა-ჰ]+"),
    "arabic": re.compile("[ء-يٱ-ۓ]+"),
    "hebrew": re.compile("[א-ת'׳]+"),
}
MOST = {("latin", "latin"): 12_000, ("cyrillic", "cyrillic"): 4_000}
MOST[("cyrillic", "latin")] = 25_000
OTHERS = 8_000
"""Most pairs taken of two scripts, so that none outweighs the rest."""

VOWELS = "aeiouy"
LEAST = -600
"""Of what was never seen to meet; -6 bits."""

LEAST_ALONE = -700
MEETS = """
ا=a آ=a ب=bv پ=p ت=t ث=ts ج=jJgG چ=C ح=hX خ=X د=d ذ=dz ر=r ز=z ژ=ZJ س=s ش=S ص=s ض=dz
ط=t ظ=z ع=a غ=gGh ف=fv ق=kqgG ك=k گ=g ل=l م=m ن=n ه=hae و=vuow ي=iye ة=ae ؤ=uo ئ=ei
ڤ=v ڭ=T ء= א=aeo ב=bv ג=g ד=d ה=hae ו=uov ז=z ח=hX ט=t י=iye כ=kX ל=l מ=m נ=n ס=s ע=a
פ=pf צ=T ק=k ר=r ש=S ת=t Ġ=J Ċ=C Ż=Z Ẋ=X Ṫ=t Ṙ=G Ẇ=v Ẏ=iy
"""
"""The first guess: which sounds a letter of Arabic or Hebrew may be."""

NEAR = "kq kc gh hX gG GX vw fv iy jJ jZ JZ sz TD cT cs cC CS bp td gk xX wu jy ji dD"

Signs = tuple[Writing, str]
Costs = tuple[dict[tuple[str, str], int], dict[tuple[str, Writing], int]]


def spellings(line: str) -> Iterator[tuple[str, str]]:
    """Give the spellings of one line that are single words, each with its script."""
    for text in line.rpartition(" => ")[0].split(", "):
        for script, letters in SCRIPTS.items():
            if len(text) > 2 and letters.fullmatch(text):
                yield script, text


def pairs(path: Path) -> list[tuple[Signs, Signs]]:
    """Draw pairs of spellings of one name, at most so many of two scripts."""
    rng = random.Random(1)  # noqa: S311 (a seeded draw)
    found: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        by = defaultdict(list)
        for script, text in spellings(line):
            by[script].append(text)
        for one, two in combinations_with_replacement(sorted(by), 2):
            met = [(p, q) for p in by[one] for q in by[two] if one != two or p < q]
            found[one, two] += rng.sample(met, min(2, len(met)))
    drawn = []
    for scripts, met in sorted(found.items()):
        drawn += rng.sample(met, min(len(met), MOST.get(scripts, OTHERS)))
    signed = [(_signs(p), _signs(q)) for p, q in drawn]
    return [(p, q) for p, q in signed if p[1] and q[1]]


def _signs(text: str) -> Signs:
    return writing_of(text), next(iter(readings(text)), "")


def first_guess(alphabet: dict[Writing, str]) -> Costs:
    """What one who knows the letters would say."""
    sounds = alphabet[Writing.VOWELLED]
    heard = {sign: {sign} for sign in sounds}
    for pair in MEETS.split():
        sign, _, may_be = pair.partition("=")
        heard[sign] = set(may_be)
    meet = {}
    for (one, first), (two, second) in product(heard.items(), repeat=2):
        shared = one == two or not first.isdisjoint(second)
        meet[one, two] = 350 if shared else -300
        if one in VOWELS and two in VOWELS and one != two:
            meet[one, two] = 50
    for near in NEAR.split():
        one, two = near[0], near[1]
        meet[one, two] = meet[two, one] = 150
    alone = {}
    for sign in heard:
        for beside in Writing:
            weak = sign in VOWELS or sign in "اعءويהאהيهوئ"
            bare = sign in VOWELS and beside is not Writing.VOWELLED
            alone[sign, beside] = -20 if bare else -150 if weak else -300
    return meet, alone


def aligned(
    left: Signs, right: Signs, costs: Costs
) -> tuple[int, list[tuple[str, str]]]:
    """Give the best alignment of two spellings; an empty text beside a sign left alone."""
    meet, alone = costs
    (ka, a), (kb, b) = left, right
    alone_a = [alone.get((x, kb), LEAST_ALONE) for x in a]
    alone_b = [alone.get((y, ka), LEAST_ALONE) for y in b]
    best = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, cost in enumerate(alone_a):
        best[i + 1][0] = best[i][0] + cost
    for j, cost in enumerate(alone_b):
        best[0][j + 1] = best[0][j] + cost
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            best[i + 1][j + 1] = max(
                best[i][j] + meet.get((x, y), LEAST),
                best[i][j + 1] + alone_a[i],
                best[i + 1][j] + alone_b[j],
            )
    steps, i, j = [], len(a), len(b)
    while i or j:
        here = best[i][j]
        if (
            i
            and j
            and here == best[i - 1][j - 1] + meet.get((a[i - 1], b[j - 1]), LEAST)
        ):
            i, j = i - 1, j - 1
            steps.append((a[i], b[j]))
        elif i and here == best[i - 1][j] + alone_a[i - 1]:
            i -= 1
            steps.append((a[i], ""))
        else:
            j -= 1
            steps.append(("", b[j]))
    return best[-1][-1], steps


def counted(
    data: list[tuple[Signs, Signs]], costs: Costs
) -> tuple[Counter[tuple[Writing, Writing, str, str]], int]:
    """Count what met what, both ways round, in the pairs that are plainly one name."""
    met: Counter[tuple[Writing, Writing, str, str]] = Counter()
    kept = 0
    for left, right in data:
        total, steps = aligned(left, right, costs)
        if total < 100 * min(len(left[1]), len(right[1])):
            continue
        kept += 1
        for x, y in steps:
            met[left[0], right[0], x, y] += 1
            met[right[0], left[0], y, x] += 1
    return met, kept


def learned(
    met: Counter[tuple[Writing, Writing, str, str]],
    often: dict[Writing, dict[str, float]],
) -> Costs:
    """Turn counts into hundredths of a bit, with a little of chance mixed in."""
    meet: dict[tuple[str, str], int] = {}
    alone: dict[tuple[str, Writing], int] = {}
    for one, first in often.items():
        for two, second in often.items():
            total = sum(n for (*both, _, _), n in met.items() if both == [one, two])
            for x, px in first.items():
                number = met[one, two, x, ""] + 20 * px
                bits = math.log2(number / (total + 20) / px)
                alone[x, two] = max(LEAST_ALONE, round(100 * bits))
                for y, py in second.items():
                    number = met[one, two, x, y] + 100 * px * py
                    bits = math.log2(number / (total + 100) / (px * py))
                    meet[x, y] = max(LEAST, round(100 * bits))
    return meet, alone


def usual(
    met: Counter[tuple[Writing, Writing, str, str]], costs: Costs
) -> dict[tuple[str, Writing], int]:
    """What each sign is worth on average beside each way of writing.

    What stands alone counts twice, as it has no partner to share its cost with.
    """
    meet, alone = costs
    sums: Counter[tuple[str, Writing]] = Counter()
    numbers: Counter[tuple[str, Writing]] = Counter()
    for (_, beside, x, y), number in met.items():
        if x:
            worth = meet[x, y] if y else 2 * alone[x, beside]
            sums[x, beside] += number * worth
            numbers[x, beside] += number
    return {
        key: round(sums[key] / numbers[key]) if numbers[key] else 0 for key in alone
    }


def frequencies(data: list[tuple[Signs, Signs]]) -> dict[Writing, dict[str, float]]:
    """How often each sign is written, by the way of writing."""
    seen: dict[Writing, Counter[str]] = {writing: Counter() for writing in Writing}
    for pair in data:
        for writing, signs in pair:
            seen[writing].update(signs)
    return {
        writing: {
            sign: (number + 1) / (found.total() + len(found))
            for sign, number in sorted(found.items())
        }
        for writing, found in seen.items()
    }


def table(
    costs: Costs,
    average: dict[tuple[str, Writing], int],
    alphabet: dict[Writing, str],
) -> str:
    """Write the costs: a row a sign, its costs alone, then beside each sign."""
    meet, alone = costs
    signs = "".join(alphabet.values())
    rows = [
        "# What stands for what between spellings of one name, in hundredths of a bit.",
        "# Written by scripts/name_costs.py from counts over the name groups of rigour",
        "# 1.8.2 (MIT; made from Wikidata, CC0). Signs: names/signs.py. The first line",
        "# has the signs of each way of writing; a row has one sign, what it costs left",
        "# alone beside each way of writing, what it is worth there on average, then what",
        "# it is worth beside each sign.",
        "\t".join(alphabet.values()),
    ]
    for x in signs:
        beside = [
            costs[x, writing] for costs in (alone, average) for writing in Writing
        ]
        row = [*beside, *(meet[x, y] for y in signs)]
        rows.append("\t".join([x, *map(str, row)]))
    return "\n".join(rows) + "\n"


def main() -> int:
    if len(sys.argv) != 2:
        print(__doc__)
        return 2
    data = pairs(Path(sys.argv[1]))
    often = frequencies(data)
    alphabet = {writing: "".join(found) for writing, found in often.items()}
    costs = first_guess(alphabet)
    for _ in range(ROUNDS):
        met, kept = counted(data, costs)
        costs = learned(met, often)
        print(f"{kept:,} of {len(data):,} pairs of spellings aligned")
    met, _ = counted(data, costs)
    TARGET.write_text(table(costs, usual(met, costs), alphabet), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
