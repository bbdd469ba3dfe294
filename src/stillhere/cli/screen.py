"""What is written to the terminal: tables and JSON to one stream, sentences to the other."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from rich.cells import cell_len
from rich.console import Console, JustifyMethod
from rich.table import Table
from rich.text import Text

from stillhere.cli.telling import complain, plain
from stillhere.errors import Finding

__all__ = [
    "as_json",
    "aside",
    "complain",
    "heading",
    "note",
    "out",
    "plain",
    "print_line",
    "say",
    "table",
    "told",
]

_WIDTH = 100
"""Columns where no terminal says how many it has."""

_WORD = 24
"""Columns a single word may claim."""

_GAP = 2
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


def as_json(value: Mapping[str, Any] | list[Any]) -> None:
    """The result for machines, in UTF-8."""
    print(json.dumps(value, ensure_ascii=False, indent=1))


def table(headers: Iterable[str], rows: Iterable[Iterable[object]]) -> None:
    """A table; headers that begin with ``#`` stand over numbers."""
    console = out()
    names = list(headers)
    cells = [[plain(cell) for cell in row] for row in rows]
    drawn = Table(box=None, pad_edge=False, padding=(0, _GAP, 0, 0))
    lines = [[name.removeprefix("#") for name in names], *cells]
    widths = _widths(
        [list(column) for column in zip(*lines, strict=True)], console.width
    )
    for name, width in zip(names, widths, strict=True):
        justify: JustifyMethod = "right" if name.startswith("#") else "left"
        title = name.removeprefix("#")
        drawn.add_column(title, justify=justify, overflow="fold", width=width)
    for row in cells:
        drawn.add_row(*(Text(cell) for cell in row))
    with console.capture() as caught:
        console.print(drawn)
    # The spaces that fill the last column are nothing to read.
    print("\n".join(line.rstrip() for line in caught.get().splitlines()))


def _widths(columns: list[list[str]], room: int) -> list[int]:
    """Widths that fit, the widest column giving way first; words stay whole if they can."""
    widths = [max(cell_len(cell) for cell in column) for column in columns]
    words = [
        max(cell_len(w) for cell in col for w in [*cell.split(), ""]) for col in columns
    ]
    least = [min(word, _WORD) for word in words]
    over = sum(widths) + _GAP * len(widths) - room
    while over > 0:
        loose = [n for n, width in enumerate(widths) if width > least[n]]
        if not loose:
            break
        widest = max(loose, key=lambda n: widths[n])
        widths[widest] -= 1
        over -= 1
    return widths


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
