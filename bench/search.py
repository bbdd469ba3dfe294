"""How soon the search finds people, beside who knows where they are, on eight worlds.

Core worlds of khankendi, seeds 31 to 38; variants of the product on four of them. A curve
is kept per run and not run again for the same program and rules, so this can be stopped
and continued. Sums over worlds are divided by sums over worlds.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from statistics import mean
from typing import Final

from bench import Progress, Row
from bench._search_plan import (
    DRAWS,
    SEEDS,
    SOURCES,
    VARIANT_SEEDS,
    Run,
    runs,
)
from stillhere.exercise.running.curve import Curve, found_by, hours_to, read_curve

AT_ONCE: Final = int(os.environ.get("STILLHERE_BENCH_AT_ONCE", "2"))
_TARGETS: Final = {
    0.5: "at most 1.7, goal 1.5",
    0.9: "at most 2.5, goal 2.0",
    0.95: "at most 3.6, goal 2.9",
}


def run(progress: Progress) -> list[Row]:
    """Run what is not kept yet, and return one row for each measure."""
    wanted = [one for one in runs() if not one.file.exists()]
    progress(f"{len(runs()) - len(wanted)} runs kept, {len(wanted)} to go")
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for one in pool.map(_made, wanted):
            progress(f"seed {one.seed}, {one.variant}")
    return [*_main(), *_variants(), *_costs()]


def _made(one: Run) -> Run:
    command = [sys.executable, "-m", "bench._search_one", str(one.seed), one.variant]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return one


def _curves(variant: str, seeds: Sequence[int] = SEEDS) -> list[Curve]:
    return [read_curve(Run(seed, variant).file) for seed in seeds]


def _hours(variant: str, share: float, seeds: Sequence[int] = SEEDS) -> float:
    """Mean hours until a share was found."""
    return mean(hours_to(curve, share) for curve in _curves(variant, seeds))


def _main() -> Iterator[Row]:
    for share, target in _TARGETS.items():
        ours, best = _hours("stillhere", share), _hours("clairvoyant", share)
        yield {
            "measure": f"vehicle-hours to find {share:.0%}",
            "value": f"{ours:.0f}",
            "peer": f"clairvoyant {best:.0f}",
            "ratio": ours / best,
            "target": target,
        }
    sweep, ours = _hours("sweep", 0.9), _hours("stillhere", 0.9)
    yield {
        "measure": "vehicle-hours to find 90 %",
        "value": f"{ours:.0f}",
        "peer": f"street by street {sweep:.0f}",
        "ratio": sweep / ours,
        "target": "at least 5 times fewer, goal 6",
    }
    for variant in ("nearest", "belief"):
        yield {
            "measure": "vehicle-hours to find 90 %",
            "value": f"{ours:.0f}",
            "peer": f"{variant} {_hours(variant, 0.9):.0f}",
            "ratio": _hours(variant, 0.9) / ours,
        }
    for hours, target in ((80, "at least .47, goal .53"), (320, "")):
        share, best = (
            mean(found_by(curve, hours) for curve in _curves(variant))
            for variant in ("stillhere", "clairvoyant")
        )
        yield {
            "measure": f"share found after {hours} vehicle-hours",
            "value": f"{share:.3f}",
            "peer": f"clairvoyant {best:.3f}",
            "ratio": share / best,
            "target": target,
        }


def _variants() -> Iterator[Row]:
    ours = _hours("stillhere", 0.9, VARIANT_SEEDS)
    perfect = _hours("perfect-links", 0.9, VARIANT_SEEDS)
    yield _extra(
        "own links instead of perfect ones", ours, perfect, "at most 45 %, goal 30 %"
    )
    wrong = mean(_hours(f"rates-{draw}", 0.9, VARIANT_SEEDS) for draw in DRAWS)
    yield _extra("rates doubled or halved", wrong, ours, "at most 10 %, goal 5 %")
    later = _hours("by-day-5", 0.9, VARIANT_SEEDS)
    yield _extra("every settlement by day 3, not 5", ours, later, "at most 5 %")
    for source in SOURCES:
        left_out = _hours(f"without-{source}", 0.9, VARIANT_SEEDS)
        yield _extra(f"left out: {source}", left_out, ours, "")


def _extra(what: str, hours: float, others: float, target: str) -> Row:
    return {
        "measure": f"to 90 %, {what}: more hours",
        "value": f"{hours / others - 1:+.1%}",
        "peer": f"{hours:.0f} against {others:.0f}",
        "target": target,
    }


def _costs() -> Iterator[Row]:
    told = [json.loads(_beside(one)) for one in runs() if one.variant == "stillhere"]
    seconds = [cost["seconds"] for cost in told]
    yield {
        "measure": "one run of 2,400 vehicle-hours, s (the longest)",
        "value": max(seconds),
        "target": "at most 240",
    }
    yield {
        "measure": "next stop, p95 over one run, ms (the worst)",
        "value": max(cost["choice_p95_ms"] for cost in told),
        "target": "at most 20, goal 5",
    }
    same = [_same(cost["digests"]) for cost in told]
    yield {
        "measure": "runs whose picture and belief are those of one build at the end",
        "value": f"{sum(same)} of {len(same)}",
        "target": "all",
    }


def _beside(one: Run) -> str:
    return one.file.with_suffix(".json").read_text(encoding="utf-8")


def _same(digests: dict[str, str]) -> bool:
    return all(digests[name] == digests[f"{name} rebuilt"] for name in _FOLLOWED)


_FOLLOWED: Final = ("picture", "belief")
