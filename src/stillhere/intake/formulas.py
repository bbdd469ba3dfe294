"""Cells that a spreadsheet program would run as a formula, made harmless and back again.

The rule, both ways: a cell whose first sign, apostrophes and blanks before it aside, is
one of ``= + - @``, their full-width forms, a tab or a line end is written with one
apostrophe in front; a reader takes one apostrophe off exactly there. So ``+374 47 000000``
leaves as ``'+374 47 000000`` and comes back as it was.
"""

_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
_MARK = "'"
_BEFORE = "' "


def disarmed(text: str) -> str:
    """A cell that begins with no formula; `rearmed` undoes it."""
    return f"{_MARK}{text}" if _would_run(text) else text


def rearmed(text: str) -> str:
    """The cell as it was before `disarmed`; any other text as it is."""
    return text[1:] if text.startswith(_MARK) and _would_run(text) else text


def _would_run(text: str) -> bool:
    if text[:1].isalnum():
        return False
    return text.lstrip(_BEFORE).startswith(_STARTS)
