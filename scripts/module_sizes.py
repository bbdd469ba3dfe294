"""Check that a module of 300 lines or more says at its top why it is so long."""

import ast
import sys
from pathlib import Path

LONGEST = 300
WORDS = "Why so long:"
SOURCE = Path(__file__).resolve().parent.parent / "src"


def unexplained(source: Path) -> list[str]:
    """One sentence per module that is too long without a reason."""
    found = []
    for path in sorted(source.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        lines = text.count("\n")
        reason = ast.get_docstring(ast.parse(text)) or ""
        if lines >= LONGEST and WORDS not in reason:
            name = path.relative_to(source)
            found.append(
                f"{name} has {lines} lines and its docstring no reason. Cut it along "
                f"its subjects, or write one after the words '{WORDS}'."
            )
    return found


def main() -> int:
    found = unexplained(SOURCE)
    for sentence in found:
        print(sentence, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
