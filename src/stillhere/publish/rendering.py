"""A page as Markdown, HTML or plain text. Every page of paper says that it is a draft."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from textwrap import wrap

from jinja2 import Environment, StrictUndefined, Template

from stillhere.ledger import Picture
from stillhere.publish.dates import spoken
from stillhere.publish.sentences import (
    Backed,
    Block,
    Cited,
    Day,
    Page,
    Part,
    Sentence,
)
from stillhere.publish.sourcing import Source, Sourcing

DRAFT = "Draft, not released"
_ONE = {"people": "person"}
_WIDTH = 78
_LINES = 58
_MARKS_OF_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~])")


def markdown(page: Page, picture: Picture) -> str:
    """The page in Markdown; the mark of a draft stands under every heading."""
    written = _Written(page, picture, escape=_escaped)
    lines = [f"# {_escaped(page.title)}", "", f"**{DRAFT}.**", "", *written.head()]
    for section in page.sections:
        lines += ["", f"## {_escaped(section.heading)}", "", f"*{DRAFT}*"]
        for block in section.blocks:
            lines += ["", *_markdown_block(block, written)]
    lines += ["", "## Sources", "", f"*{DRAFT}*", ""]
    lines += [f"- [{n}] {_escaped(said)}" for n, said in written.sources()]
    return "\n".join(lines) + "\n"


def text(page: Page, picture: Picture) -> str:
    """The page as plain text, in sheets of paper parted by form feeds."""
    written = _Written(page, picture)
    lines = [page.title.upper(), "", *_wrapped(written.head())]
    for section in page.sections:
        lines += ["", section.heading.upper(), ""]
        for block in section.blocks:
            lines += list(_wrapped(_text_block(block, written)))
    lines += ["", "SOURCES", ""]
    lines += list(_wrapped(f"[{n}] {said}" for n, said in written.sources()))
    papers = [lines[n : n + _LINES] for n in range(0, len(lines), _LINES)]
    total = len(papers)
    return "\f".join(
        "\n".join([f"{DRAFT.upper()}   {page.title}   {n} of {total}", "", *paper, ""])
        for n, paper in enumerate(papers, start=1)
    )


def html(page: Page, picture: Picture) -> str:
    """The page in HTML; in print the mark of a draft runs over every sheet."""
    written = _Written(page, picture)
    sections = [
        (
            section.heading,
            [
                (None, written.sentence(block))
                if isinstance(block, Sentence)
                else ((block.header, [written.row(r) for r in block.rows]), "")
                for block in section.blocks
            ],
        )
        for section in page.sections
    ]
    return _template().render(
        page=page,
        draft=DRAFT,
        head=written.head(),
        sections=sections,
        sources=written.sources(),
    )


class _Written:
    """Parts in words, with the numbers of their sources."""

    def __init__(
        self, page: Page, picture: Picture, escape: Callable[[str], str] = str
    ) -> None:
        self._page = page
        self._sourcing = Sourcing(page, picture)
        self._escape = escape

    def sources(self) -> list[tuple[int, str]]:
        labels = self._page.labels
        return [(s.number, _of_source(s, labels)) for s in self._sourcing.sources]

    def head(self) -> list[str]:
        region = self._escape(clean(self._page.region))
        date = spoken(self._page.as_of)
        return [f"{region}. As of {date}. {self._page.audience}"]

    def sentence(self, sentence: Sentence) -> str:
        parts = {name: self.part(part) for name, part in sentence.parts.items()}
        return sentence.words.format(**parts)

    def row(self, row: tuple[Part | None, ...]) -> list[str]:
        return ["–" if part is None else self.part(part) for part in row]

    def part(self, part: Part) -> str:
        if isinstance(part, Day):
            return spoken(clean(part.iso))
        if isinstance(part, Backed):
            return self._sourcing.mark(part.cites)
        if isinstance(part, Cited):
            one = part.figure.value == 1
            unit = _ONE.get(part.unit, part.unit) if one else part.unit
            pieces = (clean(part.figure.qualifier), f"{part.figure.value:,}", unit)
            said = " ".join(piece for piece in pieces if piece)
            return f"{self._escape(said)} {self._sourcing.mark(part.cites)}"
        return self._escape(clean(part.text))


def clean(text: str) -> str:
    """Words of somebody else on one line, without signs that steer a screen."""
    kept = (" " if c.isspace() else c for c in text)
    return "".join(c for c in kept if unicodedata.category(c) not in ("Cc", "Cf"))


def _escaped(text: str) -> str:
    return _MARKS_OF_MARKDOWN.sub(r"\\\1", text)


def _of_source(source: Source, labels: Mapping[str, str] | None) -> str:
    known = labels or {}
    said = clean(known.get(source.name, source.name))
    if labels is None:
        said += f": {source.reports:,} report{'s' if source.reports > 1 else ''}"
    if source.first:
        dates = " to ".join(dict.fromkeys((source.first[:10], source.last[:10])))
        said += f", dated {dates}"
    retold = clean(known.get(source.retells, source.retells))
    return f"{said} (repeats {retold})" if retold else said


def _markdown_block(block: Block, written: _Written) -> Iterator[str]:
    if isinstance(block, Sentence):
        yield written.sentence(block)
        return
    yield f"| {' | '.join(_escaped(h) for h in block.header)} |"
    yield "|" + "---|" * len(block.header)
    for row in block.rows:
        yield f"| {' | '.join(written.row(row))} |"


def _text_block(block: Block, written: _Written) -> Iterator[str]:
    if isinstance(block, Sentence):
        yield written.sentence(block)
        return
    for row in block.rows:
        cells = zip(block.header, written.row(row), strict=True)
        yield "- " + "; ".join(f"{head}: {cell}" for head, cell in cells)


def _wrapped(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        yield from wrap(line, _WIDTH, subsequent_indent="  ") or [""]


@cache
def _template() -> Template:
    source = files("stillhere.publish").joinpath("templates", "page.html.j2")
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string(source.read_text("utf-8"))
