"""An address as written, in four languages and any order, into its parts."""

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from stillhere.names import fold, romanise
from stillhere.places.address_tokens import BLOCK_MARK, Token, address_tokens
from stillhere.places.address_words import (
    AFTER_THEIR_NAME,
    BUILDING_NAMES,
    MONTHS,
    QUARTER,
)

_FRACTION: Final = re.compile(r"\s?[/\\-]\s?")
_CASE_END: Final = re.compile(r"(?<=[yi]an)(?:a|i|s)$|(?<=[oe]v)[ai]$")
_ADJECTIVE: Final = re.compile(r"(?<=[a-z]{5})sk$")
_LAST_VOWELS: Final = re.compile(r"(?<=[a-z]{3})[aeiouy]+$")
_BUILDINGS: Final = frozenset((*BUILDING_NAMES.values(), QUARTER))
_KEY_BREAK: Final = "|"


@dataclass(frozen=True, slots=True)
class Address:
    """The parts of an address; words as written, numbers in ASCII.

    Attributes:
        settlement: The settlement as written, without its marker; None if not given.
        street: The street as written, without its marker; empty if not given.
        house: House number with its letter (`12a`); empty if not given.
        flat: Flat number; empty if not given.
    """

    settlement: str | None = None
    street: str = ""
    house: str = ""
    flat: str = ""


@dataclass(slots=True)
class _Reading:
    """What has been read so far.

    `words` are read but not yet given a part, `wanted` is the part a marker asks
    for, `loose` the unmarked runs of words, each with whether a number followed.
    """

    words: list[str] = field(default_factory=list)
    wanted: str = ""
    loose: list[tuple[str, bool]] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)
    parts: dict[str, str] = field(default_factory=dict)


def read_address(text: str, language: str | None = None) -> Address:
    """Read an address in Armenian, Russian, Azerbaijani or English.

    Markers (ул., փ., küç., St.; д., տ., ev, house; кв., բն., m., apt) may stand
    before or after what they mark and may be missing: then the words before the
    first number are the street, words before them the settlement, the first number
    the house and the next the flat. `12/5` and `12-5` are house 12, flat 5, unless a
    flat is named beside them. One run of words without any number is a settlement.

    Args:
        text: The address as written; empty gives an empty address.
        language: For the letters of house numbers, as for `names.romanise`.
    """
    reading = _Reading()
    tokens = address_tokens(text)
    for place, token in enumerate(tokens):
        following, after = (*tokens[place + 1 : place + 3], token, token)[:2]
        if token.kind == "house" and _is_behind(following, after, reading):
            _give(reading, "house", reading.numbers.pop())
        else:
            _take(token, following, reading)
    return _settled(reading, language)


def _take(token: Token, following: Token, reading: _Reading) -> None:
    if token.kind == "word":
        reading.words.append(token.text)
    elif token.kind == "number":
        _take_number(token.text, following, reading)
    elif token.kind == "break":
        _close(reading)
    elif token.kind in {"house", "flat"}:
        _take_door(token.kind, following, reading)
    elif token.kind == "block":
        _close(reading)
        reading.wanted = "block"
    else:
        _take_named(token, following, reading)


def _is_behind(following: Token, after: Token, reading: _Reading) -> bool:
    """Whether a word for the house stands behind its number: 12 տան 5 բնակարան."""
    flat = following.kind == "number" and after.kind == "flat"
    return flat and bool(reading.numbers) and not reading.words


def _take_number(text: str, following: Token, reading: _Reading) -> None:
    if reading.wanted == "block":
        _take_block(text, reading)
    elif reading.wanted in {"house", "flat"}:
        _give(reading, reading.wanted, text)
        reading.wanted = ""
    elif reading.wanted == "street" and not reading.words and following.kind == "word":
        reading.words.append(text)
    else:
        _close(reading, numbered=True)
        reading.numbers.append(text)


def _take_block(text: str, reading: _Reading) -> None:
    """A block belongs to the house before it; without one it is the house."""
    reading.wanted = ""
    if "house" in reading.parts:
        reading.parts["house"] += f"{BLOCK_MARK}{text}"
    elif reading.numbers:
        reading.numbers[-1] += f"{BLOCK_MARK}{text}"
    else:
        _give(reading, "house", text)


def _take_door(kind: str, following: Token, reading: _Reading) -> None:
    """A word for house or flat marks the number after it, else the one before."""
    _close(reading)
    if following.kind == "number":
        reading.wanted = kind
    elif reading.numbers:
        _give(reading, kind, reading.numbers.pop())
    else:
        reading.wanted = kind


