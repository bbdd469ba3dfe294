"""Write folded.tsv and the tables of docs/reference/names.md anew.

`.venv/bin/python tests/names/golden/rewrite.py`; run it after a wished change of the
folding, read the difference line by line, and raise `FOLD_VERSION`.
"""

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[2]))

from stillhere.names import FOLD_VERSION, fold, skeleton  # noqa: E402 the path is set above
from tests.names.test_page import PAGE, figures_block, rules_block  # noqa: E402 the path is set above
from tests.names.variants import tokens  # noqa: E402 the path is set above

COUNT = 10_000


def folded_table() -> str:
    """Give the golden table: token, language, folded, skeleton, tab-separated."""
    lines = [f"# FOLD_VERSION {FOLD_VERSION}: token, language, folded, skeleton"]
    for token, language in tokens()[:COUNT]:
        folded = fold(token, language)
        lines.append(f"{token}\t{language}\t{folded}\t{skeleton(folded)}")
    return "\n".join(lines) + "\n"


def page() -> str:
    """Give the reference page with both generated blocks replaced."""
    text = PAGE.read_text(encoding="utf-8")
    return _replaced(
        _replaced(text, "figures", figures_block()), "rules", rules_block()
    )


def _replaced(text: str, name: str, block: str) -> str:
    begin, end = f"<!-- {name} -->\n", f"<!-- end of {name} -->"
    before, _, rest = text.partition(begin)
    return before + begin + block + "\n" + end + rest.partition(end)[2]


def main() -> None:
    """Write the table and the page."""
    (HERE / "folded.tsv").write_text(folded_table(), encoding="utf-8")
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
