"""Canonical bytes: one text for one statement, on every machine.

A body is JSON with sorted keys and no spaces. Texts are NFC, trimmed, without control
characters; empty cells are left out, so a column nobody filled changes no id.
"""

import json
import unicodedata
from collections.abc import Mapping, Sequence
from typing import TypeAlias

Json: TypeAlias = str | int | bool | None | Sequence["Json"] | Mapping[str, "Json"]

_CONTROLS = dict.fromkeys([*range(32), *range(127, 160), 0xFEFF], " ")


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
        pairs = ((clean_text(k), _clean(v)) for k, v in value.items())
        return {k: v for k, v in pairs if v not in ("", None)}
    if isinstance(value, Sequence):
        return [_clean(v) for v in value]
    return value


def canonical_body(fields: Mapping[str, Json]) -> str:
    """The one JSON text of these fields.

    Args:
        fields: Header or field name to value; no floats (state them as text).

    Returns:
        JSON, keys sorted, no spaces; ``{}`` for nothing stated.
    """
    return json.dumps(
        _clean(fields),
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
        allow_nan=False,
    )