def _take_named(token: Token, following: Token, reading: _Reading) -> None:
    """A word for street or settlement marks the words before it or after it."""
    part = "settlement" if token.kind == "settlement" else "street"
    if reading.wanted == "street" and not reading.words and part == "settlement":
        reading.words.append(token.text)  # an initial: ул. Г. Нжде
        return
    ahead = following.kind in {"word", "number"}
    if token.kind == "street before" or token.bare not in AFTER_THEIR_NAME:
        ahead = ahead and following.kind == "word" and token.kind != "street"
    else:
        ahead = False
    if reading.words and not ahead:
        _give(reading, part, " ".join(reading.words))
        reading.words, reading.wanted = [], ""
    elif part == "street" and all(word.isdigit() for word in reading.words):
        reading.wanted = part  # its number stands first: 2-й пер. Красноармейский
    else:
        _close(reading)
        reading.wanted = part


def _close(reading: _Reading, *, numbered: bool = False) -> None:
    """End a run of words: give it to the part wanted, or keep it as loose.

    A settlement run that ends in a number holds the street too: one word is the
    settlement, the rest the street.
    """
    words, wanted = reading.words, reading.wanted
    if not words:
        return
    if wanted == "settlement" and numbered and len(words) > 1:
        _give(reading, wanted, words[0])
        reading.loose.append((" ".join(words[1:]), numbered))
    elif wanted:
        _give(reading, wanted, " ".join(words))
    else:
        reading.loose.append((" ".join(words), numbered))
    reading.words, reading.wanted = [], ""


def _give(reading: _Reading, part: str, text: str) -> None:
    if part == "house" and part in reading.parts:
        reading.parts[part] += f"{BLOCK_MARK}{text}"
    else:
        reading.parts.setdefault(part, text)


def _settled(reading: _Reading, language: str | None) -> Address:
    """Give the loose runs and numbers to the parts still empty."""
    parts, loose = reading.parts, reading.loose
    for number in reading.numbers:
        _give_free(parts, number)
    if "street" not in parts and loose:
        place = _street_place(reading)
        if place is not None:
            parts["street"] = loose.pop(place)[0]
    if "settlement" not in parts and loose:
        parts["settlement"] = loose[0][0]
    house, flat = _doors(parts.get("house", ""), parts.get("flat", ""), language)
    return Address(
        settlement=parts.get("settlement"),
        street=parts.get("street", ""),
        house=house,
        flat=flat,
    )


def _give_free(parts: dict[str, str], number: str) -> None:
    for part in ("house", "flat"):
        if part not in parts:
            parts[part] = number
            return


def _street_place(reading: _Reading) -> int | None:
    """Say which loose run is the street: the last before a number, else the last."""
    loose, parts = reading.loose, reading.parts
    for place, (run, _) in enumerate(loose):
        if not _BUILDINGS.isdisjoint(run.split()):
            return place
    numbered = [place for place, (_, before) in enumerate(loose) if before]
    if numbered:
        return numbered[-1]
    if len(loose) > 1 or "house" in parts or "settlement" in parts:
        return len(loose) - 1
    return None


def _doors(house: str, flat: str, language: str | None) -> tuple[str, str]:
    parts = _FRACTION.split(house)
    if len(parts) > 1 and not flat:
        flat = parts.pop()
    numbers = (_door(n, language) for part in parts for n in part.split(BLOCK_MARK))
    return "/".join(numbers), _door(flat, language)


def _door(number: str, language: str | None) -> str:
    return romanise(number, language).replace(" ", "")


def fold_street(street: str, language: str | None = None) -> str:
    """Fold a street name so that its spellings and case forms mostly meet.

    Туманяна, Թումանյանի and Tumanyan give one form, and so do 28 Мая and Մայիսի 28: the
    last vowels of a word and the ending of an adjective are cut, months have one name,
    initials are dropped, numbers and words such as hotel come first, words are joined by a space.
    """
    if any(letter.isdigit() for letter in street):
        street = " ".join(MONTHS.get(word.lower(), word) for word in street.split())
    words = [_fold_word(word, language) for word in romanise(street, language).split()]
    words.sort(key=_order)
    return " ".join(word for word in words if len(word) > 1 or word.isdigit())


def _order(folded: str) -> int:
    """Numbers first, then what kind of building it is, then the name as written."""
    return 0 if folded.isdigit() else 1 if folded in _folded_buildings() else 2


@cache
def _folded_buildings() -> frozenset[str]:
    return frozenset(_fold_word(word, None) for word in _BUILDINGS)


def _fold_word(roman: str, language: str | None) -> str:
    folded = _LAST_VOWELS.sub("", fold(_CASE_END.sub("", roman), language))
    return _LAST_VOWELS.sub("", _ADJECTIVE.sub("", folded))


def address_key(settlement_id: str, street_folded: str, house: str, flat: str) -> str:
    """Join the parts of an address into one key, equal for equal dwellings.

    Args:
        settlement_id: Identifier of the settlement; empty where unknown.
        street_folded: What `fold_street` gave.
        house: House number of `read_address`.
        flat: Flat number of `read_address`.

    Returns:
        The parts with `|` between; empty where house and street are both empty.
    """
    if not street_folded and not house:
        return ""
    return _KEY_BREAK.join((settlement_id, street_folded, house, flat))
