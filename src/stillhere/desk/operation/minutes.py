"""What is remembered of an import beside its reports: its minutes, in the store.

Rows that are no reports rest here, so that nothing of a file is lost; they are encrypted
with the store and go with its backups.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from typing import Any

from stillhere.desk.operation.moves import Moved
from stillhere.errors import Finding
from stillhere.store import Store
from stillhere.vocabulary import Scope

_NAME = "import {name}"


@dataclass(frozen=True, slots=True)
class Aside:
    """A row that is no report.

    Attributes:
        sheet, row: Where it stands.
        cells: As written; empty for a row of somebody who may have been erased.
        finding: Why.
        scopes: What the list it stands in may be used for.
    """

    sheet: str
    row: int
    cells: tuple[str, ...]
    finding: Finding
    scopes: tuple[Scope, ...]


@dataclass(frozen=True, slots=True)
class Minutes:
    """What was said when a file was taken in, and what came of it since.

    Attributes:
        file: Its name.
        rows_read: Filled lines that are not of a header; -1 where nobody wrote it down.
        new, known: Reports that were new to the store, and those it had.
        findings: About the file as a whole.
        aside: The rows that are no reports.
        moves: What the import and each undo of it moved, the oldest first.
    """

    file: str = ""
    rows_read: int = -1
    new: int = 0
    known: int = 0
    findings: tuple[Finding, ...] = ()
    aside: tuple[Aside, ...] = ()
    moves: tuple[Moved, ...] = ()


def minutes_of(store: Store, name: str) -> Minutes:
    """The minutes of an import; empty ones where none were taken."""
    text = store.recall(_NAME.format(name=name))
    return Minutes() if text is None else _read(json.loads(text))


def keep_minutes(store: Store, name: str, minutes: Minutes) -> None:
    """Remember them in the place of those before."""
    text = json.dumps(asdict(minutes), ensure_ascii=False, separators=(",", ":"))
    store.remember(_NAME.format(name=name), text)


def add_move(store: Store, name: str, step: Moved) -> None:
    """Write down one more move of an import."""
    known = minutes_of(store, name)
    keep_minutes(store, name, replace(known, moves=(*known.moves, step)))


def _read(kept: dict[str, Any]) -> Minutes:
    return Minutes(
        **{name: kept[name] for name in ("file", "rows_read", "new", "known")},
        findings=tuple(map(_finding, kept["findings"])),
        aside=tuple(_asides(kept["aside"])),
        moves=tuple(map(_move, kept["moves"])),
    )


def _finding(kept: dict[str, Any]) -> Finding:
    return Finding(kept["code"], tuple((k, v) for k, v in kept["values"]))


def _asides(kept: Iterable[dict[str, Any]]) -> Iterable[Aside]:
    for row in kept:
        yield Aside(
            row["sheet"],
            row["row"],
            tuple(row["cells"]),
            _finding(row["finding"]),
            tuple(map(Scope, row["scopes"])),
        )


def _move(kept: dict[str, Any]) -> Moved:
    people, listed = kept["people"], kept["listed"]
    return Moved(
        kept["act"],
        kept["at"],
        kept["by"],
        (people[0], people[1]),
        (listed[0], listed[1]),
        tuple((status, was, now) for status, was, now in kept["statuses"]),
    )
