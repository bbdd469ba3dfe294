"""Where every number of the public table comes from: the comments that stand beside it."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

_SECTION = re.compile(r"\[(\w+)\]")
_NUMBER = re.compile(r"(\w+)\s*=\s*[^#]*")
_AGAIN = re.compile(r"^likewise(?=;|$)")
Sources = Mapping[tuple[str, str], str]


@cache
def shipped_sources() -> Sources:
    """Section and name of each number of the shipped table to its comment."""
    table = files("stillhere.plan").joinpath("rules.toml")
    return sources(table.read_text(encoding="utf-8"))


def sources(text: str) -> Sources:
    """The comments of a table in TOML, by section and name.

    Args:
        text: One number a line; a comment goes on below its line, where nothing else
            stands. "likewise" at its beginning is the meaning of the number before.

    Returns:
        In the order of the table; empty text for a number without a comment.
    """
    found: dict[tuple[str, str], str] = {}
    section, name = "", ""
    for line in text.splitlines():
        stated, _, comment = line.partition("#")
        heading, number = _SECTION.match(stated), _NUMBER.match(stated)
        if heading:
            section, name = heading[1], ""
        elif number:
            before = found.get((section, name), "")
            name = number[1]
            found[section, name] = _told(comment.strip(), before)
        elif name and comment:
            found[section, name] += f" {comment.strip()}"
        else:
            name = ""
    return MappingProxyType(found)


def _told(comment: str, before: str) -> str:
    """A comment that stands for itself."""
    meaning = before.partition(";")[0]
    return _AGAIN.sub(meaning, comment, count=1) if meaning else comment
