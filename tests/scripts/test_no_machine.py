import pytest

from scripts.no_machine import ROOT, complaints, tracked


def test_no_tracked_file_speaks_of_one_machine() -> None:
    found = []
    for name in tracked():
        path = ROOT / name
        if path.is_file() and name not in ("scripts/no_machine.py", "LICENSE"):
            text = path.read_text(encoding="utf-8", errors="ignore")
            found += list(complaints(name, text))
    assert found == []


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("docs/a.md", f"see {ROOT}/docs"),
        ("src/a.py", "path = '/" + "home/someone/lists'"),
        ("src/a.py", "path = 'C:" + "\\Users\\someone'"),
        ("requirements.lock", "--index" + "-url https://example.org/simple/"),
        ("Makefile", "pip install --find" + "-links packages ."),
    ],
)
def test_a_path_or_an_index_is_seen(name: str, line: str) -> None:
    assert len(list(complaints(name, line))) == 1


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("docs/a.md", "stillhere read DIR, or ~/lists"),
        ("docs/a.md", "pip install --find" + "-links packages ."),
        ("Makefile", "pip-compile --no-emit-index-url"),
    ],
)
def test_what_holds_on_any_machine_passes(name: str, line: str) -> None:
    assert list(complaints(name, line)) == []
