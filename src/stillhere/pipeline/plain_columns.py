"""Columns of a CSV text, each distinct cell once, by whichever reader suits the text."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

import numpy as np

from stillhere.identity import Coded
from stillhere.identity.growing import Array
from stillhere.pipeline.plain_cells import cells_of
from stillhere.reports.canonical import clean_text

ROWS: Final = 20_000
"""Rows read at once (bounds memory, changes no result)."""


def unquoted_columns(
    data: bytes, separator: str, width: int
) -> tuple[Coded[str], ...] | None:
    """Columns of cells of a text without quotes; None where a row has another width."""
    if not data.isascii():
        data.decode()  # raises what is caught for another encoding
    found = cells_of(data.partition(b"\n")[2], separator, width)
    if found is None:
        return None
    coded = [pieces.coded() for pieces in found]
    columns = tuple(_cleaned(column) for column in coded if column is not None)
    return columns if len(columns) == width else None


def quoted_columns(
    width: int, rows: Iterator[list[str]]
) -> tuple[Coded[str], ...] | None:
    """The same of rows that a reader of CSV gives, whatever is quoted in them."""
    places: list[defaultdict[str, int]] = [defaultdict() for _ in range(width)]
    for known in places:
        known.default_factory = known.__len__
    codes: list[list[Array]] = [[] for _ in range(width)]
    while block := list(islice(rows, ROWS)):
        if any(len(row) != width for row in block):
            return None
        for known, found, cells in zip(
            places, codes, zip(*block, strict=True), strict=True
        ):
            found.append(_numbered(known, cells))
    return tuple(
        _cleaned(Coded(tuple(known), np.concatenate(found)))
        for known, found in zip(places, codes, strict=True)
    )


def _numbered(known: defaultdict[str, int], cells: Sequence[str]) -> Array:
    return np.fromiter(map(known.__getitem__, cells), np.int32, len(cells))


def _cleaned(column: Coded[str]) -> Coded[str]:
    """The same with every cell as `clean_text` gives it."""
    plain = "".join(column.values)
    if plain.isascii() and plain.isprintable() and " " not in plain:
        return column
    cleaned = Coded.of(map(clean_text, column.values))
    return Coded(cleaned.values, cleaned.codes[column.codes])
