"""A page as Markdown, HTML or plain text, in the words of the voice that is passed in.

Every page of paper says that it is a draft.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib.resources import files
from string import Formatter
from textwrap import wrap

from jinja2 import Environment, StrictUndefined, Template

from stillhere.errors import CATALOGUE
from stillhere.ledger import Picture
from stillhere.plan.place_names import all_names
from stillhere.publish.amounts import amount, reports
from stillhere.publish.sentences import (
    Backed,
    Block,
    Cited,
    Day,
    Named,
    Ours,
    Page,
    Part,
    Placed,
    Sentence,
    Table,
    Told,
)
from stillhere.publish.sourcing import Source, Sourcing
from stillhere.vocabulary import ENGLISH, Language, Voice, worded

DRAFT = worded("Draft, not released")
_SOURCES = worded("Sources")
_PAPER = worded("{number} of {total}")
_WIDTH = 78
_LINES = 58
_MARKS_OF_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~])")


def markdown(page: Page, picture: Picture, voice: Voice = ENGLISH) -> str:
    """The page in Markdown; the mark of a draft stands under every heading."""
    written = Written(page, picture, voice, escape=_escaped)
    draft = voice.text(DRAFT)
    lines = [f"# {written.words(page.title)}", "", f"**{draft}.**", "", written.head()]
    for section in page.sections:
        lines += ["", f"## {written.words(section.heading)}", "", f"*{draft}*"]
        for block in section.blocks:
            lines += ["", *_markdown_block(block, written)]
    lines += ["", f"## {written.words(_SOURCES)}", "", f"*{draft}*", ""]
    lines += [f"- [{n}] {_escaped(said)}" for n, said in written.sources()]
    return "\n".join(lines) + "\n"


def text(page: Page, picture: Picture, voice: Voice = ENGLISH) -> str:
    """The page as plain text, in sheets of paper parted by form feeds."""
    written = Written(page, picture, voice)
    title = written.words(page.title)
    lines = [_loud(title, voice), "", *_wrapped([written.head()])]
    for section in page.sections:
        lines += ["", _loud(written.words(section.heading), voice), ""]
        for block in section.blocks:
            lines += list(_wrapped(_text_block(block, written)))
    lines += ["", _loud(written.words(_SOURCES), voice), ""]
    lines += list(_wrapped(f"[{n}] {said}" for n, said in written.sources()))
    papers = [lines[n : n + _LINES] for n in range(0, len(lines), _LINES)]
    draft = f"{_loud(written.words(DRAFT), voice)}   {title}"
    numbered = written.words(_PAPER)
    return "\f".join(
        "\n".join(
            [
                f"{draft}   {numbered.format(number=n, total=len(papers))}",
                "",
                *paper,
                "",
            ]
        )
        for n, paper in enumerate(papers, start=1)
    )


def _loud(words: str, voice: Voice) -> str:
    """Capitals, in the one language in which they follow from the letters alone."""
    return words.upper() if voice.language is Language.EN else words


def html(page: Page, picture: Picture, voice: Voice = ENGLISH) -> str:
    """The page in HTML; in print the mark of a draft runs over every sheet."""
    written = Written(page, picture, voice)
    sections = [
        (
            written.words(section.heading),
            [
                (None, written.sentence(block))
                if isinstance(block, Sentence)
                else ((_header(block, written), [*map(written.row, block.rows)]), "")
                for block in section.blocks
            ],
        )
        for section in page.sections
    ]
    return _template().render(
        language=voice.language.value,
        title=written.words(page.title),
        draft=written.words(DRAFT),
        head=written.head(),
        sections=sections,
        sources_heading=written.words(_SOURCES),
        sources=written.sources(),
    )


class Written:
    """A page in words of one voice, with the numbers of its sources."""

    def __init__(
        self,
        page: Page,
        picture: Picture,
        voice: Voice = ENGLISH,
        escape: Callable[[str], str] = str,
    ) -> None:
        """Number the sources.

        Args:
            page: In English.
            picture: It was made from.
            voice: Says it.
            escape: Makes words of others harmless where the page is written.
        """
        self._page, self._voice = page, voice
        self._sourcing = Sourcing(page, picture)
        self._escape = escape

    def sources(self) -> list[tuple[int, str]]:
        """Numbered sources, in words."""
        return [(s.number, self._of_source(s)) for s in self._sourcing.sources]

    def words(self, text: str) -> str:
        """A title, a heading, the head of a column."""
        return self._escape(self._voice.text(text))

    def head(self) -> str:
        """What stands under the title: region, date, who may read it."""
        region = self._escape(clean(self._page.region))
        date = self._voice.day(self._page.as_of)
        as_of = self._voice.text(worded("As of {day}.")).format(day=date)
        return f"{region}. {as_of} {self._voice.text(self._page.audience)}"

    def pieces(self, sentence: Sentence) -> list[str | Part]:
        """Words and parts of a sentence, in the order in which the voice says them."""
        found: list[str | Part] = []
        for words, name, _, _ in Formatter().parse(self._voice.text(sentence.words)):
            if words:
                found.append(words)
            if name is not None:
                found.append(sentence.parts[name])
        return found

    def sentence(self, sentence: Sentence) -> str:
        """A sentence with everything put in."""
        said = self.pieces(sentence)
        return "".join(p if isinstance(p, str) else self.part(p) for p in said)

    def row(self, row: tuple[Part | None, ...]) -> list[str]:
        """The cells of a row of a table."""
        return ["–" if part is None else self.part(part) for part in row]

    def part(self, part: Part) -> str:
        """A part in words; a figure and what is backed by reports with their mark."""
        if isinstance(part, Backed):
            return self._sourcing.mark(part.cites)
        if isinstance(part, Cited):
            said = self._escape(clean(amount(part.figure, part.unit, self._voice)))
            return f"{said} {self._sourcing.mark(part.cites)}"
        return self._escape(clean(self._plain(part)))

    def _plain(self, part: Named | Ours | Placed | Told | Day) -> str:
        voice = self._voice
        match part:
            case Named(text):
                return text
            case Ours(words):
                return voice.text(words)
            case Placed(place):
                return all_names(place, voice.language)
            case Day(iso):
                return voice.day(clean(iso))
            case Told(finding):
                words = voice.text(CATALOGUE[finding.code])
                return words.format(**dict(finding.values))

    def _of_source(self, source: Source) -> str:
        voice, labels = self._voice, self._page.labels
        said = self._label(source.name)
        if labels is None:
            said += f": {reports(source.reports, voice)}"
        first, last = source.first[:10], source.last[:10]
        if first and first == last:
            words = voice.text(worded("dated {day}"))
            said += ", " + words.format(day=voice.day(clean(first)))
        elif first:
            words = voice.text(worded("dated {first} to {last}"))
            days = [voice.day(clean(iso)) for iso in (first, last)]
            said += ", " + words.format(first=days[0], last=days[1])
        if not source.retells:
            return said
        words = voice.text(worded("repeats {source}"))
        return f"{said} ({words.format(source=self._label(source.retells))})"

    def _label(self, source: str) -> str:
        known = (self._page.labels or {}).get(source, Named(source))
        return clean(self._plain(known))


def clean(text: str) -> str:
    """Words of somebody else on one line, without signs that steer a screen."""
    kept = (" " if c.isspace() else c for c in text)
    return "".join(c for c in kept if unicodedata.category(c) not in ("Cc", "Cf"))


def _escaped(text: str) -> str:
    return _MARKS_OF_MARKDOWN.sub(r"\\\1", text)


def _markdown_block(block: Block, written: Written) -> Iterator[str]:
    if isinstance(block, Sentence):
        yield written.sentence(block)
        return
    yield f"| {' | '.join(_header(block, written))} |"
    yield "|" + "---|" * len(block.header)
    for row in block.rows:
        yield f"| {' | '.join(written.row(row))} |"


def _text_block(block: Block, written: Written) -> Iterator[str]:
    if isinstance(block, Sentence):
        yield written.sentence(block)
        return
    for row in block.rows:
        cells = zip(_header(block, written), written.row(row), strict=True)
        yield "- " + "; ".join(f"{head}: {cell}" for head, cell in cells)


def _header(table: Table, written: Written) -> list[str]:
    return [written.words(head) for head in table.header]


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
