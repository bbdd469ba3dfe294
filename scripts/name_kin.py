"""Write `names/kin.tsv`: which given names a spelling may stand for.

    python -m scripts.name_kin

Made from the tables of the names room (`stems.tsv`, `diminutives.tsv`, `kindred.tsv`),
so that comparing need not fold them anew each time it starts. A key is the signs of a
spelling (names/signs.py); a name with = before it is one whose spelling this is, one
with ~ a name of which this is a short form or the form of another language.
"""

import sys
from collections import defaultdict
from pathlib import Path

from stillhere.names.signs import readings
from stillhere.names.stems import table_rows

TARGET = Path(__file__).resolve().parent.parent / "src/stillhere/names/kin.tsv"


def text() -> str:
    """The whole file, rewritten from the tables."""
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
    TARGET.write_text(text(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
