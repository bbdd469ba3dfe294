"""The table of names whose spellings the letter rules alone do not bring together."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from stillhere.names.romanisation import romanise
from stillhere.names.sounds import sound, stemmed


def table_text(name: str) -> list[str]:
    """Read the lines of one of this room's tables, without its remarks."""
    text = files("stillhere.names").joinpath(name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and line[0] != "#"]


def table_rows(name: str) -> Iterator[tuple[str, list[str]]]:
    """Read one of this room's tables: a form, a tab, spellings parted by spaces."""
    for line in table_text(name):
        form, _, spellings = line.partition("\t")
        yield form, spellings.split()


def stem_sound(spelling: str) -> str:
    """Bring one spelling into sound form without glides, the key of the table."""
    return stemmed(sound(romanise(spelling)))


@cache
def stems() -> dict[str, str]:
    """Give the sound form each sound form stands for; callers must not change it.

    Read once from `stem_sounds.tsv`, which scripts/name_kin.py makes of `stems.tsv`.
    """
    pairs = (line.partition("\t") for line in table_text("stem_sounds.tsv"))
    return {written: form for written, _, form in pairs}
