"""The table of what the full world adds, in numbers (`assumed.toml`)."""

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any


@lru_cache(maxsize=1)
def table() -> dict[str, dict[str, dict[str, Any]]]:
    """The whole table: section, name, then `value` and `note`."""
    text = files("stillhere.exercise.full").joinpath("assumed.toml")
    return tomllib.loads(text.read_text(encoding="utf-8"))


def assumed(section: str, name: str) -> float:
    """One number of the table."""
    return float(table()[section][name]["value"])


def count(section: str, name: str) -> int:
    """One whole number of the table."""
    return int(table()[section][name]["value"])
