"""Spellings of real names, and the hand-made variants a clerk makes of them."""

import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

HERE = Path(__file__).parent
PLACES = (
    ("Ստեփանակերտ", "hy"),
    ("Խանքենդի", "hy"),
    ("Степанакерт", "ru"),
    ("Ханкенди", "ru"),
    ("Stepanakert", "en"),
    ("Khankendi", "en"),
    ("Xankəndi", "az"),
    ("Շուշի", "hy"),
    ("Шуша", "ru"),
    ("Shusha", "en"),
    ("Şuşa", "az"),
    ("Մարտունի", "hy"),
    ("Мартуни", "ru"),
    ("Khojavend", "en"),
    ("Xocavənd", "az"),
    ("Ասկերան", "hy"),
    ("Аскеран", "ru"),
    ("Askeran", "en"),
    ("Əsgəran", "az"),
    ("Կոռնիձոր", "hy"),
    ("Корнидзор", "ru"),
    ("Kornidzor", "en"),
    ("Գորիս", "hy"),
    ("Горис", "ru"),
    ("Goris", "en"),
    ("Երևան", "hy"),
    ("Ереван", "ru"),
    ("Yerevan", "en"),
    ("İrəvan", "az"),
)
_RULES = {
    "hy": (("յան$", "եան"), ("յան$", "յանց"), ("և", "եւ"), ("$", "ի"), ("ո", "օ")),
    "ru": (
        ("ян$", "янц"),
        ("ян$", "янова"),
        ("ев$", "ева"),
        ("ов$", "ова"),
        ("ё", "е"),
        ("г", "к"),
        ("й", "и"),
        ("ь", ""),
        ("э", "е"),
        ("(?<!я)н$", "нович"),
        ("с$", "сович"),
        ("н", "нн"),
    ),
    "en": (
        ("yan$", "ian"),
        ("yan$", "yants"),
        ("yan$", "jan"),
        ("(?<!t)ch", "tch"),
        ("(?<!o)u", "ou"),
        ("s", "ss"),
        ("kh", "x"),
        ("gh", "g"),
        ("(?<!d)j", "dj"),
        ("zh", "j"),
        ("ts", "tz"),
        ("h", ""),
        ("k", "c"),
        ("y", "i"),
        ("e$", "eh"),
        ("v$", "va"),
        ("sh", "ch"),
        ("v", "w"),
    ),
    "az": (
        ("ə", "e"),
        ("ə", "a"),
        ("ş", "s"),
        ("ç", "c"),
        ("ğ", "g"),
        ("ı", "i"),
        ("ü", "u"),
        ("x", "h"),
        ("v$", "va"),
        ("q", "k"),
        ("c", "j"),
        ("$", " oğlu"),
    ),
}


def groups() -> list[list[tuple[str, str]]]:
    """Read the hand-written spellings: one list of (spelling, language) a name."""
    found = []
    text = (HERE / "spellings.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        armenian, russian, english, azerbaijani = line.split("\t")
        written = [(armenian, "hy"), (russian, "ru")]
        written += [(spelling, "en") for spelling in english.split("|")]
        written.append((azerbaijani, "az"))
        found.append([pair for pair in written if pair[0] != "-"])
    return found


def tokens() -> list[tuple[str, str]]:
    """List every spelling with its variants, one and two rules deep, each once."""
    written = [pair for group in groups() for pair in group]
    found: dict[tuple[str, str], None] = dict.fromkeys((*written, *PLACES))
    for depth in (1, 2):
        for token, language in (*written, *PLACES):
            found.update(dict.fromkeys(_varied(token, language, depth)))
    return list(found)


def _varied(token: str, language: str, depth: int) -> Iterator[tuple[str, str]]:
    for rules in combinations(_RULES[language], depth):
        lower = token.lower()
        changed = lower
        for old, new in rules:
            changed = re.sub(old, new, changed)
        if changed != lower:
            yield changed, language
            yield changed.upper(), language
