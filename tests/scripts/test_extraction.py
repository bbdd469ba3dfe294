import io
from pathlib import Path
from typing import Any

import pytest

from scripts.extraction import (
    KEYWORDS,
    SOURCE,
    core_words,
    django_template,
    messages,
)
from stillhere.errors import CATALOGUE
from stillhere.vocabulary import Status, in_words


def core(text: str) -> list[Any]:
    return [found[2] for found in core_words(io.BytesIO(text.encode()))]


def template(text: str) -> list[Any]:
    file = io.BytesIO(text.encode())
    file.name = "page.html"
    return [found[2] for found in django_template(file, KEYWORDS, ())]


def test_a_marked_table_gives_its_words_and_not_its_keys() -> None:
    table = 'A = {  # said to readers\n  "key": "Words "\n  "in two parts.",\n}\n'
    assert core(table) == ["Words in two parts."]
    assert core(table.replace("# said", "# told")) == []


def test_the_mark_may_stand_where_the_table_ends() -> None:
    assert core('A = (\n  "One",\n  "Two",\n)  # said to readers\n') == ["One", "Two"]


def test_wordings_of_findings_need_no_mark() -> None:
    assert core('WORDING: dict[str, str] = {"a/b": "It is {x}."}') == ["It is {x}."]


def test_calls_give_their_first_words_and_both_of_a_choice() -> None:
    text = 'say("One {x}.", x=Named("no"))\nOurs("a" if b else "c")\nprint("no")'
    assert sorted(core(text)) == ["One {x}.", "a", "c"]


def test_counted_words_give_both_forms() -> None:
    assert core('Counted("{number} day", "{number} days")') == [
        ("{number} day", "{number} days")
    ]


@pytest.mark.parametrize("glued", ['say(f"{a}: b")', 'say("a" + b)'])
def test_a_sentence_glued_together_is_refused(glued: str) -> None:
    with pytest.raises(SyntaxError, match="glued together"):
        core(glued)


def test_a_template_gives_words_whatever_stands_around_them() -> None:
    page = """{% load i18n %}
      <p title="{% translate 'A title' %}">it's
    {% blocktranslate trimmed count counter=n %}
        {{ counter }} row{% plural %}
        {{ counter }} rows
    {% endblocktranslate %}
   {% translate "Open" context "a door" %} (  </p>"""
    assert template(page) == [
        "A title",
        ("%(counter)s row", "%(counter)s rows", None),
        ("a door", "Open"),
    ]


def test_the_whole_program_is_looked_through() -> None:
    found = {words for _, words, _ in messages()}
    assert set(CATALOGUE.values()) <= found
    assert {in_words(status) for status in Status} <= found
    assert "Skip to the content" in found
    assert "Are people still there?" in found
    assert "No stops for this team. Call the desk." in found


def test_a_new_message_is_found_where_it_is_written(tmp_path: Path) -> None:
    page = tmp_path / "desk" / "templates" / "desk" / "page.html"
    page.parent.mkdir(parents=True)
    page.write_text('{% load i18n %}{% translate "New here" %}')
    (tmp_path / "desk" / "views.py").write_text('_("Said late")\nngettext("a", "b", 2)')
    (tmp_path / "cli").mkdir()
    (tmp_path / "cli" / "screen.py").write_text('say("Only in a terminal")')
    assert messages(tmp_path) == [
        ("", "New here", ""),
        ("", "Said late", ""),
        ("", "a", "b"),
    ]
    assert messages(SOURCE) != []
