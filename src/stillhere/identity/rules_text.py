"""Rules as text: TOML whose values are integers, in sections at most one deep.

A table inside a table is a section of a dotted name: ``[arrived.alone]`` is the section
``arrived.alone``. The rarities of names stand in ``[frequencies.given]`` and
``[frequencies.family]``.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

from stillhere.errors import StillHereError

FORMAT = 1
"""Of the file itself; raised when an older program could not read it rightly."""

FREQUENCIES = "frequencies"
Sections = dict[str, dict[str, int]]

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_LARGEST = 1 << 31


def sections_of(text: str) -> Sections:
    """The sections of a rules file by their dotted names.

    Numbers above all sections stand in the section of the empty name.

    Raises:
        StillHereError: ``identity/rules-not-readable``.
    """
    try:
        stated = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise unreadable(f"it is no TOML: {error}") from error
    sections: Sections = {"": {}}
    _fill(sections, "", stated)
    return sections


def _fill(sections: Sections, prefix: str, table: Mapping[str, Any]) -> None:
    for name, value in table.items():
        if isinstance(value, dict) and prefix.count(".") < 1:
            inner = f"{prefix}.{name}" if prefix else name
            if not any(isinstance(below, dict) for below in value.values()):
                sections[inner] = {}
            _fill(sections, inner, value)
        elif type(value) is int and abs(value) < _LARGEST:
            sections.setdefault(prefix, {})[name] = value
        else:
            where = f"{prefix}.{name}".strip(".")
            raise unreadable(f"{where} is no whole number")


def text_of(sections: Mapping[str, Mapping[str, int]], heading: str = "") -> str:
    """Sections as text that `sections_of` reads back; equal sections, equal text.

    Args:
        sections: By dotted name; the order is kept, empty sections are left out.
        heading: Lines of comment at the top, without their ``#``.
    """
    return "\n".join(_lines(sections, heading)) + "\n"


def _lines(sections: Mapping[str, Mapping[str, int]], heading: str) -> Iterator[str]:
    for line in heading.splitlines():
        yield f"# {line}".rstrip()
    for name, value in sections.get("", {}).items():
        yield f"{_key(name)} = {value}"
    for name, table in sections.items():
        if not name or not table:
            continue
        yield ""
        yield f"[{'.'.join(map(_key, name.split('.', 1)))}]"
        for key, value in table.items():
            yield f"{_key(key)} = {value}"


def _key(name: str) -> str:
    """A bare key, or a quoted one: folded names are mostly plain letters."""
    if _BARE.fullmatch(name):
        return name
    escaped = "".join(
        c if c.isprintable() and c not in '"\\' else f"\\U{ord(c):08X}" for c in name
    )
    return f'"{escaped}"'


def unreadable(reason: str) -> StillHereError:
    """The one way in which a rules file is refused."""
    return StillHereError("identity/rules-not-readable", reason=reason)
