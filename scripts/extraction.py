"""Where the words of the program stand, and how each kind of file is read for them.

Python of the desk by Babel's own extractor; templates of the desk through Django's
`templatize`; templates for paper by Jinja's extractor; sentences of the core by their
marks: tables named WORDING or marked ``# said to readers``, the calls `say`, `Ours`,
`worded` and `Counted`, and reasons that are passed to an error.
"""

import ast
import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, Any

from babel.messages.extract import (
    DEFAULT_KEYWORDS,
    extract_from_dir,
    extract_python,
)
from django.utils.translation.template import templatize

SOURCE = Path(__file__).parents[1] / "src" / "stillhere"
MARK = "# said to readers"
TABLES = frozenset({"WORDING"})
CALLS = frozenset({"say", "Ours", "worded"})
REASONED = frozenset({"_damaged", "_unreadable"})
PLURALS = frozenset({"Counted"})
KEYWORDS = {
    **DEFAULT_KEYWORDS,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
FILES = [
    ("desk/templates/**.html", "scripts.extraction:django_template"),
    ("desk/**.py", "python"),
    ("**/templates/**.j2", "jinja2.ext:babel_extract"),
    ("cli/**.py", "ignore"),
    ("exercise/**.py", "ignore"),
    ("**.py", "scripts.extraction:core_words"),
]
OPTIONS: dict[str, dict[str, Any]] = {
    "**/templates/**.j2": {"silent": "false", "trimmed": "true"}
}
Found = tuple[int, str | None, str | tuple[str, ...], list[str]]
Key = tuple[str, str, str]
"""Context, singular, plural; empty where there is none."""


def messages(source: Path = SOURCE) -> list[Key]:
    """Every message of the program, each once, sorted; files in which it stands aside.

    Raises:
        SyntaxError: A sentence is glued together, so that nobody could translate it.
    """
    found = extract_from_dir(
        source, method_map=FILES, options_map=OPTIONS, keywords=KEYWORDS
    )
    return sorted({_key(context, words) for _, _, words, _, context in found} - {_NONE})


_NONE: Key = ("", "", "")


def _key(context: str | None, words: object) -> Key:
    if isinstance(words, str):
        return (context or "", words, "")
    one, many = words if isinstance(words, Sequence) else (str(words), "")
    return (context or "", one, many)


def django_template(
    file: IO[bytes],
    keywords: Mapping[str, Any],
    comment_tags: Sequence[str],
    **_options: object,
) -> Iterator[Any]:
    """Messages of a template of Django, in the form Babel asks of an extractor."""
    written = templatize(file.read().decode("utf-8"), origin=str(file.name))
    # What is left of the page between its messages must not look like a block of Python.
    flat = "\n".join(line.lstrip() for line in written.splitlines())
    yield from extract_python(
        io.BytesIO(flat.encode()), keywords, comment_tags, {"encoding": "utf-8"}
    )


def core_words(file: IO[bytes], *_asked: object, **_options: object) -> Iterator[Found]:
    """Messages of a module of the core, in the form Babel asks of an extractor."""
    text = file.read().decode("utf-8")
    lines = text.splitlines()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Assign | ast.AnnAssign) and _marked(node, lines):
            yield from _of_table(node)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield from _of_call(node, node.func.id)
        for words in _reasons(node):
            yield (words.lineno, None, str(words.value), [])


def _marked(node: ast.Assign | ast.AnnAssign, lines: Sequence[str]) -> bool:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    names = {target.id for target in targets if isinstance(target, ast.Name)}
    ends = (node.lineno, node.end_lineno or node.lineno)
    marked = any(lines[line - 1].rstrip().endswith(MARK) for line in ends)
    return marked or bool(names & TABLES)


def _of_table(node: ast.Assign | ast.AnnAssign) -> Iterator[Found]:
    """Every text of a table that is not one of its keys."""
    table = node.value
    keys = [key for part in _parts(table, ast.Dict) for key in part.keys]
    for part in _parts(table, ast.Constant):
        if isinstance(part.value, str) and part not in keys:
            yield (part.lineno, None, part.value, [])


def _parts(node: ast.AST | None, kind: type[Any]) -> list[Any]:
    return [p for p in ast.walk(node) if isinstance(p, kind)] if node else []


def _of_call(node: ast.Call, name: str) -> Iterator[Found]:
    if name in CALLS and node.args:
        for words in _literals(node.args[0]):
            yield (node.lineno, None, words, [])
    elif name in PLURALS:
        one, many = (words for arg in node.args for words in _literals(arg))
        yield (node.lineno, "ngettext", (one, many), [])


def _reasons(node: ast.AST) -> Iterator[ast.Constant]:
    """Why something failed, where it is told in words: ``reason="..."`` or ``_damaged``."""
    told: list[ast.expr] = []
    if isinstance(node, ast.Assign) and "reason" in map(_name, node.targets):
        told = [node.value]
    elif isinstance(node, ast.Call):
        told = [keyword.value for keyword in node.keywords if keyword.arg == "reason"]
        told += node.args[1:] if _name(node.func) in REASONED else []
    for value in told:
        if isinstance(value, ast.Constant) and isinstance(value.value, str):
            yield value


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else ""


def _literals(node: ast.expr) -> Iterator[str]:
    """The text of an argument, or both of a choice; none where it is a table's."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _literals(node.body)
        yield from _literals(node.orelse)
    elif isinstance(node, ast.JoinedStr | ast.BinOp):
        raise SyntaxError(  # noqa: TRY004 (the text is at fault, not its type)
            f"line {node.lineno}: a sentence is glued together"
        )
