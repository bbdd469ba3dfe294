"""How likely two tokens are spellings of one name: an alignment of their signs.

Hundredths of a bit, integers from a frozen table (`likeness.tsv`): positive where the
signs meet more often in spellings of one name than by chance.
"""

from functools import cache
from importlib.resources import files
from itertools import accumulate
from operator import add, or_
from typing import Final, NamedTuple

from stillhere.names.signs import Writing

_STRANGE: Final = -600
_STRANGE_ALONE: Final = -700
_SAME_DIGIT: Final = 600
_LONGEST: Final = 40
_DIGITS: Final = "0123456789"
_REACH: Final = 100
"""A sign reaches those beside which it is worth a bit or more."""

_FEW: Final = 4
_FIRM: Final = -300
"""A sign that costs so much left alone is not lightly dropped."""


class Costs(NamedTuple):
    """The table of costs, by the number of a sign.

    Attributes:
        numbers: For each way of writing, sign to number.
        alone: For each way of writing beside it, what each sign costs left alone.
        meet: For each sign, what it is worth beside each other.
        usual: For each way of writing beside it, what each sign is worth on average.
        firm: For each way of writing, a bit for each sign not lightly dropped there.
        reach: For each sign, a bit for each sign it reaches.
    """

    numbers: tuple[dict[str, int], ...]
    alone: tuple[tuple[int, ...], ...]
    meet: tuple[tuple[int, ...], ...]
    usual: tuple[tuple[int, ...], ...]
    firm: tuple[int, ...]
    reach: tuple[int, ...]


@cache
def costs() -> Costs:
    """Give the frozen table, read once."""
    text = files("stillhere.names").joinpath("likeness.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    alphabets = lines[0].split("\t")
    alphabets[Writing.VOWELLED] += _DIGITS
    rows = {line[0]: [int(cost) for cost in line[2:].split("\t")] for line in lines[1:]}
    return _numbered(alphabets, rows)


def _numbered(alphabets: list[str], rows: dict[str, list[int]]) -> Costs:
    learnt = [sign for sign in rows if sign not in _DIGITS]
    signs = [*learnt, *_DIGITS]
    place = {sign: number for number, sign in enumerate(signs)}
    kinds = len(alphabets)
    alone = [[_STRANGE_ALONE] * len(signs) for _ in range(kinds)]
    usual = [[_SAME_DIGIT] * len(signs) for _ in range(kinds)]
    meet = [[_STRANGE] * len(signs) for _ in signs]
    for sign, row in rows.items():
        number = place[sign]
        meet[number][: len(learnt)] = row[2 * kinds :]
        for kind in range(kinds):
            alone[kind][number] = row[kind]
            usual[kind][number] = row[kinds + kind]
    for digit in _DIGITS:
        meet[place[digit]][place[digit]] = _SAME_DIGIT
    return Costs(
        tuple({sign: place[sign] for sign in alphabet} for alphabet in alphabets),
        tuple(map(tuple, alone)),
        tuple(map(tuple, meet)),
        tuple(map(tuple, usual)),
        tuple(_bits([cost <= _FIRM for cost in row]) for row in alone),
        tuple(_bits([cost >= _REACH for cost in row]) for row in meet),
    )


def _bits(holds: list[bool]) -> int:
    return sum([1 << place for place, held in enumerate(holds) if held])


class Reading(NamedTuple):
    """One reading of a token, ready to be aligned.

    Attributes:
        signs: The numbers of its signs.
        usual: For each way of writing, what it is worth on average beside it.
        firm: For each way of writing, a bit for each sign not lightly dropped.
        reach: A bit for each sign that one of its signs reaches.
    """

    signs: tuple[int, ...]
    usual: tuple[int, ...]
    firm: tuple[int, ...]
    reach: int


def reading(signs: str, writing: Writing) -> Reading:
    """Prepare a text of signs, of a long one the first forty.

    A sign without a number is left out.
    """
    table = costs()
    numbers = table.numbers[writing]
    found = tuple([numbers[sign] for sign in signs[:_LONGEST] if sign in numbers])
    bits = reach = 0
    for number in found:
        bits |= 1 << number
        reach |= table.reach[number]
    return Reading(
        found,
        tuple([sum([usual[number] for number in found]) for usual in table.usual]),
        tuple([bits & firm for firm in table.firm]),
        reach,
    )


def joined(one: Reading, two: Reading) -> Reading:
    """Give the reading of two words written as one."""
    return Reading(
        one.signs + two.signs,
        tuple(map(add, one.usual, two.usual)),
        tuple(map(or_, one.firm, two.firm)),
        one.reach | two.reach,
    )


def far_apart(one: Reading, two: Reading, first: Writing, second: Writing) -> int:
    """Say at a glance whether half the firm signs of a side reach nothing on the other.

    Of two firm signs one is enough.

    Returns:
        0 where they may be alike; else how far they are apart: thousandths of the firm
        signs that reach nothing, 1 to 1000.
    """
    firm, other = one.firm[second], two.firm[first]
    count, others = firm.bit_count(), other.bit_count()
    reached = (firm & two.reach).bit_count()
    reaching = (other & one.reach).bit_count()
    if reached * 2 >= count + (count > _FEW) and (
        reaching * 2 >= others + (others > _FEW)
    ):
        return 0
    return 1000 - 1000 * (reached + reaching) // (count + others + 1)


def holds(whole: Reading, one: Reading, two: Reading, writing: Writing) -> bool:
    """Say at a glance whether a reading has most firm signs of each of two others."""
    for part in (one, two):
        firm = part.firm[writing]
        if (firm & whole.reach).bit_count() * 5 < firm.bit_count() * 3:
            return False
    return True


def alignment(one: Reading, two: Reading, first: Writing, second: Writing) -> int:
    """Give what the best alignment of two readings is worth, in hundredths of a bit.

    Equal beginnings and ends are taken as aligned. The same for both orders.

    Cost: a microsecond and a tenth of one for each pair of signs in between.
    """
    table = costs()
    meet = table.meet
    a, b = one.signs, two.signs
    total = begin = 0
    end_a, end_b = len(a), len(b)
    if first is second:
        while begin < end_a and begin < end_b and a[begin] == b[begin]:
            total += meet[a[begin]][a[begin]]
            begin += 1
        while end_a > begin and end_b > begin and a[end_a - 1] == b[end_b - 1]:
            end_a -= 1
            end_b -= 1
            total += meet[a[end_a]][a[end_a]]
    alone_a, alone_b = table.alone[second], table.alone[first]
    b = b[begin:end_b]
    lost = [alone_b[sign] for sign in b]
    above = [0, *accumulate(lost)]
    for sign in a[begin:end_a]:
        row, left = meet[sign], alone_a[sign]
        diagonal = above[0]
        here = diagonal + left
        line = [here]
        worths = [row[other] for other in b]
        for worth, over, gap in zip(worths, above[1:], lost, strict=True):
            here += gap
            if (met := diagonal + worth) > here:
                here = met
            if (kept := over + left) > here:
                here = kept
            diagonal = over
            line.append(here)
        above = line
    return total + above[-1]
