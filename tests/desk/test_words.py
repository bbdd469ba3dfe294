"""No template says a word that no catalogue could translate."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.template.base import Lexer, TokenType

import stillhere.desk

TEMPLATES = sorted((Path(stillhere.desk.__file__).parent / "templates").rglob("*.html"))
NAMES = {"Still Here"}
SAID = ("title", "alt", "aria-label", "placeholder", "label")
LETTER = re.compile(r"[^\W\d_]{2,}", re.UNICODE)


class Words(HTMLParser):
    """Collects what a person would read: text, and attributes that are shown."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._within = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._within = tag
        self.found += [value or "" for name, value in attrs if name in SAID]

    def handle_endtag(self, _tag: str) -> None:
        self._within = ""

    def handle_data(self, data: str) -> None:
        if self._within not in {"script", "style", "kbd"}:
            self.found.append(data)


def untranslated(text: str) -> Iterator[str]:
    """Words of a template that stand outside every translating tag."""
    kept, depth = [], 0
    for token in Lexer(text).tokenize():
        word = token.contents.split(" ")[0] if token.contents else ""
        block = token.token_type is TokenType.BLOCK
        if block and word in {"comment", "blocktranslate"}:
            depth += 1
        elif block and word in {"endcomment", "endblocktranslate"}:
            depth -= 1
        elif token.token_type is TokenType.TEXT and not depth:
            kept.append(token.contents)
        elif token.token_type is not TokenType.TEXT:
            kept.append(" 0 ")
    reader = Words()
    reader.feed("".join(kept))
    for piece in reader.found:
        plain = piece.strip()
        for name in NAMES:
            plain = plain.replace(name, "")
        if LETTER.search(plain):
            yield piece.strip()


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda f: f.name)
def test_every_word_of_a_template_can_be_translated(file: Path) -> None:
    assert list(untranslated(file.read_text(encoding="utf-8"))) == []


def test_a_bare_word_is_found_and_a_translated_one_is_not() -> None:
    assert list(untranslated("<p>Bare</p>")) == ["Bare"]
    assert list(untranslated('<p title="Bare"></p>')) == ["Bare"]
    assert list(untranslated('<p>{% translate "Said" %} 5</p>')) == []
    said = "{% blocktranslate trimmed %}Said{% endblocktranslate %}"
    assert list(untranslated(f"<p>{said}</p>")) == []
