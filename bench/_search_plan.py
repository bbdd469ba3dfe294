"""Which runs the marks of the search need, and where their curves are kept."""

import os
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Final

import stillhere
from stillhere.plan import PlanRules

TOWN: Final = "khankendi"
HORIZON_H: Final = 2400.0
SEEDS: Final = range(31, 39)
VARIANT_SEEDS: Final = range(31, 35)
DRAWS: Final = (1, 2, 3)
SOURCES: Final = ("calls", "requests", "manifests", "services", "arrivals")
"""What is left out, one at a time, to see what moves the search most."""

KEPT: Final = Path(
    os.environ.get("STILLHERE_BENCH_CURVES", Path(__file__).parent / ".search")
)
_ROOMS: Final = [
    "vocabulary",
    "names",
    "places",
    "reports",
    "intake",
    "identity",
    "ledger",
    "plan",
    "pipeline",
    "exercise/running",
]


@dataclass(frozen=True, slots=True)
class Run:
    """One policy, or one variant of the product, on one world."""

    seed: int
    variant: str

    @property
    def file(self) -> Path:
        """Where its curve is kept; another program or other rules, another folder."""
        folder = KEPT / ("fixed" if self.variant in FIXED else version())
        return folder / f"{TOWN}-{self.seed}-{self.variant}.csv"


FIXED: Final = ("clairvoyant", "sweep", "nearest")
"""Policies that follow from the text of the exercise alone."""


def runs() -> list[Run]:
    """Every run, those of the main marks first."""
    main = ("stillhere", *FIXED, "belief")
    found = [Run(seed, variant) for variant in main for seed in SEEDS]
    variants = ["perfect-links", "by-day-5", *(f"rates-{draw}" for draw in DRAWS)]
    variants += [f"without-{source}" for source in SOURCES]
    return found + [
        Run(seed, variant) for variant in variants for seed in VARIANT_SEEDS
    ]


def world_of(seed: int) -> Path:
    """The folder of a world that is made once and kept."""
    return KEPT / "worlds" / f"{TOWN}-{seed}"


def version() -> str:
    """Twelve hex digits of the program and the rules that decide a run."""
    hashed = blake2b(PlanRules.shipped().digest.encode(), digest_size=6)
    root = Path(stillhere.__file__).parent
    hashed.update(Path(__file__).with_name("_search_variants.py").read_bytes())
    for room in _ROOMS:
        files = sorted(p for p in (root / room).rglob("*") if p.suffix in _READ)
        for file in files:
            hashed.update(file.relative_to(root).as_posix().encode())
            hashed.update(file.read_bytes())
    return hashed.hexdigest()


_READ: Final = {".py", ".toml", ".tsv"}
