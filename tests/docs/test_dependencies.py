import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))[
    "project"
]
PAGE = (ROOT / "docs/explanation/dependencies.md").read_text(encoding="utf-8")
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
SPARK = (ROOT / "requirements-spark.lock").read_text(encoding="utf-8")


def name(requirement: str) -> str:
    return re.split(r"[^\w.-]", requirement, maxsplit=1)[0].lower()


def test_every_package_says_what_it_is_for() -> None:
    extras = PROJECT["optional-dependencies"]
    listed = [PROJECT["dependencies"], *extras.values()]
    needed = {name(requirement) for group in listed for requirement in group}
    assert sorted(n for n in needed if not re.search(rf"\b{n}\b", PAGE)) == []


def test_what_is_installed_is_locked_with_hashes() -> None:
    extras = PROJECT["optional-dependencies"]
    wanted = [*PROJECT["dependencies"], *extras["routes"], *extras["dev"]]
    pins = re.findall(r"^([\w.-]+)==\S+ \\\n    --hash=sha256:", LOCK, re.MULTILINE)
    pinned = re.findall(r"^([\w.-]+)==", LOCK, re.MULTILINE)
    assert pins == pinned
    assert {name(r) for r in wanted} <= {pin.lower() for pin in pins}


def test_spark_is_locked_beside_it_in_the_same_versions() -> None:
    pins = re.findall(r"^([\w.-]+)==(\S+) \\\n    --hash=sha256:", SPARK, re.MULTILINE)
    assert len(pins) == len(re.findall(r"^[\w.-]+==", SPARK, re.MULTILINE))
    wanted = PROJECT["optional-dependencies"]["spark"]
    assert {name(r) for r in wanted} <= {pin.lower() for pin, _ in pins}
    others = dict(re.findall(r"^([\w.-]+)==(\S+)", LOCK, re.MULTILINE))
    assert {n: v for n, v in pins if others.get(n, v) != v} == {}
