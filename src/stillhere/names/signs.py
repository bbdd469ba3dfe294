"""One token of a name as signs: one letter for one sound, for each way to read it.

Three kinds of writing have signs of their own: scripts that write their vowels (whose
signs are sounds in Latin letters), Arabic and Persian, and Hebrew. What stands for what
between them is not said here but counted (`likeness.tsv`).
"""

import re
from enum import IntEnum
from typing import Final

from stillhere.names.romanisation import romanise


class Writing(IntEnum):
    """How a script writes a name."""

    VOWELLED = 0
    """With its vowels: Latin, Cyrillic, Armenian, Georgian and all others."""

    ARABIC = 1
    HEBREW = 2


SOUNDS: Final = (
    *(("shch", "SC"), ("tsch", "C"), ("sch", "S"), ("tch", "C"), ("dzh", "J")),
    *(("zh", "Z"), ("kh", "X"), ("gh", "G"), ("sh", "S"), ("ch", "C"), ("tz", "T")),
    *(("ts", "T"), ("dz", "D"), ("dj", "J"), ("ph", "f"), ("th", "t"), ("cz", "C")),
    *(("sz", "S"), ("ck", "k"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ks", "x")),
    ("qu", "k"),
)
"""Letters that are one sound together, in the order they are looked for."""

_ARABIC_LETTERS: Final = frozenset("اآبپتثجچحخدذرزژسشصضطظعغفقكگلمنهويةءؤئڤ")
_ARABIC_SHAPES: Final = str.maketrans("أإٱىیېکڪۀہھەێۆ", "اااييي" + "كك" + "هههه" + "يو")
_ARABIC_PAIRS: Final = (("تش", "چ"), ("تس", "ڭ"))
_HEBREW_LETTERS: Final = frozenset("אבגדהוזחטיכלמנסעפצקרשתĠĊŻẊṪṘẆẎ")
_HEBREW_SHAPES: Final = str.maketrans("ךםןףץ׳’`´", "כמנפצ" + "''''")
_HEBREW_PAIRS: Final = (
    *(("ג'", "Ġ"), ("צ'", "Ċ"), ("ז'", "Ż"), ("ח'", "Ẋ"), ("ת'", "Ṫ"), ("ר'", "Ṙ")),
    *(("ע'", "Ṙ"), ("וו", "Ẇ"), ("יי", "Ẏ")),
)
_SECOND: Final = frozenset(letters[-1] for letters, _ in SOUNDS)
_DOUBLED: Final = re.compile(r"(.)\1+")
_ARTICLE: Final = "ال"
_VOWELS: Final = frozenset("აეიოუ")


def writing_of(token: str) -> Writing:
    """Say how the first letter of a token is written."""
    for letter in token:
        if "\u0590" <= letter <= "\u05ff":
            return Writing.HEBREW
        if "\u0600" <= letter <= "\u077f" or "\ufb50" <= letter <= "\ufefc":
            return Writing.ARABIC
        if letter.isalpha():
            break
    return Writing.VOWELLED


def readings(token: str, *, azerbaijani: bool = False) -> tuple[str, ...]:
    """Give every way to read a token, the plainest first.

    A token in Latin letters with c, q or x is read as Azerbaijani too, one with ł in
    the Polish way too; a Georgian one with and without the -i of its nominative, an
    Arabic one with and without its article.

    Args:
        token: One word; letters in lower or upper case.
        azerbaijani: Whether another word of the name has a letter that only
            Azerbaijani or Turkish has.

    Returns:
        Distinct texts of signs; none for a token without a letter or digit.
    """
    written = writing_of(token)
    if written is Writing.ARABIC:
        found = _arabic(token)
    elif written is Writing.HEBREW:
        found = [_hebrew(token)]
    else:
        found = _vowelled(token, azerbaijani=azerbaijani)
    return tuple(dict.fromkeys(signs for signs in found if signs))


def _vowelled(token: str, *, azerbaijani: bool) -> list[str]:
    lowered = token.lower()
    found = [_sounds(lowered, "az" if azerbaijani else None)]
    if "ა" <= lowered[:1] <= "ჰ":
        if lowered[-1] == "ი" and len(lowered) > 3 and lowered[-2] not in _VOWELS:
            found.append(_sounds(lowered[:-1], None))
        return found
    if not {"c", "q", "x"}.isdisjoint(lowered):
        found.append(_sounds(lowered, None if azerbaijani else "az"))
    if "ł" in lowered:
        found.append(_sounds(lowered.replace("ł", "l"), None))
    return found


def _sounds(lowered: str, language: str | None) -> str:
    text = romanise(lowered, language).replace(" ", "")
    if not _SECOND.isdisjoint(text):
        for letters, sign in SOUNDS:
            if letters in text:
                text = text.replace(letters, sign)
    return _DOUBLED.sub(r"\1", text)


def _arabic(token: str) -> list[str]:
    shaped = token.translate(_ARABIC_SHAPES)
    letters = "".join(letter for letter in shaped if letter in _ARABIC_LETTERS)
    found = [letters]
    if letters.startswith(_ARTICLE) and len(letters) > 4:
        found.append(letters.removeprefix(_ARTICLE))
    return [_paired(text, _ARABIC_PAIRS) for text in found]


def _hebrew(token: str) -> str:
    text = token.translate(_HEBREW_SHAPES)
    for letters, sign in _HEBREW_PAIRS:
        text = text.replace(letters, sign)
    return "".join(letter for letter in text if letter in _HEBREW_LETTERS)


def _paired(text: str, pairs: tuple[tuple[str, str], ...]) -> str:
    for letters, sign in pairs:
        text = text.replace(letters, sign)
    return _DOUBLED.sub(r"\1", text)
