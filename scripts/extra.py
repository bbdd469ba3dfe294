"""Print what an extra of this project asks for, a line each: input for the lock."""

import sys
import tomllib
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"


def main() -> None:
    stated = tomllib.loads(PROJECT.read_text(encoding="utf-8"))
    print("\n".join(stated["project"]["optional-dependencies"][sys.argv[1]]))


if __name__ == "__main__":
    main()
