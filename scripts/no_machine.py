"""Check that nothing in the project speaks of one machine.

No tracked file holds the folder this copy lies in or anyone's home folder, and what
installs the project (its settings, its lock, its Makefile, its checks) names no package
index: where packages come from is a setting of whoever installs.
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOME = re.compile(r"/(?:home|Users|root)/\w|\b[A-Z]:\\Users\\")
INDEX = re.compile(
    r"(?<![\w-])--(?:extra-index-url|index-url|find-links|trusted-host)[ =]"
    r"|https?://\S*pypi|files\.pythonhosted|/simple/"
)
INSTALLS = (
    *("pyproject.toml", "requirements.lock", "requirements-spark.lock"),
    "requirements-peers.lock",
    *("Makefile", ".ci/run"),
)
SKIPPED = ("scripts/no_machine.py", "LICENSE")


def tracked() -> list[str]:
    """Every file of the project as git knows it, by name."""
    command = ["git", "-C", str(ROOT), "ls-files", "-z", "--cached"]
    listed = subprocess.run(command, capture_output=True, text=True, check=True)
    return sorted(name for name in listed.stdout.split("\0") if name)


def complaints(name: str, text: str) -> Iterator[str]:
    """One sentence per line of the file that speaks of a machine."""
    for number, line in enumerate(text.splitlines(), start=1):
        if str(ROOT) in line or HOME.search(line):
            yield f"{name}:{number} holds a path of one machine: {line.strip()[:80]}"
        if name in INSTALLS and INDEX.search(line):
            yield f"{name}:{number} names a package index: {line.strip()[:80]}"


def main() -> int:
    found: list[str] = []
    for name in tracked():
        path = ROOT / name
        if name in SKIPPED or not path.is_file():
            continue
        found += complaints(name, path.read_text(encoding="utf-8", errors="ignore"))
    for sentence in found:
        print(sentence, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
