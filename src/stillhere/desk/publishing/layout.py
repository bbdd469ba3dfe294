"""A page of `publish` laid out for the desk: words in order, each number with its way back."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from stillhere.desk.figures import Asked, address_of
from stillhere.ledger import Picture
from stillhere.publish import Page, Written
from stillhere.publish.figures import met
from stillhere.publish.sentences import Backed, Block, Cited, Part, Sentence
from stillhere.reports import ReportId
from stillhere.vocabulary import Voice

SOURCES = "#sources"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words, and where a number or mark among them leads; empty for plain words."""

    text: str
    address: str = ""


Cell = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class LaidBlock:
    """A sentence, or a table where there is a header."""

    sentence: Cell = ()
    header: tuple[str, ...] = ()
    rows: tuple[tuple[tuple[str, Cell], ...], ...] = ()


@dataclass(frozen=True, slots=True)
class LaidSection:
    """A heading and what stands under it."""

    heading: str
    blocks: tuple[LaidBlock, ...]


@dataclass(frozen=True, slots=True)
class Laid:
    """A page in the words of one voice.

    Attributes:
        title, head: What it is; its region, date and readers.
        sections: In order.
        sources: Numbered, in words.
    """

    title: str
    head: str
    sections: tuple[LaidSection, ...]
    sources: list[tuple[int, str]]


def laid_out(page: Page, picture: Picture, voice: Voice) -> Laid:
    """The page of a picture, every number with the address of the reports behind it."""
    written = Written(page, picture, voice)
    layout = _Layout(written, picture)
    sections = tuple(
        LaidSection(written.words(s.heading), tuple(map(layout.block, s.blocks)))
        for s in page.sections
    )
    title = written.words(page.title)
    return Laid(title, written.head(), sections, written.sources())


class _Layout:
    def __init__(self, written: Written, picture: Picture) -> None:
        self._written, self._picture = written, picture
        self._met = met(picture).cites

    def block(self, block: Block) -> LaidBlock:
        """A sentence or a table."""
        if isinstance(block, Sentence):
            return LaidBlock(sentence=tuple(self._sentence(block)))
        header = tuple(self._written.words(head) for head in block.header)
        rows = (tuple(map(self._cell, row)) for row in block.rows)
        pairs = tuple(tuple(zip(header, row, strict=True)) for row in rows)
        return LaidBlock(header=header, rows=pairs)

    def _sentence(self, sentence: Sentence) -> Iterator[Piece]:
        for piece in self._written.pieces(sentence):
            yield Piece(piece) if isinstance(piece, str) else self._part(piece)

    def _cell(self, part: Part | None) -> Cell:
        return (Piece("–"),) if part is None else (self._part(part),)

    def _part(self, part: Part) -> Piece:
        text = self._written.part(part)
        if isinstance(part, Cited):
            return Piece(text, address_of(self._picture, part.figure))
        if isinstance(part, Backed):
            return Piece(text, self._behind(part.cites))
        return Piece(text)

    def _behind(self, cites: tuple[ReportId, ...]) -> str:
        """Where the reports behind words without a number stand."""
        if len(cites) == 1:
            return reverse("report", args=cites)
        return Asked("met").address if cites == self._met else SOURCES
