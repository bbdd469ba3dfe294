"""The table of names whose spellings the letter rules alone do not bring together."""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

from stillhere.names.romanisation import romanise
from stillhere.names.sounds import sound, stemmed


def table_rows(name: str) -> Iterator[tuple[str, list[str]]]:
    """Read one of this room's tables: a form, a tab, spellings parted by spaces."""
    text = files("stillhere.names").joinpath(name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            form, _, spellings = line.partition("\t")
            yield form, spellings.split()


def stem_sound(spelling: str) -> str:
    """Bring one spelling into sound form without glides, the key of the table."""
    return stemmed(sound(romanise(spelling)))


def index(rows: Iterable[tuple[str, list[str]]]) -> dict[str, str]:
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


@cache
def stems() -> dict[str, str]:
    """Give the table of stems, read once; callers must not change it."""
    return index(table_rows("stems.tsv"))
