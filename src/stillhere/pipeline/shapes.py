"""The closed table of values a snapshot may hold, and what tells one program from another.

A snapshot names the classes of its values. Only those of this table are ever made from
one, by their own constructors; a snapshot of another table, or of other code that reads
and folds, is refused.
"""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, get_args, get_type_hints

from stillhere.errors import Finding
from stillhere.identity import Cluster, ListTraits
from stillhere.ledger import Entry, Household, PlaceEntry, SourceEntry
from stillhere.ledger.canonical import canonical_bytes
from stillhere.ledger.fold import Base
from stillhere.ledger.ground import Totals
from stillhere.ledger.mention import Mention, SourceFacts
from stillhere.ledger.parts import Death
from stillhere.pipeline.source_book import Sums
from stillhere.reports import Provenance, Report
from stillhere.reports.statements import Statement

_HELD = (
    *(Report, Provenance, Statement, Finding),
    *(Cluster, ListTraits, Mention, Base, Entry, Household, Death),
    *(PlaceEntry, Totals, SourceEntry, SourceFacts, Sums),
)
_ROOMS = (
    *("vocabulary", "names", "places", "reports"),
    *("intake", "identity", "ledger", "pipeline"),
)
"""Rooms whose code decides what a picture says."""

_READ = (".py", ".pyc", ".toml", ".tsv", ".csv", ".json")


@cache
def shapes() -> dict[str, type]:
    """Every class a snapshot may name, by that name: values and codes."""
    found: dict[str, type] = {}
    waiting: list[Any] = list(_HELD)
    while waiting:
        hint = waiting.pop()
        waiting.extend(get_args(hint))
        if isinstance(hint, type) and hint.__name__ not in found:
            if issubclass(hint, StrEnum):
                found[hint.__name__] = hint
            elif field_names(hint):
                found[hint.__name__] = hint
                waiting.extend(get_type_hints(hint).values())
    return found


def field_names(kind: type) -> tuple[str, ...]:
    """Fields of a value class in the order its constructor takes them; else none."""
    if is_dataclass(kind):
        return tuple(field.name for field in fields(kind))
    named: tuple[str, ...] = getattr(kind, "_fields", ())
    return named


@cache
def program() -> str:
    """Hex digest of the shapes and of the code that decides what a picture says."""
    digest = blake2b(canonical_bytes(_described()), digest_size=16)
    for room in _ROOMS:
        for path, content in sorted(_texts(files(f"stillhere.{room}"), room)):
            digest.update(canonical_bytes((path, len(content))) + content)
    return digest.hexdigest()


def _described() -> list[tuple[str, Iterable[str]]]:
    return [
        (name, [code.value for code in kind])
        if issubclass(kind, StrEnum)
        else (name, field_names(kind))
        for name, kind in sorted(shapes().items())
    ]


def _texts(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for inner in folder.iterdir():
        if inner.is_dir():
            if inner.name != "__pycache__":
                yield from _texts(inner, f"{path}/{inner.name}")
        elif inner.name.endswith(_READ):
            yield f"{path}/{inner.name}", inner.read_bytes()
