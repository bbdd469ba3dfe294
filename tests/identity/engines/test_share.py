from importlib.resources import files
from pathlib import Path

from stillhere.identity.engines.share import program, sources


def test_every_file_that_bears_on_a_pair_tells_one_program_from_another() -> None:
    named = dict(sources(files("stillhere.identity")))
    assert {"keys.py", "rules.toml", "comparing/levels.py"} <= named.keys()
    assert not any(name.endswith(".pyc") for name in named)


def test_a_change_in_an_inner_folder_is_another_program(tmp_path: Path) -> None:
    (tmp_path / "comparing").mkdir()
    inner = tmp_path / "comparing" / "levels.py"
    inner.write_text("SAME = 1\n", encoding="utf-8")
    before = program(tmp_path)
    inner.write_text("SAME = 2\n", encoding="utf-8")
    assert program.__wrapped__(tmp_path) != before
