"""Keep the catalogues of the desk: extract, merge, compile, and say what is wrong.

English is the source and has no catalogue. A catalogue holds every message of the program
in the order of the alphabet, without dates or places in the code, so that equal words give
equal bytes.
"""

import re
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import generate_po, read_po

from scripts.compile_catalogues import LOCALE, compile_all
from scripts.extraction import Key, messages

PLURALS = {
    "hy": (2, "(n > 1)"),
    "az": (2, "(n != 1)"),
    "ru": (
        3,
        "(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2)",
    ),
}
"""Number of forms and which is taken, for whole numbers. Source: CLDR 47, plurals; the
fourth Russian form is for fractions, which no message counts."""

LETTERS = {"hy": "ARMENIAN", "az": "LATIN", "ru": "CYRILLIC"}
"""What the words of a language are written in."""

NEXT = "Run 'make i18n', translate what is empty, and run it again."
_KEPT = ("Still Here", "CSV", "XLSX")
_PERCENT = re.compile(r"%\(\w+\)[sd]|%[sd]")
_TAG = re.compile(r"</?[a-z][^>]*>")


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The words of one language: per message its forms, one where nothing is counted."""

    language: str
    forms: Mapping[Key, tuple[str, ...]]


def path_of(language: str, locale: Path = LOCALE) -> Path:
    """Where the words of a language stand."""
    return locale / language / "LC_MESSAGES" / "django.po"


def read(language: str, locale: Path = LOCALE) -> Catalogue:
    """The catalogue as it stands, obsolete entries left out; empty where there is none."""
    path = path_of(language, locale)
    if not path.exists():
        return Catalogue(language, {})
    with path.open("rb") as file:
        known = read_po(file, locale=language, ignore_obsolete=True)
    return Catalogue(language, {_key(m): _forms(m) for m in known if m.id})


def _key(message: Message) -> Key:
    one, many = message.id if isinstance(message.id, tuple | list) else (message.id, "")
    return (message.context or "", one, many)


def _forms(message: Message) -> tuple[str, ...]:
    if message.fuzzy:
        return ("",)
    string = message.string
    return tuple(string) if isinstance(string, tuple | list) else (string or "",)


def merged(known: Catalogue, wanted: list[Key]) -> Catalogue:
    """Every wanted message with its translation, where one is known."""
    return Catalogue(
        known.language, {key: known.forms.get(key, ("",)) for key in wanted}
    )


def written(catalogue: Catalogue) -> str:
    """The catalogue as the text of a .po file."""
    count, rule = PLURALS[catalogue.language]
    words = Catalog(locale=catalogue.language)
    words.mime_headers = [("Plural-Forms", f"nplurals={count}; plural={rule};")]
    for (context, one, many), forms in sorted(catalogue.forms.items()):
        if many:
            all_forms = (*forms, *[""] * count)[:count]
            words.add((one, many), all_forms, context=context or None)
        else:
            words.add(one, forms[0], context=context or None)
    body = "".join(generate_po(words, omit_header=True, width=88))
    return (
        'msgid ""\nmsgstr ""\n'
        '"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Language: {catalogue.language}\\n"\n'
        f'"Plural-Forms: nplurals={count}; plural={rule};\\n"\n\n{body}'
    )


def update(locale: Path = LOCALE) -> Iterator[str]:
    """Bring all catalogues up to date; says of each how many messages lack words."""
    wanted = messages()
    for language in PLURALS:
        catalogue = merged(read(language, locale), wanted)
        path = path_of(language, locale)
        path.parent.mkdir(parents=True, exist_ok=True)
        text = written(catalogue)
        if not path.exists() or path.read_text("utf-8") != text:
            path.write_text(text, encoding="utf-8")
        empty = sum(not all(forms) for forms in catalogue.forms.values())
        yield f"{language}: {len(wanted)} messages, {empty} to translate"


def complaints(language: str, locale: Path = LOCALE) -> Iterator[str]:
    """What is wrong with a catalogue, one sentence each; none for a whole one."""
    known, wanted = read(language, locale), messages()
    if written(merged(known, wanted)) != path_of(language, locale).read_text("utf-8"):
        yield f"The catalogue {language} does not hold the words of the program. {NEXT}"
    for key, forms in merged(known, wanted).forms.items():
        if not all(forms) or (key[2] and len(forms) != PLURALS[language][0]):
            yield f"{language}: not translated: {key[1]!r}. {NEXT}"
        elif wrong := _mismatch(key, forms) or _foreign(key, forms, language):
            yield f"{language}: {wrong} in the words for {key[1]!r}."


def _mismatch(key: Key, forms: tuple[str, ...]) -> str:
    """What a translation must keep and does not; empty where it keeps all."""
    source = key[2] or key[1]
    for form in forms:
        if _signs(form) != _signs(source):
            return f"{sorted(_signs(form) ^ _signs(source))} differ"
        if form[:1].isspace() != source[:1].isspace() or "\n" in form.strip():
            return "blanks differ"
    return ""


def _foreign(key: Key, forms: tuple[str, ...], language: str) -> str:
    """Words without one letter of the language's own; empty where there are some."""
    if not _letters(key[1]):
        return ""
    own = LETTERS[language]
    written = (_letters(form) for form in forms)
    ours = all(own in scripts for scripts in written if scripts)
    return "" if ours else f"no {own} letter"


def _letters(text: str) -> set[str]:
    """Scripts of the words alone, without places for values and tags."""
    for sign in (*_signs(text), *_KEPT):
        text = text.replace(sign, "")
    return {unicodedata.name(c, "").partition(" ")[0] for c in text if c.isalpha()}


def _signs(text: str) -> set[str]:
    """Places for values, and tags."""
    marks = {*_PERCENT.findall(text), *_TAG.findall(text)}
    return marks | (set() if _PERCENT.search(text) else _named(text))


def _named(text: str) -> set[str]:
    try:
        return {f"{{{name}}}" for _, name, _, _ in Formatter().parse(text) if name}
    except ValueError:
        return {"a brace that has no other half"}


def main(what: str) -> int:
    """`update`, `compile` or `check`; gives the exit code."""
    if what == "check":
        wrong = [said for language in PLURALS for said in complaints(language)]
        print("\n".join(wrong) or "The catalogues are whole.")
        return bool(wrong)
    if what == "update":
        print("\n".join(update()))
    for compiled in compile_all():
        print(f"compiled {compiled.parts[-3]}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if sys.argv[1:] else "update"))
