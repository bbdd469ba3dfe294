import os
from gettext import GNUTranslations
from pathlib import Path

import pytest
from babel import Locale

from scripts import catalogues
from scripts.catalogues import (
    PLURALS,
    Catalogue,
    complaints,
    merged,
    path_of,
    read,
    update,
    written,
)
from scripts.compile_catalogues import compile_all

MESSAGES = [
    ("", "{number} row", "{number} rows"),
    ("", "Row {row} of {file} is kept.", ""),
    ("a door", "Open", ""),
]
RUSSIAN = {
    MESSAGES[0]: ("{number} строка", "{number} строки", "{number} строк"),
    MESSAGES[1]: ("Строка {row} из {file} сохранена.",),
    MESSAGES[2]: ("Открыть",),
}


@pytest.fixture
def locale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Catalogues of a program of three messages; the Russian one is whole."""
    monkeypatch.setattr(catalogues, "messages", lambda: sorted(MESSAGES))
    _write(tmp_path, Catalogue("ru", RUSSIAN))
    return tmp_path


def _write(locale: Path, catalogue: Catalogue) -> None:
    path = path_of(catalogue.language, locale)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(written(catalogue), encoding="utf-8")


def _changed(locale: Path, **forms: tuple[str, ...]) -> list[str]:
    one = next(key for key in MESSAGES if key[1].startswith(next(iter(forms))))
    _write(locale, Catalogue("ru", {**RUSSIAN, one: next(iter(forms.values()))}))
    return list(complaints("ru", locale))


def test_what_was_written_reads_back_equal(locale: Path) -> None:
    assert read("ru", locale) == Catalogue("ru", RUSSIAN)
    assert list(complaints("ru", locale)) == []


def test_an_update_of_a_whole_catalogue_changes_no_byte(locale: Path) -> None:
    before = path_of("ru", locale).read_bytes()
    assert "ru: 3 messages, 0 to translate" in list(update(locale))
    assert path_of("ru", locale).read_bytes() == before


def test_an_update_keeps_words_and_leaves_new_messages_empty(locale: Path) -> None:
    assert "hy: 3 messages, 3 to translate" in list(update(locale))
    assert len(list(complaints("hy", locale))) == 3
    assert "make i18n" in next(complaints("hy", locale))


def test_a_message_the_program_lost_is_dropped() -> None:
    known = Catalogue("ru", {**RUSSIAN, ("", "Gone.", ""): ("Ушло.",)})
    assert merged(known, MESSAGES).forms == RUSSIAN


def test_an_obsolete_message_is_a_complaint(locale: Path) -> None:
    _write(locale, Catalogue("ru", {**RUSSIAN, ("", "Gone.", ""): ("Ушло.",)}))
    assert "does not hold the words of the program" in next(complaints("ru", locale))


def test_a_place_for_a_value_that_is_lost_is_a_complaint(locale: Path) -> None:
    (said,) = _changed(locale, Row=("Строка {row} сохранена.",))
    assert "{file}" in said


def test_a_form_too_few_is_a_complaint(locale: Path) -> None:
    forms = ("{number} строка", "{number} строки", "")
    assert _changed(locale, **{"{number}": forms})


def test_words_in_another_script_are_a_complaint(locale: Path) -> None:
    assert _changed(locale, Open=("Open",)) == [
        "ru: no CYRILLIC letter in the words for 'Open'."
    ]


def test_a_fuzzy_translation_counts_as_none(locale: Path) -> None:
    path = path_of("ru", locale)
    path.write_text(path.read_text().replace("msgctxt", "#, fuzzy\nmsgctxt"))
    assert any("not translated: 'Open'" in said for said in complaints("ru", locale))


def test_catalogues_are_compiled_once_and_again_when_words_are_newer(
    locale: Path,
) -> None:
    (compiled,) = compile_all(locale)
    with compiled.open("rb") as file:
        spoken = GNUTranslations(file)
    assert spoken.pgettext("a door", "Open") == "Открыть"
    assert spoken.ngettext("{number} row", "{number} rows", 22) == "{number} строки"
    words = path_of("ru", locale)
    os.utime(words, (1, 1))
    assert list(compile_all(locale)) == []
    os.utime(words, (2**31, 2**31))
    assert list(compile_all(locale)) == [compiled]


@pytest.mark.parametrize("language", sorted(PLURALS))
def test_plural_forms_are_those_of_cldr_for_whole_numbers(language: str) -> None:
    count, rule = PLURALS[language]
    theirs = Locale.parse(language).plural_form
    ours = compile(_python(rule), "rule", "eval")
    pairs = {(eval(ours, {"n": n}), theirs(n)) for n in range(1500)}  # noqa: S307
    assert len(pairs) == count
    assert len({name for _, name in pairs}) == count


def _python(rule: str) -> str:
    """A rule of gettext, which is C, as Python."""
    text = rule.strip("()").replace("&&", " and ").replace("||", " or ")
    parts = [part.split("?") for part in text.split(":")]
    if len(parts) == 1:
        return f"int({text})"
    (one, first), (few, second), (rest,) = parts
    return f"({first} if {one} else ({second} if {few} else {rest}))"
