"""The text of an address cut into words, numbers, breaks and markers."""

import re
from dataclasses import dataclass
from typing import Final

from stillhere.places.address_words import MARKERS

_TOKEN: Final = re.compile(
    r"(?P<number>\d+(?:[^\W\d_](?![^\W\d_.])|\s[абвabcաբ](?![^\W\d_.]))?(?:\s?[/\\-]\s?\d+[^\W\d_]?)?)"
    r"|(?P<word>[^\W\d_]+(?:[-'’ʻʼ`´՚][^\W\d_]+)*[.․]?|№)"
    r"|(?P<break>[,;\n()])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of an address.

    Attributes:
        kind: `word`, `number`, `break`, or what the word marks: `street before`,
            `street`, `house`, `flat`, `settlement`.
        text: The piece as written.
    """

    kind: str
    text: str

    @property
    def bare(self) -> str:
        """The piece in lower case without its point."""
        return self.text.lower().replace("\u0307", "").rstrip(".․")


def address_tokens(text: str) -> list[Token]:
    """Cut an address into its pieces, markers recognised; a break ends the list.

    A single letter is a marker with its point, before a number (house, flat) or
    before a word at the start of a part (settlement); else it is a word. A word for
    the house with no number beside it is a settlement marker where it may be one.
    """
    plain = [
        Token(found.lastgroup or "break", found[0]) for found in _TOKEN.finditer(text)
    ]
    plain.append(Token("break", ""))
    before = [Token("break", ""), *plain[:-1]]
    after = [*plain[1:], Token("break", "")]
    return [
        _marked(token, last, following)
        for last, token, following in zip(before, plain, after, strict=True)
    ]


def _marked(token: Token, last: Token, following: Token) -> Token:
    if token.kind != "word":
        return token
    bare = token.bare
    for kind, words in MARKERS:
        if bare in words and _stands(kind, token, last, following):
            return Token(kind, token.text)
    return token


def _stands(kind: str, token: Token, last: Token, following: Token) -> bool:
    """Say whether a marker word is a marker where it stands."""
    numbered = "number" in {last.kind, following.kind}
    if kind in {"house", "flat"}:
        return numbered
    if len(token.bare) > 1 or token.text[-1] in ".․":
        return True
    return (
        kind == "settlement"
        and last.kind in {"break", "number"}
        and following.kind == "word"
    )
