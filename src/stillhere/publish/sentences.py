"""Sentences and tables of a page. A number can only get in as a figure that cites.

The words of a sentence hold no digits; its parts are values of a few kinds, and the one
that shows a number cannot be made without reports behind it. Words are English here and
become the reader's when the page is written.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from string import Formatter
from typing import TypeAlias

from stillhere.errors import Finding, StillHereError
from stillhere.ledger import Figure
from stillhere.places import Place
from stillhere.reports import ReportId


@dataclass(frozen=True, slots=True)
class Cited:
    """A number with the reports behind it.

    Attributes:
        figure: The number.
        unit: ``people`` or ``lists``, said with the number; empty for the number alone.

    Raises:
        StillHereError: The figure has no report behind it.
    """

    figure: Figure
    unit: str = ""

    def __post_init__(self) -> None:
        """Refuse a figure nobody stands for."""
        if not self.figure.cites:
            raise StillHereError("publish/figure-without-source", name=self.figure.name)

    @property
    def cites(self) -> tuple[ReportId, ...]:
        """The reports behind it, sorted."""
        return self.figure.cites


@dataclass(frozen=True, slots=True)
class Backed:
    """Where words without a number rest on reports: only the mark is shown."""

    cites: tuple[ReportId, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A name or words of somebody else, as written."""

    text: str


@dataclass(frozen=True, slots=True)
class Day:
    """An ISO date or time."""

    iso: str


@dataclass(frozen=True, slots=True)
class Ours:
    """Words of our own, in English; said in the reader's language."""

    words: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A place with all its names side by side; the reader's language decides the order."""

    place: Place


@dataclass(frozen=True, slots=True)
class Told:
    """A finding, as a sentence."""

    finding: Finding


Part: TypeAlias = Cited | Backed | Named | Ours | Placed | Told | Day


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words with parts put in. Make one with `say`."""

    words: str
    parts: Mapping[str, Part] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse a number in the words, and words whose parts are missing."""
        pieces = list(Formatter().parse(self.words))
        literal = "".join(piece[0] for piece in pieces)
        if any(c.isdigit() for c in literal):
            raise StillHereError("publish/number-in-words", words=self.words)
        for _, name, _, _ in pieces:
            if name is not None:
                self.parts[name]

    @property
    def cites(self) -> tuple[ReportId, ...]:
        """Reports behind its parts, sorted."""
        backed = (p for p in self.parts.values() if isinstance(p, Cited | Backed))
        return tuple(sorted({report for part in backed for report in part.cites}))


def say(words: str, **parts: Part) -> Sentence:
    """A sentence.

    Args:
        words: With ``{name}`` where a part goes; no digits.
        **parts: By name.

    Raises:
        StillHereError: The words hold a digit.
    """
    return Sentence(words, parts)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of parts under a header; None shows as a dash: nothing known, or nobody."""

    header: tuple[str, ...]
    rows: tuple[tuple[Part | None, ...], ...]


Block: TypeAlias = Sentence | Table


@dataclass(frozen=True, slots=True)
class Section:
    """A heading (on the public brief often a question) and what stands under it."""

    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A document before it is released.

    Attributes:
        title: What it is, in words.
        region: All names of the region, as the operation writes it.
        as_of: ISO date or time of its picture.
        audience: Who may read it, in words.
        sections: In order.
        labels: What the readers may know sources as; None where they may know their
            names and the number of their reports.
    """

    title: str
    region: str
    as_of: str
    audience: str
    sections: tuple[Section, ...]
    labels: Mapping[str, Named | Ours] | None = None

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Everything under its headings, in order."""
        return tuple(block for section in self.sections for block in section.blocks)
