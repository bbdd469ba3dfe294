import importlib
import inspect
import pkgutil
import re
from enum import StrEnum

import pytest

import stillhere
from scripts import reference
from stillhere import vocabulary
from stillhere.errors import CATALOGUE
from stillhere.vocabulary import ReportKind

MODULES = ["stillhere", *(f"stillhere.{room}" for room in reference.rooms())]

CODES = [n for n in sorted(vocabulary.__all__) if inspect.isclass(vars(vocabulary)[n])]
CODES = [n for n in CODES if issubclass(vars(vocabulary)[n], StrEnum)]


@pytest.fixture(scope="module")
def written() -> dict[str, str]:
    folder = reference.FOLDER
    return {p.name: p.read_text(encoding="utf-8") for p in folder.glob("*.md")}


def test_generated_pages_are_those_the_code_would_write(
    written: dict[str, str],
) -> None:
    stale = [name for name, text in reference.pages().items() if written[name] != text]
    assert stale == [], "run `make docs` and commit what it wrote"


def test_every_error_code_is_documented(written: dict[str, str]) -> None:
    missing = [
        code for code in CATALOGUE if f"- `{code}`: " not in written["errors.md"]
    ]
    assert missing == []


def test_every_kind_of_report_says_what_it_is_about(written: dict[str, str]) -> None:
    meanings = reference.member_texts(ReportKind)
    assert set(meanings) == {kind.name for kind in ReportKind}
    assert all(f"| `{kind.value}` | " in written["kinds.md"] for kind in ReportKind)


@pytest.mark.parametrize("name", CODES)
def test_every_code_of_the_vocabulary_is_documented(
    name: str, written: dict[str, str]
) -> None:
    assert all(f"`{code}`" in written["kinds.md"] for code in getattr(vocabulary, name))


@pytest.mark.parametrize("module", MODULES)
def test_every_public_name_is_documented(module: str, written: dict[str, str]) -> None:
    page = written["library.md"].partition(f"\n## {module}\n")[2].partition("\n## ")[0]
    names = reference.public_names(importlib.import_module(module))
    assert [name for name in names if f"\n### {name}\n" not in page] == []


@pytest.mark.parametrize("module", MODULES)
def test_every_public_class_and_function_has_a_docstring_of_its_own(
    module: str,
) -> None:
    found = importlib.import_module(module)
    bare = []
    for name in reference.public_names(found):
        value = getattr(found, name)
        if inspect.isclass(value) or inspect.isfunction(value):
            text = value.__doc__ or ""
            if not text or text.startswith(f"{name}("):
                bare.append(name)
    assert bare == []


def test_every_setting_is_documented(written: dict[str, str]) -> None:
    source = reference.ROOT / "src"
    read = {
        name
        for path in source.rglob("*.py")
        for name in re.findall(r"\bSTILLHERE_[A-Z_]+", path.read_text(encoding="utf-8"))
    }
    pages = "\n".join(written.values())
    assert sorted(name for name in read if f"`{name}`" not in pages) == []


def test_every_room_is_placed_in_a_layer() -> None:
    exist = {m.name for m in pkgutil.iter_modules(stillhere.__path__)}
    assert exist - {"__main__"} == set(reference.rooms())


def test_every_command_and_option_says_what_it_is_for() -> None:
    app = importlib.import_module("stillhere.cli").app
    top = importlib.import_module("typer.main").get_command(app)
    silent = []
    for path, command in reference.commands(top, "stillhere"):
        if not command.help:
            silent.append(path)
        silent += [
            f"{path} {parameter.name}"
            for parameter in command.params
            if not getattr(parameter, "help", None)
        ]
    assert silent == []
