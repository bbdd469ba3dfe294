import ast
import string
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pickle import dumps, loads

import pytest

import stillhere
from stillhere.errors import CATALOGUE, Finding, StillHereError

SOURCE = Path(stillhere.__file__).parent
ROOMS = sorted(
    path.stem
    for path in (SOURCE / "errors").glob("*.py")
    if path.stem not in ("__init__", "catalogue", "finding")
)
Told = tuple[str, str, set[str] | None]


def places(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def told() -> Iterator[Told]:
    """Where, which code, and with which values (None where they are unpacked)."""
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and _tells(node.func):
                code = node.args[0]
                if isinstance(code, ast.Constant) and "/" in str(code.value):
                    names = {keyword.arg for keyword in node.keywords}
                    where = f"{path.relative_to(SOURCE)}:{node.lineno}"
                    known = {name for name in names if name is not None}
                    yield where, str(code.value), None if None in names else known


def _tells(function: ast.expr) -> bool:
    match function:
        case ast.Attribute(value=ast.Name(id="Finding"), attr="of"):
            return True
        case ast.Name(id="StillHereError"):
            return True
    return False


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_words_its_own_codes_only(room: str) -> None:
    wording: dict[str, str] = import_module(f"stillhere.errors.{room}").WORDING
    assert [code for code in wording if not code.startswith(f"{room}/")] == []
    assert wording.items() <= CATALOGUE.items()


def test_no_code_is_worded_twice() -> None:
    counts = [len(import_module(f"stillhere.errors.{room}").WORDING) for room in ROOMS]
    assert sum(counts) == len(CATALOGUE)


@pytest.mark.parametrize("code", sorted(CATALOGUE))
def test_a_sentence_says_what_happened_and_what_to_do_next(code: str) -> None:
    sentence = CATALOGUE[code]
    assert sentence.endswith((".", "`"))
    assert sentence.count(". ") >= 1, "what happened, what was done, what to do next"
    assert "  " not in sentence


def test_every_code_that_is_told_is_worded_and_gets_its_values() -> None:
    wrong = []
    for where, code, values in told():
        if code not in CATALOGUE:
            wrong.append(f"{where}: {code} is not worded")
        elif values is not None and values != places(CATALOGUE[code]):
            wrong.append(f"{where}: {code} needs {sorted(places(CATALOGUE[code]))}")
    assert wrong == []


def test_every_worded_code_is_told_somewhere() -> None:
    text = "".join(
        path.read_text(encoding="utf-8")
        for path in sorted(SOURCE.rglob("*.py"))
        if path.parent != SOURCE / "errors"
    )
    assert [code for code in CATALOGUE if f'"{code}"' not in text] == []


def test_a_finding_reads_as_a_sentence() -> None:
    finding = Finding.of("reports/body-unreadable", report="ab12")
    assert "report ab12 is not" in finding.sentence


def test_an_unknown_code_is_refused_at_once() -> None:
    with pytest.raises(KeyError):
        Finding.of("reports/no-such-code")


def test_findings_of_one_sort_stand_together() -> None:
    two = Finding.of("reports/key-file-exists", path="b")
    one = Finding.of("reports/body-unreadable", report="z")
    assert sorted([two, one]) == [one, two]


def test_an_error_travels_between_processes_whole() -> None:
    error = StillHereError("reports/key-file-damaged", path="k", reason="it is short")
    back = loads(dumps(error))  # noqa: S301 (bytes of this very test)
    assert (back.code, back.values, str(back)) == (
        error.code,
        error.values,
        str(error),
    )
