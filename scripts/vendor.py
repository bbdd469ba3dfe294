"""Rebuild the third-party files of the desk from their npm packages.

Run by hand when a version is raised: ``python scripts/vendor.py``. Needs the `npm`
command for this alone; running and testing the program does not. Each package gets its
file, its licence and a line in VENDORED.json with version and SHA-256.
"""

import hashlib
import json
import subprocess
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

TARGET = Path(__file__).parents[1] / "src/stillhere/desk/static/desk/vendor"


@dataclass(frozen=True, slots=True)
class Package:
    """One npm package and the files taken from it.

    Attributes:
        name, version: As npm knows them.
        licence: SPDX name.
        files: Path inside the package to name here.
    """

    name: str
    version: str
    licence: str
    files: dict[str, str]


PACKAGES = (
    Package(
        name="htmx.org",
        version="2.0.11",
        licence="0BSD",
        files={"dist/htmx.min.js": "htmx.min.js", "LICENSE": "htmx.LICENSE"},
    ),
)


def main() -> None:
    """Fetch every package and write its files and the list of them."""
    TARGET.mkdir(parents=True, exist_ok=True)
    kept = [_take(package) for package in PACKAGES]
    text = json.dumps(kept, indent=2, sort_keys=True) + "\n"
    (TARGET / "VENDORED.json").write_text(text, encoding="utf-8")


def _take(package: Package) -> dict[str, object]:
    hashes = {}
    with tempfile.TemporaryDirectory() as folder:
        wanted = f"{package.name}@{package.version}"
        command = ["npm", "pack", "--silent", "--pack-destination", folder, wanted]
        subprocess.run(command, check=True)
        archive = next(Path(folder).glob("*.tgz"))
        with tarfile.open(archive) as inside:
            for path, name in package.files.items():
                member = inside.extractfile(f"package/{path}")
                if member is None:
                    raise SystemExit(f"{wanted} holds no file {path}")
                data = member.read()
                (TARGET / name).write_bytes(data)
                hashes[name] = hashlib.sha256(data).hexdigest()
    return {
        "package": package.name,
        "version": package.version,
        "licence": package.licence,
        "sha256": hashes,
    }


if __name__ == "__main__":
    main()
