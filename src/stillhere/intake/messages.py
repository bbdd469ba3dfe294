"""What a message in words says of a place, how many, and who: only what is marked.

"Please check Khankendi, Riverside Street 6, apt 2: an old man, 2 person(s)". A place is
read where a word for a street stands beside a capitalised name; a number of people where
a word for persons does. Nothing is guessed, and the message itself stays whole in the
note.
"""

import re
from functools import cache

from stillhere.places.address_words import FLAT, HOUSE, STREET_AFTER, STREET_BEFORE
from stillhere.reports.statements import WrittenPlace

_NAME = r"[^\W\d_a-zа-яёա-ֆ][\w'’-]*"
"""A capitalised word in any of the scripts (no lower-case first letter)."""

_PEOPLE = re.compile(
    r"(\d{1,2})\s*(?:person|people|чел|մարդ|հոգի|nəfər)"
    r"|(?:number of people|людей|մարդ|nəfər)\s*[:\-]?\s*(\d{1,2})\b"
    r"|\((\d{1,2})\)",
    re.IGNORECASE,
)


def place_in(message: str) -> tuple[WrittenPlace, str]:
    """The marked place of a message, and the message without it.

    Returns:
        An empty place and the message itself where no street is marked.
    """
    for pattern in _patterns():
        found = pattern.search(message)
        if found:
            parts = found.groupdict(default="")
            street = parts["street"].strip()
            place = WrittenPlace(
                settlement=parts["settlement"].strip(),
                address=f"{street} {parts['house']}".strip(),
                flat=parts["flat"],
            )
            return place, f"{message[: found.start()]} , {message[found.end() :]}"
    return WrittenPlace(), message


def people_in(message: str) -> int | None:
    """How many people a message speaks of; None where it does not say."""
    found = _PEOPLE.search(message)
    if found is None:
        return None
    return int(next(group for group in found.groups() if group))


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Streets whose marker stands before the name, then after it."""
    settlement = rf"(?:(?P<settlement>{_NAME}(?:[ -]{_NAME})*)\s*[,;]\s*)?"
    house = rf"(?:[,\s]\s*(?:(?:{_any(HOUSE)})\.?\s*)?(?P<house>\d+\w?(?:[/-]\d+)?))?"
    flat = rf"(?:\s*,?\s*(?:{_any(FLAT)})\.?\s*(?P<flat>\d+))?"
    before = rf"(?P<street>\b(?i:{_any(STREET_BEFORE)})\.?\s+{_NAME}(?:\s+{_NAME})*)"
    after = rf"(?P<street>{_NAME}(?:\s+{_NAME})*?\s+(?i:{_any(STREET_AFTER)})\b\.?)"
    return (
        re.compile(settlement + before + house + flat),
        re.compile(settlement + after + house + flat),
    )


def _any(words: frozenset[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=lambda w: (-len(w), w)))
