"""What the words of one header mean, by the word table alone."""

import re
from functools import lru_cache
from typing import NamedTuple

from stillhere.intake.words import fold, header_words, phrases_of, shortened
from stillhere.vocabulary.fields import Field

JOINT = " / "
"""Between the two lines of a joined header."""
_REPEATED = re.compile(r"(?<=.)#\d+$")
_HUMPS = re.compile(r"(?<=[a-zа-яёա-և])(?=[A-ZА-ЯЁԱ-Ֆ])")
"""Where the words of a header written `dateOfBirth` begin."""
_FEWEST_LETTERS = 3
_LONGEST = 80
_MOST_WORDS = 12
"""Of a longer header only the beginning is looked at."""
_TOO_GENERAL = frozenset(
    fold(word)
    for word in (
        "how", "to", "from", "what", "when", "who", "no", "nr", "kind", "type", "state",
        "value", "text", "time", "day", "number", "line", "order", "out", "since",
        "номер", "час", "как", "что", "кто", "куда", "вид", "тип", "день", "число",
        "время", "из", "до", "работает", "когда", "ինչ", "ով", "ում", "օր", "թիվ",
        "համար", "կապ", "ուր", "այլ", "ժամ", "nə", "kim", "necə", "gün", "say", "var",
        "nömrə", "kimə", "növ", "saat", "vaxt", "şərt", "count", "name",
        "first", "last", "middle", "names", "list", "position", "road", "dad", "aged",
        "ata", "atası", "միասին", "հայր", "հոր", "семьи", "группы", "списка",
        "автобуса", "квартиры", "мать", "страна", "mother", "country", "individual", "ազգ",
    )
)  # fmt: skip
"""Words that mean something only as a whole header."""


class Meaning(NamedTuple):
    """What a header means, the word that said so, and the language of that word."""

    field: Field
    word: str
    language: str
    whole: bool


@lru_cache(maxsize=8192)
def meaning_of(header: str) -> Meaning | None:
    """The meaning of a header as written; None where no known word stands in it.

    The whole header first, then its last part (of a joined, ODK or XLSForm header),
    then the header without what is in brackets, then the longest known run of words.
    """
    for text in _readings(header):
        known = header_words().get(text)
        if known is not None:
            return Meaning(known[0], text, known[1], whole=True)
    for text in _readings(header):
        found = _longest_run(text)
        if found is not None:
            return found
    return None


@lru_cache(maxsize=8192)
def is_known(cell: str) -> bool:
    """Whether a whole cell is a known header."""
    if len(cell) > _LONGEST:
        return False
    words = header_words()
    return any(text in words for text in _readings(cell))


def _readings(header: str) -> tuple[str, ...]:
    header = _REPEATED.sub("", header)
    last = header.rsplit(JOINT, 1)[-1]
    leaf = last.rsplit("/", 1)[-1] if "/" in last and " / " not in last else last
    dashed = leaf.rsplit("-", 1)[-1] if " " not in leaf else leaf
    bare = last.split("(", 1)[0].split("[", 1)[0]
    seen: dict[str, None] = {}
    apart = _HUMPS.sub(" ", leaf)
    for text in (header, last, leaf, dashed, bare, apart):
        folded = fold(text)
        for form in (shortened(text), folded, _indefinite(folded)):
            if form:
                seen[form] = None
    return tuple(seen)


def _indefinite(folded: str) -> str:
    """Armenian words without their article: a header says number or the number."""
    words = folded.split()
    return " ".join(w[:-1] if len(w) > 3 and w[-1] == "ը" else w for w in words)


def _longest_run(text: str) -> Meaning | None:
    """The longest run of words the table knows; of equal ones the first."""
    words = header_words()
    runs = phrases_of(" ".join(text.split()[:_MOST_WORDS]))
    for length in sorted(runs, reverse=True):
        for run in runs[length]:
            if run in _TOO_GENERAL or len(run) < _FEWEST_LETTERS:
                continue
            if run in words:
                field, language = words[run]
                return Meaning(field, run, language, whole=False)
    return None
