from pathlib import Path

from scripts.module_sizes import LONGEST, unexplained


def test_a_long_module_needs_a_reason_at_its_top(tmp_path: Path) -> None:
    body = "x = 1\n" * LONGEST
    (tmp_path / "short.py").write_text("x = 1\n")
    (tmp_path / "long.py").write_text(f'"""A table."""\n{body}')
    reason = "Why so long: one table, one place."
    (tmp_path / "explained.py").write_text(f'"""A table.\n\n{reason}\n"""\n{body}')
    (told,) = unexplained(tmp_path)
    assert told.startswith("long.py has 301 lines")
