"""A batch of pairs of names: CSV in, one decimal a line out, as they come."""

import csv
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, cast

from stillhere.cli.telling import as_sentence, complain
from stillhere.errors import StillHereError
from stillhere.names import same_name

if TYPE_CHECKING:
    from io import BufferedReader

_PIECE: Final = 1 << 16
_HEADER: Final = "a,b"
_BOM: Final = "\ufeff"
_TOLD: Final = 20
"""Sentences before the rest is only counted."""


def answer() -> int:
    """Compare a batch in a process that has loaded nothing else; give its exit code."""
    try:
        compare_lines()
    except KeyboardInterrupt:
        complain(StillHereError("cli/interrupted"))
        return 130
    except BrokenPipeError:
        # Who was reading has gone: nobody is left to tell.
        sys.stdout = None
        return 1
    except Exception as error:  # noqa: BLE001 (the edge: a user never sees a trace)
        complain(as_sentence(error))
        return 1
    return 0


def compare_lines() -> None:
    """Write the chance of each line of standard input, as soon as it is there.

    A line that does not hold two cells is told beside the result and given 0, so that
    the lines of both stay beside one another; an empty cell gives 0.
    """
    amiss = 0
    number = 0
    for piece in _pieces():
        decimals = []
        for line in piece:
            number += 1
            text, sound = _decoded(line)
            if number == 1:
                text = text.removeprefix(_BOM)
                if text == _HEADER:
                    continue
            cells = _cells(text)
            decimals.append("0.000000\n")
            if len(cells) == 2:
                decimals[-1] = f"{same_name(*cells):.6f}\n"
            if len(cells) != 2 or not sound:
                amiss += 1
                if amiss <= _TOLD:
                    complain(_told(number, len(cells)))
        sys.stdout.write("".join(decimals))
        sys.stdout.flush()
    if amiss > _TOLD:
        complain(StillHereError("cli/more-lines-amiss", count=amiss - _TOLD))


def _pieces() -> Iterator[list[bytes]]:
    """Give the whole lines of standard input, as many as are there at a time."""
    source = cast("BufferedReader", sys.stdin.buffer)
    rest = b""
    while piece := source.read1(_PIECE):
        *lines, rest = (rest + piece).split(b"\n")
        yield lines
    if rest:
        yield [rest]


def _decoded(line: bytes) -> tuple[str, bool]:
    line = line.removesuffix(b"\r")
    try:
        return line.decode(), True
    except UnicodeDecodeError:
        return line.decode(errors="ignore"), False


def _cells(text: str) -> list[str]:
    """Cut one line into cells; a quotation mark that never ends is a letter."""
    if '"' not in text:
        return text.split(",")
    try:
        return next(csv.reader([text], strict=True))
    except csv.Error:
        return text.split(",")


def _told(number: int, cells: int) -> StillHereError:
    if cells != 2:
        return StillHereError("cli/not-two-names", line=number, count=cells)
    return StillHereError("cli/names-not-utf8", line=number)
