"""Compile the catalogues of the desk: each django.po to the django.mo beside it.

Used by make before anything runs, and by the build of the wheel; needs Babel alone.
A catalogue is compiled again when its words are newer than what was compiled.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALE = Path(__file__).parents[1] / "src" / "stillhere" / "desk" / "locale"


def compile_all(locale: Path = LOCALE) -> Iterator[Path]:
    """Compile what is out of date; gives every file that was written."""
    for words in sorted(locale.glob("*/LC_MESSAGES/django.po")):
        compiled = words.with_suffix(".mo")
        if not _fresh(compiled, words):
            _compile(words, compiled)
            yield compiled


def _fresh(compiled: Path, words: Path) -> bool:
    return compiled.exists() and compiled.stat().st_mtime > words.stat().st_mtime


def _compile(words: Path, compiled: Path) -> None:
    """Write beside, then swap, so that a reader never meets half a catalogue."""
    with words.open("rb") as file:
        catalogue = read_po(file, locale=words.parts[-3])
    unfinished = compiled.with_name(f".{compiled.name}.{os.getpid()}")
    with unfinished.open("wb") as file:
        write_mo(file, catalogue)
    unfinished.replace(compiled)


if __name__ == "__main__":
    for written in compile_all():
        print(f"compiled {written.relative_to(LOCALE)}", file=sys.stderr)
