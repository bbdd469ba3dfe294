"""What the values of one column look like, apart from its header."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from stillhere.intake.dates import ages_of, read_birth, read_date
from stillhere.intake.values import number_of, phones_of, sex_of
from stillhere.intake.words import finder, fold
from stillhere.names import token_script
from stillhere.vocabulary.fields import Field

_MOST = 0.7
_DATE_LIKE = re.compile(r"\d{1,4}\s*([./-])\s*\d{1,2}\s*\1\s*\d{2,4}(?![\d./-])")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(?:\d{4}|\d{2})")
_YEAR = re.compile(r"(1[89]\d\d|20[0-2]\d)(?:\s*\D{1,4})?")
_ROADS = frozenset(
    fold(word)
    for word in (
        "street", "st", "str", "avenue", "ave", "lane", "road", "ул", "улица", "пр",
        "проспект", "пер", "переулок", "дом", "кв", "փողոց", "փ", "պողոտա",
        "նրբանցք", "տուն", "բն", "küç", "küçə", "küçəsi", "prospekti", "döngəsi", "ev",
        "mənzil",
    )
)  # fmt: skip
_CODE = re.compile(r"[^\W_][\w./-]{1,39}")
_SEAT = re.compile(r"\d{1,5}\s*[A-ZА-Яa-zа-я]?\.?")


@dataclass(frozen=True, slots=True)
class Values:
    """The filled cells of one column of the sample."""

    cells: tuple[str, ...]
    rows: int

    @classmethod
    def of(cls, column: Sequence[str]) -> "Values":
        """Trimmed, blanks left out."""
        return cls(tuple(c.strip() for c in column if c.strip()), len(column))

    def share(self, test: Callable[[str], object]) -> float:
        """Share of the filled cells that pass; 0 for an empty column."""
        return sum(bool(test(c)) for c in self.cells) / max(len(self.cells), 1)

    def mostly(self, test: Callable[[str], object]) -> bool:
        """Whether most filled cells pass."""
        return self.share(test) >= _MOST

    @property
    def unique(self) -> bool:
        """Every row has a value, no two the same."""
        return len(set(self.cells)) == self.rows > 0


def is_date(text: str) -> bool:
    """A full date, written in any form that says day, month and year."""
    if text.isdecimal() and len(text) < 8:
        return False
    date = read_date(text)
    return date is not None and date.day > 0


def is_year(text: str) -> bool:
    """A year by itself, or with the word for it."""
    return _YEAR.fullmatch(text) is not None


def is_birth(text: str) -> bool:
    """Something a birth can be read from."""
    return is_date(text) or (read_birth(text) is not None and ages_of(text) is None)


def is_age(text: str) -> bool:
    """A number of years or months a person can have lived."""
    return len(text) <= 12 and not _DATE_LIKE.match(text) and ages_of(text) is not None


def is_phone(text: str) -> bool:
    """A number long enough to be called."""
    letters = sum(c.isalpha() for c in text)
    if letters >= 8 or is_code(text) or _DATE_LIKE.match(text):
        return False
    return bool(phones_of(text))


def is_code(text: str) -> bool:
    """One word of letters and digits, as ids of rows are: ``A049563``, ``rec-12-org``."""
    if not _CODE.fullmatch(text):
        return False
    return any(c.isdecimal() for c in text) and any(c.isalpha() for c in text)


def is_small_number(text: str) -> bool:
    """A seat or running number."""
    return _SEAT.fullmatch(text) is not None


def is_name(text: str) -> bool:
    """Two to four words, no digits: a whole name."""
    words = text.replace(".", ". ").split()
    return 2 <= len(words) <= 4 and not any(c.isdecimal() for c in text)


def is_sex(text: str) -> bool:
    """A word for a sex."""
    return sex_of(text) is not None


def is_event(text: str) -> bool:
    """Words that say what became of someone."""
    return finder("event").first(text) is not None


def is_old(text: str) -> bool:
    """A date or year most people were born after and no list of today was made in."""
    if is_year(text):
        return text[:2] == "19"
    date = read_date(text) if is_date(text) else None
    return date is not None and date.year < 2000


def is_address(text: str) -> bool:
    """A word for a street or house beside a number."""
    return any(c.isdecimal() for c in text) and not _ROADS.isdisjoint(
        fold(text).split()
    )


def is_text(text: str) -> bool:
    """Several words."""
    return len(text.split()) >= 3


def is_number(text: str) -> bool:
    """A whole number."""
    return number_of(text) is not None


TESTS: dict[Field, Callable[[str], bool]] = {
    Field.BIRTH_DATE: is_birth,
    Field.BIRTH_YEAR: is_birth,
    Field.AGE: is_age,
    Field.PHONE: is_phone,
    Field.SEX: is_sex,
    Field.ORDINAL: is_small_number,
    Field.DATE: is_date,
}
"""What the values of these meanings must look like."""


def month_first(columns: Sequence[Values]) -> bool | None:
    """Whether dates written 9/27/1957 prove month before day; None without proof."""
    day = month = 0
    for values in columns:
        for cell in values.cells:
            match = _SLASHED.match(cell)
            if match:
                month += int(match[2]) > 12
                day += int(match[1]) > 12
    if month and not day:
        return True
    return False if day else None


def scripts(values: Sequence[Values]) -> dict[str, int]:
    """How many cells are written in each script."""
    counts: dict[str, int] = {}
    for column in values:
        for cell in column.cells:
            script = str(token_script(cell))
            counts[script] = counts.get(script, 0) + 1
    return counts
