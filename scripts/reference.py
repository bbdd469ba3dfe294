"""Write the reference pages that are read from the code: `make docs`.

`pages()` gives every page as text; a test compares them with what lies in the folder, so
that no error, kind, command or public name goes undocumented.
"""

import ast
import importlib
import inspect
import re
import sys
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import StrEnum
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any, Protocol

from stillhere import vocabulary
from stillhere.errors import CATALOGUE
from stillhere.reports import statements
from stillhere.vocabulary import ReportKind
from stillhere.vocabulary.fields import Field as Meaning

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "reference"
NOTE = "<!-- Written by `make docs` from the code. Change the code, not this page. -->"


class Parameter(Protocol):
    """What is read of an argument or option of the command line."""

    name: str
    opts: list[str]
    secondary_opts: list[str]
    default: object
    required: bool
    param_type_name: str
    help: str | None


class Command(Protocol):
    """What is read of a command."""

    help: str | None
    hidden: bool
    params: list[Parameter]


def pages() -> dict[str, str]:
    """Every generated page, file name to text."""
    found = {
        "errors.md": errors_page(),
        "kinds.md": kinds_page(),
        "library.md": library_page(),
    }
    if find_spec("stillhere.cli") is not None:
        found["cli.md"] = commands_page()
    return found


def rooms() -> list[str]:
    """The rooms that exist, in the order data flows, lowest first."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    names = [name for layer in reversed(layers) for name in re.findall(r"\w+", layer)]
    return [name for name in names if _is_room(name)]


def _is_room(name: str) -> bool:
    spec = find_spec(f"stillhere.{name}")
    return spec is not None and spec.origin is not None


def errors_page() -> str:
    """Every code with its sentence, by room."""
    lines = [
        "# Errors and findings",
        NOTE,
        "",
        "A finding is something wrong in the data, told beside the result; an error stops",
        "one command. Each has a code that never changes its meaning. Words in braces are",
        "filled in.",
    ]
    for room in dict.fromkeys(code.partition("/")[0] for code in CATALOGUE):
        lines += ["", f"## {room}", ""]
        codes = sorted(code for code in CATALOGUE if code.startswith(f"{room}/"))
        lines += [f"- `{code}`: {CATALOGUE[code]}" for code in codes]
    return _text(lines)


def kinds_page() -> str:
    """Kinds of report, what a statement of each holds, and every code list."""
    lines = ["# Kinds, statements and codes", NOTE, "", "## Kinds of report", ""]
    lines += ["| kind | what it is about | claim or decision |", "|---|---|---|"]
    meanings = member_texts(ReportKind)
    for kind in ReportKind:
        role = "decision" if kind.decides else "claim"
        lines.append(f"| `{kind.value}` | {meanings.get(kind.name, '')} | {role} |")
    lines += ["", "## Statements", "", "What is read from a report and its profile."]
    for name in statements.__all__:
        found = getattr(statements, name)
        if isinstance(found, type) and is_dataclass(found):
            lines += ["", *_statement(found)]
    lines += ["", "## Codes", ""]
    for name in sorted(vocabulary.__all__):
        found = getattr(vocabulary, name)
        codes = isinstance(found, type) and issubclass(found, StrEnum)
        if codes and found is not ReportKind:
            lines.append(f"- **{name}** ({_summary(found)}) {_codes(found)}")
    lines += ["", "## Meanings of a column", "", _summary(Meaning), "", _codes(Meaning)]
    return _text(lines)


def _statement(found: type[Any]) -> Iterator[str]:
    yield f"### {found.__name__}"
    yield ""
    yield from inspect.cleandoc(found.__doc__ or "").splitlines()
    yield ""
    yield "| field | type | where nothing is stated |"
    yield "|---|---|---|"
    for field in fields(found):
        yield f"| {field.name} | {_type_name(field.type)} | {_default(field)} |"


def _default(field: Field[Any]) -> str:
    if field.default is MISSING:
        return "always stated"
    return f"`{field.default!r}`" if not is_dataclass(field.default) else "nowhere"


def _type_name(found: object) -> str:
    name = getattr(found, "__name__", "") if isinstance(found, type) else str(found)
    return re.sub(r"\b\w+(?:\.\w+)*\.(\w+)", r"\1", name).replace("|", "or")


def member_texts(found: type[StrEnum]) -> dict[str, str]:
    """The text below each member of an enumeration, by member name."""
    body = ast.parse(inspect.getsource(found)).body[0]
    texts: dict[str, str] = {}
    if isinstance(body, ast.ClassDef):
        for member, below in pairwise(body.body):
            match member, below:
                case (
                    ast.Assign(targets=[ast.Name(id=name)]),
                    ast.Expr(value=ast.Constant(value=str(text))),
                ):
                    texts[name] = text
    return texts


def _codes(found: type[StrEnum]) -> str:
    return ", ".join(f"`{code.value}`" for code in found)


def library_page() -> str:
    """What `stillhere` and each room offer, with the text of each docstring."""
    lines = ["# Library", NOTE, ""]
    for name in ("stillhere", *(f"stillhere.{room}" for room in rooms())):
        module = importlib.import_module(name)
        lines += [f"## {name}", "", *(inspect.getdoc(module) or "").splitlines(), ""]
        for public in public_names(module):
            lines += [*_public(public, getattr(module, public)), ""]
    return _text(lines)


def public_names(module: ModuleType) -> list[str]:
    """The names a module offers, sorted; empty where it lists none."""
    return sorted(getattr(module, "__all__", ()))


def _public(name: str, found: object) -> Iterator[str]:
    yield f"### {name}"
    yield ""
    if not (inspect.isclass(found) or inspect.isroutine(found)):
        yield f"A constant: {_type_name(type(found))}."
        return
    yield "```text"
    if inspect.isroutine(found):
        yield from (_signature(name, found), "")
    yield from (inspect.getdoc(found) or "").splitlines()
    yield "```"
    yield from _members(found)


def _members(found: object) -> Iterator[str]:
    if not inspect.isclass(found) or issubclass(found, StrEnum):
        return
    for name, member in sorted(vars(found).items()):
        offered = member.fget if isinstance(member, property) else member
        offered = getattr(offered, "__func__", offered)
        if name.startswith("_") or not inspect.isfunction(offered):
            continue
        call = name if isinstance(member, property) else _signature(name, offered)
        yield f"- `{call}`: {_summary(offered)}"


def _signature(name: str, found: Callable[..., object]) -> str:
    """The call as one writes it, types by their last name."""
    text = re.sub(r"\b(?:\w+\.)+(\w+)", r"\1", str(inspect.signature(found)))
    text = re.sub(r"<(?:built-in method|\w+) ([\w.<>]+)[\w ]* at 0x\w+>", r"\1", text)
    return name + re.sub(r"\((?:self|cls)(?:, )?", "(", text, count=1)


def _summary(found: object) -> str:
    """The first paragraph of its docstring, on one line."""
    return " ".join((inspect.getdoc(found) or "").partition("\n\n")[0].split())


def commands_page() -> str:
    """Every command with its arguments and options."""
    typer_main = importlib.import_module("typer.main")
    app = importlib.import_module("stillhere.cli").app
    lines = ["# Commands", NOTE]
    for path, command in commands(typer_main.get_command(app), "stillhere"):
        lines += [
            "",
            f"## {path}",
            "",
            *inspect.cleandoc(command.help or "").split("\n"),
        ]
        rows = [_parameter(p) for p in command.params if p.name != "help"]
        if rows:
            lines += [
                "",
                "| argument or option | meaning | unless given |",
                "|---|---|---|",
            ]
            lines += rows
    return _text(lines)


def commands(command: Command, path: str) -> Iterator[tuple[str, Command]]:
    """The command and all below it, each with the words that call it."""
    yield path, command
    for name, below in sorted(getattr(command, "commands", {}).items()):
        if not below.hidden:
            yield from commands(below, f"{path} {name}")


def _parameter(parameter: Parameter) -> str:
    option = parameter.param_type_name == "option"
    names = [*parameter.opts, *parameter.secondary_opts]
    name = ", ".join(names) if option else parameter.name.upper()
    meaning = " ".join((getattr(parameter, "help", None) or "").split())
    default = "" if parameter.default is None else f"`{parameter.default}`"
    unless = "must be given" if parameter.required else default
    return f"| `{name}` | {meaning} | {unless} |"


def _text(lines: list[str]) -> str:
    return "\n".join(line.rstrip() for line in lines).rstrip() + "\n"


def main() -> int:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        path = FOLDER / name
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            print(f"wrote docs/reference/{name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
