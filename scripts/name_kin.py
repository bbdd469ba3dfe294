"""Write `names/stem_sounds.tsv` and `names/kin.tsv`: what the tables of names come to.

    python -m scripts.name_kin

The first gives the sound form of every spelling of `stems.tsv`, and of what clerks of
other habits make of it, with the sound form it folds to. The second gives for the signs
of a spelling the given names it may stand for, by `stems.tsv`, `diminutives.tsv` and
`kindred.tsv`: = before one whose spelling this is, ~ before one of which this is a
short form or the form of another language.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from stillhere.names.romanisation import romanise
from stillhere.names.signs import readings
from stillhere.names.stems import stem_sound, table_rows

FOLDER = Path(__file__).resolve().parent.parent / "src/stillhere/names"
STEMS = FOLDER / "stem_sounds.tsv"
KIN = FOLDER / "kin.tsv"

SHORT = 2
"""A stem of so few sounds has no habits: too many names would be so written."""

_LOST_H = re.compile("(?<![csgzktp])h")
"""An h that is a sound of its own, not half of sh, ch, kh and the like."""

_CLUSTER = re.compile("^(gh|kh|sh|ch|ts|dz|zh|[bdghjkmnprstvz])([^aeiouyhz])")
"""Two consonants at the start of a name."""

_WESTERN = str.maketrans("պբտդկգծձճջ", "բպդտգկձծջճ")
_EXCHANGES = (
    str.maketrans("bdgptk", "ptkbdg"),
    str.maketrans("bdg", "ptk"),
    str.maketrans("ptk", "bdg"),
)

Rows = Iterable[tuple[str, list[str]]]


def index(rows: Rows) -> dict[str, str]:
    """Map the sound form of every spelling to the sound form it stands for.

    Raises:
        ValueError: Two rows claim one spelling.
    """
    found: dict[str, str] = {}
    for form, spellings in rows:
        canonical = stem_sound(form)
        for spelling in (form, *spellings):
            claimed = found.setdefault(stem_sound(spelling), canonical)
            if claimed != canonical:
                message = f"{spelling} stands under {claimed} and {canonical}"
                raise ValueError(message)
    return found


def habits(spelling: str) -> Iterator[str]:
    """Give what other clerks make of a spelling, in the letters they write.

    Russian and Ukrainian clerks write г or х for h, Azerbaijani ones q or x; Western
    Armenian ones exchange hard and soft sounds: in an Armenian spelling letter by
    letter, in others all, or the hard, or the soft ones. Any of them may part two
    consonants at the start with a vowel.
    """
    for written in (spelling, *_exchanged(spelling)):
        roman = romanise(written)
        yield roman
        for vowel in "ei":
            yield _CLUSTER.sub(rf"\1{vowel}\2", roman)


def _exchanged(spelling: str) -> Iterator[str]:
    roman = romanise(spelling)
    for sound_of_h in ("g", "kh"):
        yield _LOST_H.sub(sound_of_h, roman)
        yield _LOST_H.sub(sound_of_h, roman, count=1)
    lowered = spelling.lower()
    if "ա" <= lowered[:1] <= "ֆ":
        yield lowered.translate(_WESTERN)
    else:
        yield from (roman.translate(exchange) for exchange in _EXCHANGES)


def stem_sounds() -> dict[str, str]:
    """The whole table of stems: spellings, then habits where they mean one name alone."""
    rows = list(table_rows("stems.tsv"))
    claims: dict[str, set[str]] = defaultdict(set)
    for form, spellings in rows:
        for spelling in (form, *spellings):
            for written in habits(spelling):
                claims[stem_sound(written)].add(stem_sound(form))
    alone = {
        written: next(iter(forms))
        for written, forms in claims.items()
        if len(forms) == 1 and len(written) > SHORT
    }
    return alone | index(rows)


def stems_text() -> str:
    """The file of stems."""
    lines = sorted(f"{written}\t{form}" for written, form in stem_sounds().items())
    return (
        "\n".join(["# Written by scripts/name_kin.py from stems.tsv.", *lines]) + "\n"
    )


def kin_text() -> str:
    """The file of kin."""
    found: dict[str, set[str]] = defaultdict(set)
    spelt = dict(table_rows("stems.tsv"))
    for form, spellings in spelt.items():
        _add(found, f"={form}", form, spellings)
    for name in ("diminutives.tsv", "kindred.tsv"):
        for root, forms in table_rows(name):
            _add(found, f"~{root}", root, [*forms, *spelt.get(root, ())])
    lines = [f"{signs}\t{' '.join(sorted(names))}" for signs, names in found.items()]
    head = "# Written by scripts/name_kin.py from stems, diminutives and kindred."
    return "\n".join([head, *sorted(lines)]) + "\n"


def _add(
    found: dict[str, set[str]], name: str, form: str, spellings: list[str]
) -> None:
    for spelling in (form, *spellings):
        for signs in readings(spelling):
            found[signs].add(name)


def main() -> int:
    STEMS.write_text(stems_text(), encoding="utf-8")
    KIN.write_text(kin_text(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
