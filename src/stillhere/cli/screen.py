"""What is written to the terminal: tables and JSON to one stream, sentences to the other."""

import json
import sys
from collections.abc import Iterable, Mapping
from typing import Any

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from stillhere.errors import Finding, StillHereError

_WIDTH = 100
"""Columns where no terminal says how many it has."""

_WORD = 24
"""Columns a single word may claim."""

_FEW = 8


def out() -> Console:
    """The console of results; text is never read as markup."""
    return _console(error=False)


def aside() -> Console:
    """The console of progress and errors."""
    return _console(error=True)


def _console(*, error: bool) -> Console:
    console = Console(
        stderr=error, markup=False, highlight=False, emoji=False, soft_wrap=False
    )
    if not console.is_terminal:
        console = Console(
            stderr=error,
            markup=False,
            highlight=False,
            emoji=False,
            width=_WIDTH,
            no_color=True,
        )
    return console


def plain(text: object) -> str:
    """Text that cannot steer a terminal: control characters become spaces."""
    return "".join(c if c.isprintable() or c == "\n" else " " for c in str(text))


def say(text: object = "") -> None:
    """One paragraph of the result."""
    out().print(plain(text))


def print_line(text: object) -> None:
    """One line of the result that is not wrapped, so that its names can be copied."""
    print(plain(text))


def heading(text: str) -> None:
    """The line above a table."""
    out().print()
    out().print(Text(plain(text), style="bold"))


def note(text: str) -> None:
    """One line beside the result, not part of it."""
    aside().print(plain(text))


def complain(error: StillHereError) -> None:
    """One line: the code and the sentence. It is not wrapped, so machines can read it."""
    sentence = " ".join(plain(error).split())
    print(f"{error.code}: {sentence}", file=sys.stderr)


def as_json(value: Mapping[str, Any] | list[Any]) -> None:
    """The result for machines, in UTF-8."""
    print(json.dumps(value, ensure_ascii=False, indent=1))


def table(headers: Iterable[str], rows: Iterable[Iterable[object]]) -> None:
    """A table; headers that begin with ``#`` stand over numbers."""
    drawn = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    cells = [[plain(cell) for cell in row] for row in rows]
    for place, name in enumerate(headers):
        number = name.startswith("#")
        column = [row[place] for row in cells]
        longest = _longest_word(column)
        single = longest < _WORD and not any(" " in cell for cell in column)
        drawn.add_column(
            plain(name.removeprefix("#")),
            justify="right" if number else "left",
            overflow="fold",
            no_wrap=number or single,
            min_width=longest,
        )
    for row in cells:
        drawn.add_row(*(Text(cell) for cell in row))
    console = out()
    with console.capture() as caught:
        console.print(drawn)
    # The spaces that fill the last column are nothing to read.
    print("\n".join(line.rstrip() for line in caught.get().splitlines()))


def _longest_word(column: Iterable[str]) -> int:
    """So that names of files stay whole, unless they are very long."""
    longest = (cell_len(word) for cell in column for word in cell.split())
    return min(max(longest, default=1), _WORD)


def told(findings: Iterable[Finding], *, limit: int = _FEW) -> None:
    """Findings, some of each sort; how many more there are of it is said."""
    sorts: dict[str, list[Finding]] = {}
    for finding in findings:
        sorts.setdefault(finding.code, []).append(finding)
    for code in sorted(sorts):
        several = sorts[code]
        few = several[: max(1, limit // len(sorts))]
        for finding in few:
            say(f"- {finding.sentence} ({code})")
        if len(several) > len(few):
            say(f"  and {len(several) - len(few):,} more of this sort.")
