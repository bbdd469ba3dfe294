"""Write the frozen tables of chances, of a link and to have left, learnt on exercise worlds.

Worlds of seeds 1 to 8, half of them regions; they are made anew unless folders of them
are named. New weights call for a new curve of links (``--links`` learns it alone), lists of
other noise for everything. It takes a quarter of an hour:
``python scripts/arrival_chances.py [--links] [FOLDER...]``.
"""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from stillhere.cli.calibrated import taught
from stillhere.cli.progress import steps
from stillhere.exercise import make_world
from stillhere.exercise.learning import NO_CURVE, curve_of, tables_of
from stillhere.identity import IdentityRules
from stillhere.identity.rules_text import sections_of, text_of

WORLDS = {
    **dict.fromkeys((1, 2, 7, 8), "region"),
    **dict.fromkeys((3, 4, 5, 6), "khankendi"),
}
LINKS = "--links"
TABLE = Path("src/stillhere/identity/chances.toml")
HEADING = """\
Frozen tables of chances, learnt on exercise worlds of seeds 1 to 8 by
scripts/arrival_chances.py, never in a build; all in millionths. [link_chance]: the curve
from the probability of a pair by its weights to how often it is right. [arrived]: the age
from which people are told apart; the least probability of a pair that is looked at; the
size from which a household is a code; and of the others in a household, the mean evidence
from which some, most or all have arrived. In its tables a name is a lower bound of the
evidence, and the value the chance to have left from there on."""


@contextmanager
def worlds() -> Iterator[list[Path]]:
    """The worlds to learn from: those named, or new ones for as long as they last."""
    named = [Path(name) for name in sys.argv[1:] if name != LINKS]
    if named:
        yield named
        return
    with tempfile.TemporaryDirectory() as home:
        made = []
        for seed, town in WORLDS.items():
            made.append(Path(home) / f"{town}-{seed}")
            make_world(town, seed, made[-1], core=True)
        yield made


def main() -> None:
    """Learn and write."""
    with worlds() as folders, steps() as shown:
        plain = IdentityRules.shipped().changed({"link_chance": NO_CURVE})
        worlds_seen = list(taught(folders, plain.to_toml(), shown))
    told = curve_of(rows for rows, _ in worlds_seen)
    sections = sections_of(TABLE.read_text(encoding="utf-8"))
    sections["link_chance"] = told
    if LINKS not in sys.argv:
        sections |= tables_of((cases for _, cases in worlds_seen), told)
    TABLE.write_text(text_of(sections, HEADING), encoding="utf-8")


if __name__ == "__main__":
    main()
