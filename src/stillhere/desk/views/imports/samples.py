"""Sample rows in words: as written, and what they state."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from stillhere.desk.forms.imports import TableForm
from stillhere.desk.saying import day, number
from stillhere.desk.views.stated import Fact, label
from stillhere.desk.wording import in_words
from stillhere.errors import Finding
from stillhere.intake import Sample, Stated
from stillhere.intake.stated import BirthNote

_NOTES: dict[BirthNote, str | Promise] = {
    BirthNote.FROM_AGE: _("worked out from an age"),
    BirthNote.DAY_OR_MONTH: _("day and month may stand the other way round"),
}
_DATES = frozenset({"date", "since", "until", "expected", "met"})


@dataclass(frozen=True, slots=True)
class ShownSample:
    """One row: its filled cells under their headers, and what it states."""

    row: int
    cells: tuple[tuple[str, str], ...]
    facts: tuple[Fact, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class ShownTable:
    """One sheet with its form and its sample rows."""

    form: TableForm
    samples: tuple[ShownSample, ...]
    read: bool


def shown(form: TableForm, samples: Sequence[Sample], read: bool) -> ShownTable:  # noqa: FBT001 (a plain value)
    """A sheet ready for its page."""
    headers = form.here.table.headers
    return ShownTable(form, tuple(_shown(s, headers) for s in samples), read)


def _shown(sample: Sample, headers: Sequence[str]) -> ShownSample:
    cells = zip(headers, sample.cells, strict=True)
    return ShownSample(
        sample.row,
        tuple((header, cell) for header, cell in cells if cell.strip()),
        tuple(_facts(sample.stated)),
        sample.findings,
    )


def _facts(stated: Sequence[Stated]) -> Iterator[Fact]:
    """One line for each name of a field; several values of it side by side."""
    together: dict[tuple[str, str], list[Stated]] = {}
    for one in stated:
        together.setdefault((one.of, one.name), []).append(one)
    for (_of, name), values in together.items():
        text = "; ".join(_text(one) for one in values)
        yield Fact(label(name), text, written=all(type(v.value) is str for v in values))


def _text(stated: Stated) -> str:
    value = stated.value
    if isinstance(value, BirthNote):
        return str(_NOTES[value])
    if isinstance(value, StrEnum):
        return in_words(value)
    if isinstance(value, int):
        return number(value)
    return day(value) if stated.name in _DATES else value
