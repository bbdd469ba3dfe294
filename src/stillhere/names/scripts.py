"""Which script a text is written in, and which tokens are initials."""

from collections import Counter

_RANGES = (
    ("armenian", 0x0530, 0x058F),
    ("armenian", 0xFB13, 0xFB17),
    ("cyrillic", 0x0400, 0x052F),
    ("latin", 0x0041, 0x024F),
    ("latin", 0x0250, 0x02AF),
    ("latin", 0x1E00, 0x1EFF),
)


def token_script(text: str) -> str:
    """Name the script of most letters of a text.

    Script helps to match spellings and is never shown as anyone's origin.

    Returns:
        `"armenian"`, `"cyrillic"`, `"latin"`, `"other"`, or `"none"` for a text
        without letters; of two equally frequent, the first in this order.
    """
    counts = Counter(_script(letter) for letter in text if letter.isalpha())
    for script in ("armenian", "cyrillic", "latin", "other"):
        if counts[script] and counts[script] == max(counts.values()):
            return script
    return "none"


def _script(letter: str) -> str:
    code = ord(letter)
    for script, first, last in _RANGES:
        if first <= code <= last:
            return script
    return "other"


def is_initial(token: str) -> bool:
    """Say whether a token is an initial: one letter, or a letter pair and a point.

    `A.`, `Հ.`, `Ю`, `Sh.` and `Ռ` are initials; `Ю.А.` is two and is not one.
    """
    bare = token.rstrip(".․։")
    if len(bare) == 1:
        return bare.isalpha()
    return len(bare) == 2 and bare != token and bare.isalpha()  # Sh., Dz., Ու.
