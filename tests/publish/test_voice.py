"""Every word of our own on a page goes through the voice that says it."""

import html as markup
import re
from collections.abc import Callable

import pytest

from stillhere.ledger import Picture
from stillhere.plan import belief
from stillhere.publish import (
    Page,
    html,
    markdown,
    public_brief,
    situation_report,
    text,
)
from stillhere.vocabulary import Language, Voice
from tests.plan.town import ATLAS, RULES
from tests.publish.made import GAZETTEER, POOL, REGION, whole_picture

_PLACE = re.compile(r"(\{\w*\})")


def _strange(words: str) -> str:
    """Letters of another script in place of every letter that is no place's name."""
    parts = _PLACE.split(words)
    return "".join(p if p[:1] == "{" else re.sub(r"[^\W\d_]", "ж", p) for p in parts)


STRANGE = Voice(
    language=Language.RU,
    text=_strange,
    plural=lambda _one, many, _n: _strange(many),
    number=lambda number: f"№{number}",
    day=lambda iso: f"<{re.sub('[A-Z]', '', iso)}>",
)


def pages(picture: Picture) -> list[Page]:
    believed = belief(picture, ATLAS, RULES)
    return [
        public_brief(picture, GAZETTEER, REGION, hotline="112"),
        situation_report(picture, GAZETTEER, REGION, believed),
    ]


def data(picture: Picture) -> set[str]:
    """Latin words that somebody else wrote."""
    found = [REGION, *picture.sources]
    for report in POOL:
        found += map(str, report.fields.values())
    found += [name for place in GAZETTEER for name in place.names]
    found += [v for finding in picture.findings for _, v in finding.values]
    return {word for said in found for word in _latin(said)}


def _latin(text: str) -> set[str]:
    words = re.findall(r"[^\W\d_]{2,}", text)
    return {word for word in words if not word.isupper() and word[0].isascii()}


@pytest.mark.parametrize("form", [html, markdown, text])
def test_no_word_is_said_outside_the_voice(
    form: Callable[[Page, Picture, Voice], str],
) -> None:
    picture = whole_picture()
    known = data(picture)
    for page in pages(picture):
        said = form(page, picture, STRANGE)
        body = re.sub(r"<style>.*?</style>|<[^<>]*>", " ", said, flags=re.DOTALL)
        assert _latin(markup.unescape(body)) - known == set()
