"""The text of an address cut into words, numbers, breaks and markers."""

import re
from dataclasses import dataclass
from typing import Final

from stillhere.places.address_words import (
    AFTER_THEIR_NAME,
    BUILDING_NAMES,
    IDLE,
    MARKERS,
    MONTHS,
    NUMBER_WORDS,
    QUARTER,
    QUARTERS,
)

BLOCK_MARK: Final = "+"
"""Stands between a house and its block, to tell it from a house and its flat."""
_LETTER: Final = r"[абвгдabcdefgаբգդa-gաբգդ]"
_END: Final = r"(?![^\W\d_.])"
_ORDINAL: Final = (
    r"\d+\s?-?\s?(?:րդ|ին|ի|ой|ый|ий|го|ая|й|я|cı|ci|cu|cü|ıncı|inci|nci|th|nd|rd|st)"
    + _END
)
_TOKEN: Final = re.compile(
    rf"(?P<ordinal>{_ORDINAL})"
    rf"|(?P<number>\d+(?:[^\W\d_]{_END}|\s[абвabcաբ]{_END}"
    rf"|\s?[-/«\"']\s?{_LETTER}[»\"']?{_END})?"
    rf"(?:\s?[/\\+-]\s?\d+(?:[^\W\d_]{_END})?)*)"
    r"|(?P<word>[^\W\d_]+(?:[-'’ʻʼ`´՚][^\W\d_]+)*[.․]?|№|\#)"
    r"|(?P<break>[,;\n()])",
    re.IGNORECASE,
)
_DIGITS: Final = re.compile(r"\d+")
_LETTERED: Final = re.compile(
    rf"(?<=\d)\s?[-/«\"']\s?({_LETTER})[»\"']?$", re.IGNORECASE
)
_BLOCK: Final = re.compile(r"(?<=\d)\s?[кk]\.?\s?(?=\d)", re.IGNORECASE)
_DOT_ABOVE: Final = "\u0307"
_NUMBERS: Final = frozenset({"number", "ordinal"})
_ARMENIAN: Final = range(0x0530, 0x0590)


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of an address.

    Attributes:
        kind: `word`, `number`, `break`, or what the word marks: `street before`,
            `street`, `house`, `block`, `flat`, `settlement`.
        text: The piece as written; a number with its letter joined.
    """

    kind: str
    text: str

    @property
    def bare(self) -> str:
        """The piece in lower case without its point."""
        return self.text.lower().replace(_DOT_ABOVE, "").rstrip(".․")


_BREAK: Final = Token("break", "")


def address_tokens(text: str) -> list[Token]:
    """Cut an address into its pieces, markers recognised; a break ends the list.

    A single letter is a marker with its point, before a number (house, flat) or
    before a word at the start of a part (settlement); else it is a word. A word for
    the house with no number beside it is a settlement marker where it may be one. Words
    that say only that a number follows are left out; a number beside a month, and an
    ordinal that is no house or flat, are words of a name.
    """
    found = [_piece(piece) for piece in _TOKEN.finditer(_BLOCK.sub(BLOCK_MARK, text))]
    plain = _without_idle([*found, _BREAK])
    before = [_BREAK, *plain[:-1]]
    after = [*plain[1:], _BREAK]
    marked = [
        _marked(token, last, following)
        for last, token, following in zip(before, plain, after, strict=True)
    ]
    return [_named(marked, place) for place in range(len(marked))]


def _piece(found: re.Match[str]) -> Token:
    kind = found.lastgroup or "break"
    return Token(kind, _LETTERED.sub(r"\1", found[0]) if kind == "number" else found[0])


def _without_idle(tokens: list[Token]) -> list[Token]:
    """Leave out № and the like beside a number, and по before a name."""
    kept = []
    for last, token, following in zip(
        [_BREAK, *tokens], tokens, [*tokens[1:], _BREAK], strict=False
    ):
        numbered = {last.kind, following.kind} & _NUMBERS
        if token.kind == "word" and (
            (token.bare in NUMBER_WORDS and numbered)
            or (token.bare in IDLE and following.kind == "word")
        ):
            continue
        kept.append(token)
    return kept


def _marked(token: Token, last: Token, following: Token) -> Token:
    if token.kind != "word":
        return token
    bare = token.bare
    if bare in QUARTERS and _has_number(last, following):
        return Token("word", QUARTER)
    for kind, words in MARKERS:
        if bare in words and _stands(kind, token, last, following):
            return Token(kind, token.text)
    if bare in BUILDING_NAMES:
        return Token("word", BUILDING_NAMES[bare])
    return token


def _stands(kind: str, token: Token, last: Token, following: Token) -> bool:
    """Say whether a marker word is a marker where it stands."""
    numbered = not {last.kind, following.kind}.isdisjoint(_NUMBERS)
    if kind in {"house", "flat"}:
        return numbered
    if kind == "block":
        return following.kind == "number"
    if len(token.bare) > 1:
        return True
    if token.text[-1] in ".․":
        initial = last.kind == following.kind == "word" and kind == "settlement"
        return not initial or token.bare in AFTER_THEIR_NAME
    return (
        kind == "settlement"
        and last.kind in {"break", "number"}
        and following.kind == "word"
    )


def _has_number(last: Token, following: Token) -> bool:
    """Whether a quarter is called by a number: мкр. 3, or 3 мкр with nothing behind."""
    if last.kind == "break":
        return following.kind in _NUMBERS
    return last.kind in _NUMBERS and following.kind in {"break", "house"}


def _named(tokens: list[Token], place: int) -> Token:
    """An ordinal or a number beside a month as a word or a number."""
    token = tokens[place]
    last = tokens[place - 1] if place else _BREAK
    following = tokens[place + 1] if place + 1 < len(tokens) else _BREAK
    if token.kind in _NUMBERS and QUARTER in {last.text, following.text}:
        return Token("word", _DIGITS.findall(token.text)[0])
    if token.kind == "ordinal":
        doors = {last.kind, following.kind} & {"house", "flat"}
        return Token("number" if doors else "word", _DIGITS.findall(token.text)[0])
    if token.kind == "number" and token.text.isdigit() and _is_date(last, following):
        return Token("word", token.text)
    return token


def _is_date(last: Token, following: Token) -> bool:
    """Whether a month stands where its language puts it: 28 мая, մայիսի 28."""
    if following.kind == "word" and following.bare in MONTHS:
        return True
    return (
        last.kind == "word" and last.bare in MONTHS and ord(last.bare[0]) in _ARMENIAN
    )
