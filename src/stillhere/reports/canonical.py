"""Canonical bytes: one text for one statement, on every machine.

A body is JSON with sorted keys and no spaces. Texts are NFC, trimmed, without control
characters; empty cells are left out, so a column nobody filled changes no id.
"""

import json
import unicodedata
from collections.abc import Mapping, Sequence
from json.encoder import encode_basestring
from typing import TypeAlias

Json: TypeAlias = str | int | bool | Sequence["Json"] | Mapping[str, "Json"] | None

_CONTROLS = dict.fromkeys([*range(32), *range(127, 160), 0xFEFF], " ")
_CONTROLS |= dict.fromkeys(range(0xD800, 0xE000), "\N{REPLACEMENT CHARACTER}")
"""Halves of a character have no bytes of their own: UTF-8 cannot write them."""


def clean_text(text: str) -> str:
    """NFC, control characters as spaces, outer white space gone."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    if not text.isprintable():
        text = text.translate(_CONTROLS)
    return text.strip()


def _clean(value: Json) -> Json:
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, Mapping):
        return _clean_fields(value)
    if isinstance(value, Sequence):
        return [_clean(v) for v in value]
    if isinstance(value, float):
        message = "a body holds no floats: state the number as text"
        raise TypeError(message)
    return value


def _clean_fields(fields: Mapping[str, Json]) -> dict[str, Json]:
    cleaned = {clean_text(name): _clean(value) for name, value in fields.items()}
    if len(cleaned) != len(fields):
        message = "two fields have the same name once it is cleaned"
        raise ValueError(message)
    return {k: v for k, v in cleaned.items() if v not in ("", None)}


def canonical_body(fields: Mapping[str, Json]) -> str:
    """The one JSON text of these fields.

    Args:
        fields: Header or field name to value; no floats (state them as text), no two
            names that differ only in what cleaning takes away.

    Returns:
        JSON, keys sorted, no spaces; ``{}`` for nothing stated.

    Raises:
        TypeError, ValueError: The caller broke one of the two rules above; a reader of
            files names its columns apart before it comes here.
    """
    return json.dumps(
        _clean(fields),
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
        allow_nan=False,
    )


class RowWriter:
    """Writes the canonical bodies of many rows of one header.

    The same text `canonical_body` gives for ``{header: cell}``, five times as fast: the
    order of the keys and their quotes are made once.
    """

    def __init__(self, headers: Sequence[str]) -> None:
        """Take the headers of a list, clean and different from each other."""
        order = sorted(range(len(headers)), key=headers.__getitem__)
        self._keys = [
            (place, f"{encode_basestring(headers[place])}:") for place in order
        ]

    def body(self, cells: Sequence[str]) -> str:
        """The body of a row with at most as many cells as there are headers."""
        width = len(cells)
        parts = []
        for place, key in self._keys:
            if place < width and (cell := cells[place]) and (cell := clean_text(cell)):
                parts.append(key + encode_basestring(cell))
        return "{" + ",".join(parts) + "}"
