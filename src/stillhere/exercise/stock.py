"""The stock of names: every spelling of every name, one list per spelling.

All names are common ones; the people are invented by drawing. A spelling not written in
the tables under `stock/` is the letter image of the Armenian one.
"""

import csv
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from stillhere.exercise.spelling import (
    armenian_genitive,
    classical,
    clerk_b,
    image,
    russian_patronymic,
)

SPELLINGS = (
    "hy",
    "hy_classical",
    "en",
    "en_b",
    "en_west",
    "ru",
    "ru_h",
    "ru_yants",
    "az",
)
CULTURES = ("hy", "ru", "az")
_ENDS = {
    "yan": ("յան", "ян", "yan", "ian", "yan"),
    "unts": ("ունց", "унц", "unts", "ounts", "unts"),
    "yants": ("յանց", "янц", "yants", "iants", "yants"),
}


@dataclass(frozen=True, slots=True)
class NameStock:
    """Spellings by name number.

    `given[spelling][n]`, `short[spelling][n]` (empty if none), `family[spelling][n]`,
    `patronymic[spelling][sex][n]` with sex 0 male, 1 female. `woman[n]` is the family
    name a woman bears beside a man's `n`. The draws are (culture, sex) to numbers and
    weights for given names (three weight columns: older, middle, young) and culture to
    numbers and weights for family names.
    """

    given: dict[str, list[str]]
    short: dict[str, list[str]]
    family: dict[str, list[str]]
    patronymic: dict[str, tuple[list[str], list[str]]]
    woman: npt.NDArray[np.int64]
    given_draw: dict[
        tuple[str, int], tuple[npt.NDArray[np.int64], npt.NDArray[np.float64]]
    ]
    family_draw: dict[str, tuple[npt.NDArray[np.int64], npt.NDArray[np.float64]]]


def read_table(name: str, folder: str = "stock") -> list[dict[str, str]]:
    """Rows of one of the room's own tables (tab-separated, first line names columns)."""
    text = (
        files("stillhere.exercise").joinpath(folder, name).read_text(encoding="utf-8")
    )
    lines = text.splitlines()
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@lru_cache(maxsize=1)
def name_stock() -> NameStock:
    """The whole stock; read once."""
    given = [_given_forms(row) for row in read_table("given.tsv")]
    family = [_family_forms(row) for row in read_table("family.tsv")]
    cultures = _others()
    tags = [("hy", row["sex"], row["era"]) for row in read_table("given.tsv")]
    family_tags = [("hy", False)] * len(family)
    for row in cultures:
        culture, what, *sex = row["kind"].split("_")
        if what == "given":
            given.append(_other_forms(row, female=False))
            tags.append((culture, sex[0], ""))
        else:
            family += [_other_forms(row, female=woman) for woman in (False, True)]
            family_tags += [(culture, False), (culture, True)]
    return _assembled(given, family, tags, family_tags)


def _assembled(
    given: list[dict[str, str]],
    family: list[dict[str, str]],
    tags: list[tuple[str, str, str]],
    family_tags: list[tuple[str, bool]],
) -> NameStock:
    woman = [
        n + 1 if culture != "hy" and not is_woman else n
        for n, (culture, is_woman) in enumerate(family_tags)
    ]
    return NameStock(
        given={s: [name[s] for name in given] for s in SPELLINGS},
        short={s: [name.get("short_" + s, "") for name in given] for s in SPELLINGS},
        family={s: [name[s] for name in family] for s in SPELLINGS},
        patronymic={s: _patronymics(given, s) for s in SPELLINGS},
        woman=np.array(woman, dtype=np.int64),
        given_draw={
            (culture, sex): _given_draw(tags, culture, "mf"[sex])
            for culture in CULTURES
            for sex in (0, 1)
        },
        family_draw={c: _family_draw(family_tags, c) for c in CULTURES},
    )


def _given_draw(
    tags: list[tuple[str, str, str]], culture: str, sex: str
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float64]]:
    numbers = [n for n, tag in enumerate(tags) if tag[:2] == (culture, sex)]
    zipf = skew(len(numbers), 5.0)
    by_age = {"": (1.0, 1.0, 1.0), "o": (1.6, 0.7, 0.15), "y": (0.1, 0.5, 1.8)}
    eras = np.array([by_age[tags[n][2]] for n in numbers])
    weights = zipf[:, None] * eras
    return np.array(numbers, dtype=np.int64), weights / weights.sum(axis=0)


def _family_draw(
    tags: list[tuple[str, bool]], culture: str
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float64]]:
    numbers = [n for n, tag in enumerate(tags) if tag == (culture, False)]
    return np.array(numbers, dtype=np.int64), skew(len(numbers), 8.0)


def skew(count: int, offset: float) -> npt.NDArray[np.float64]:
    """Zipf-Mandelbrot weights by rank, exponent .8, summing to one."""
    weights = (np.arange(count) + offset) ** -0.8
    return np.asarray(weights / weights.sum(), dtype=np.float64)


def _given_forms(row: dict[str, str]) -> dict[str, str]:
    hy, en = row["hy"], row["en"] or image(row["hy"], "en")
    forms = {
        "hy": hy,
        "hy_classical": classical(hy),
        "en": en,
        "en_b": row["en_b"] or clerk_b(en),
        "en_west": image(hy, "en_west"),
        "ru": row["ru"] or image(hy, "ru"),
        "ru_h": image(hy, "ru_h"),
        "az": row["az"] or image(hy, "az"),
    }
    forms["ru_yants"] = forms["ru"]
    if row["short_hy"]:
        short = {"hy": row["short_hy"], "ru": row["short_ru"], "en": row["short_en"]}
        for spelling in SPELLINGS:
            language = spelling.split("_")[0]
            form = short.get(language) or image(row["short_hy"], language)
            forms["short_" + spelling] = form
    return forms


def _family_forms(row: dict[str, str]) -> dict[str, str]:
    hy, end = row["hy"], _ENDS[row["end"]]
    en = row["en"] or image(hy, "en")
    ru = row["ru"] or image(hy, "ru")
    en_b = row["en_b"] or clerk_b(en)
    return {
        "hy": hy + end[0],
        "hy_classical": classical(hy + end[0]),
        "en": en + end[2],
        "en_b": en_b + end[3],
        "en_west": image(hy, "en_west") + end[3],
        "ru": ru + end[1],
        "ru_h": image(hy, "ru_h") + end[1],
        "ru_yants": ru + ("янц" if end[1] == "ян" else end[1]),
        "az": image(hy, "az") + end[4],
    }


def _other_forms(row: dict[str, str], *, female: bool) -> dict[str, str]:
    tail = {"hy": "ա", "ru": "а", "en": "a", "az": "a"} if female else {}
    return {
        spelling: row[spelling.split("_")[0]] + tail.get(spelling.split("_")[0], "")
        for spelling in SPELLINGS
    }


def _others() -> list[dict[str, str]]:
    return read_table("others.tsv")


def _patronymics(
    given: list[dict[str, str]], spelling: str
) -> tuple[list[str], list[str]]:
    names = [name[spelling] for name in given]
    language = spelling.split("_", maxsplit=1)[0]
    if language == "hy":
        both = [armenian_genitive(name) for name in names]
        return both, both
    if language == "ru":
        return (
            [russian_patronymic(name, female=False) for name in names],
            [russian_patronymic(name, female=True) for name in names],
        )
    if language == "az":
        return [f"{name} oğlu" for name in names], [f"{name} qızı" for name in names]
    return names, names
