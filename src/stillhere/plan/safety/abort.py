"""The word at which everybody turns back, another one for every plan.

Each is a word that sounds nearly the same in all four languages, so that it is understood
whoever says it to whom. None is part of a radio alphabet or of the work itself, and no two
can be mistaken for one another: `tests/plan/safety/test_abort.py` holds them to that.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from importlib.resources import files

from stillhere.vocabulary import Language


@dataclass(frozen=True, slots=True)
class AbortWord:
    """One word in four languages."""

    words: Mapping[Language, str]

    def side_by_side(self, language: Language) -> str:
        """As it is written in every language, the reader's first."""
        order = sorted(self.words, key=lambda known: known is not language)
        return " · ".join(dict.fromkeys(self.words[known] for known in order))


@cache
def abort_words() -> tuple[AbortWord, ...]:
    """Every word of the list, in its order."""
    text = files("stillhere.plan.safety").joinpath("abort_words.tsv").read_text("utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t")
    return tuple(AbortWord({Language(c): w for c, w in row.items()}) for row in rows)


def abort_word(plan: str) -> AbortWord:
    """The word of a plan by its code: the same wherever its sheets are printed."""
    drawn = blake2b(plan.encode(), digest_size=8, person=b"abort word").digest()
    known = abort_words()
    return known[int.from_bytes(drawn) % len(known)]
