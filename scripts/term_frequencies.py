"""Write the frozen table of name rarities that identity weighs with.

Rarity is -log2 of the share of register people who carry a name, in millibits. Counted on
the registers of core worlds of seeds 1 to 3, without their truth; a name seen fewer than
`LEAST` times keeps the default of `rules.toml`. Changing the folding or the stock of the
exercise calls for a new table: ``python scripts/term_frequencies.py``.
"""

import tempfile
from collections import Counter
from math import log2
from pathlib import Path

from stillhere.exercise import make_world
from stillhere.identity.written import WrittenNames
from stillhere.intake import read_file, read_world, state
from stillhere.names import FOLD_VERSION, family_stem, given_root
from stillhere.reports.statements import PersonStatement

SEEDS = (1, 2, 3)
LEAST = 5
TABLE = Path("src/stillhere/identity/frequencies.tsv")


def count(folder: Path, given: Counter[str], family: Counter[str]) -> None:
    """Add the names of one world's register."""
    key = read_world(folder).operation.key
    register = read_file(folder / "lists" / "register.xlsx", key=key)
    names = WrittenNames()
    for report in register.reports:
        statement = state(report, register.profiles[0])
        if isinstance(statement, PersonStatement):
            tokens = names.tokens(statement.name)
            given[given_root(tokens[0])] += 1
            family[family_stem(tokens[1])] += 1


def lines(role: str, counted: Counter[str]) -> list[str]:
    """The rows of one role, by name."""
    total = sum(counted.values())
    return [
        f"{role}\t{name}\t{round(-1000 * log2(number / total))}"
        for name, number in sorted(counted.items())
        if name and number >= LEAST
    ]


def main() -> None:
    """Count and write."""
    given: Counter[str] = Counter()
    family: Counter[str] = Counter()
    for seed in SEEDS:
        with tempfile.TemporaryDirectory() as folder:
            world = Path(folder) / "world"
            make_world("khankendi", seed, world, core=True)
            count(world, given, family)
    head = [
        "# role, folded name, rarity in millibits; written by scripts/term_frequencies.py",
        f"# registers of core worlds {SEEDS}, folding {FOLD_VERSION}",
    ]
    rows = [*head, *lines("given", given), *lines("family", family)]
    TABLE.write_text("\n".join(rows) + "\n", encoding="utf-8")
    print(f"{TABLE}: {len(rows) - len(head)} names")


if __name__ == "__main__":
    main()
