"""Passwords the program gives out: long, and easy to read aloud and to type."""

import secrets

_FIRST, _SECOND = "bdfgklmnprstvz", "aeiou"
GROUPS, SYLLABLES = 4, 2
"""Four groups of two syllables: 49 bits, behind a gate that slows down guessing."""


def fresh_password() -> str:
    """A new password such as ``ruvo-keta-mizu-pano``; different every time."""
    return "-".join(_group() for _ in range(GROUPS))


def _group() -> str:
    return "".join(
        secrets.choice(_FIRST) + secrets.choice(_SECOND) for _ in range(SYLLABLES)
    )
