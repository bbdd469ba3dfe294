"""Two clean lists of many people in Latin letters, as CSV files, and who is who in them.

Both state given and family name, date of birth, sex and settlement. Four in five people
of the left list stand in the right one. Some left rows have one slip: two letters of the
family name, day and month, or the settlement left out. The most frequent family name
stands on one row in seventy, most names on a few hundred in a million.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt

from stillhere.exercise.stock import name_stock, read_table

HEADER = ("id", "given_name", "family_name", "birth_date", "sex", "settlement")
FAMILIES = 3_000
SHARED, SLIPS = 0.8, 0.06
"""Shares of the left rows: people of the right list; rows with a slip."""

Numbers = npt.NDArray[np.int64]
Person = tuple[str, str, str, str, str]


def write_lists(folder: Path, rows: int, seed: int) -> tuple[Path, Path]:
    """Write `left.csv` and `right.csv` of so many rows each.

    An id is ``L`` or ``R`` and the number of the person, so it tells who is who.
    """
    draw = np.random.default_rng(seed)
    shared = round(SHARED * rows)
    everyone = draw.permutation(2 * rows - shared)
    left, right = everyone[:rows], draw.permutation(everyone[rows - shared :])
    columns = _people(draw, len(everyone))
    slip = np.where(draw.random(rows) < SLIPS, draw.integers(1, 4, rows), 0)
    paths = folder / "left.csv", folder / "right.csv"
    _write(paths[0], "L", columns, left, slip)
    _write(paths[1], "R", columns, right, np.zeros(rows, np.int64))
    return paths


def is_true(left: str, right: str) -> bool:
    """Whether the ids of two rows name one person."""
    return left[1:] == right[1:]


def _people(draw: np.random.Generator, count: int) -> tuple[list[str], ...]:
    """Given name, family name, ISO date of birth, sex and settlement of each."""
    sex = draw.integers(0, 2, count)
    given = [_drawn(draw, _given(s), count, 8) for s in (0, 1)]
    dates = np.datetime64("1930-01-01") + draw.integers(0, 93 * 365, count)
    return (
        [given[s][n] for n, s in enumerate(sex.tolist())],
        _drawn(draw, _families(), count, 12),
        np.datetime_as_string(dates).tolist(),
        ["mf"[s] for s in sex.tolist()],
        _drawn(draw, [row["name_en"] for row in read_table("villages.tsv")], count, 4),
    )


def _given(sex: int) -> list[str]:
    stock = name_stock()
    numbers = stock.given_draw["hy", sex][0].tolist()
    return list(dict.fromkeys(stock.given["en"][n] for n in numbers))


def _families() -> list[str]:
    """Those of the stock first, then made up of the beginning and end of two."""
    stock = name_stock().family["en"]
    made = (
        one[:4] + two[-6:] for step in range(1, 99) for one, two in _apart(stock, step)
    )
    return list(dict.fromkeys((*stock, *made)))[:FAMILIES]


def _apart(names: list[str], step: int) -> Iterator[tuple[str, str]]:
    return zip(names, names[step:], strict=False)


def _drawn(
    draw: np.random.Generator, names: list[str], count: int, flat: int
) -> list[str]:
    """Names by falling frequency, the first `flat` of them much alike."""
    weight = 1 / (np.arange(len(names)) + flat)
    chosen = draw.choice(len(names), count, p=weight / weight.sum())
    return [names[n] for n in chosen.tolist()]


def _slipped(person: Person, slip: int) -> Person:
    given, family, born, sex, settlement = person
    if slip == 1:
        family = family[:2] + family[3] + family[2] + family[4:]
    elif slip == 2 and born[8:] <= "12":
        born = f"{born[:5]}{born[8:]}-{born[5:7]}"
    elif slip == 3:
        settlement = ""
    return given, family, born, sex, settlement


def _write(
    path: Path,
    mark: str,
    columns: tuple[list[str], ...],
    people: Numbers,
    slip: Numbers,
) -> None:
    given, family, born, sex, settlement = columns
    with path.open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file, lineterminator="\n")
        lines.writerow(HEADER)
        for n, slipped in zip(people.tolist(), slip.tolist(), strict=True):
            person = (given[n], family[n], born[n], sex[n], settlement[n])
            lines.writerow((f"{mark}{n}", *_slipped(person, slipped)))
