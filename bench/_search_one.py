"""One run of the search: `python -m bench._search_one SEED VARIANT` keeps its curve."""

import contextlib
import json
import shutil
import sys
import time
from pathlib import Path
from typing import Final

from bench._search_plan import HORIZON_H, TOWN, Run, world_of
from bench._search_variants import judged, without
from stillhere.exercise import make_world, read_truth
from stillhere.exercise.running.clock import Clock, Played
from stillhere.exercise.running.curve import curve_csv
from stillhere.exercise.running.news import News, news_of
from stillhere.exercise.running.planner import SealedPlanner
from stillhere.exercise.running.policies import CLAIRVOYANT, PLANNERS
from stillhere.exercise.running.policy import Policy
from stillhere.exercise.running.run import Ground
from stillhere.intake import read_folder

_VARIANTS: Final = "bench._search_variants"
_LEFT_OUT: Final = "without-"
_PERFECT: Final = "perfect-links"


class Timed:
    """A policy whose choices are timed, the way to its process and back included."""

    def __init__(self, policy: Policy) -> None:
        self.choices_ms: list[float] = []
        self.morning, self.told = policy.morning, policy.told
        self.evening, self.close = policy.evening, policy.close
        self._choose = policy.choose

    def choose(self, team: int, at: int, clock_min: float) -> int:
        """As the policy chooses."""
        start = time.perf_counter()
        door = self._choose(team, at, clock_min)
        self.choices_ms.append(1000 * (time.perf_counter() - start))
        return door


def main() -> int:
    """Run, and write the curve and what it cost beside it."""
    run = Run(int(sys.argv[1]), sys.argv[2])
    folder = world_of(run.seed)
    if not folder.exists():
        _make(run, folder)
    start = time.perf_counter()
    played, costs = _played(run, Ground(folder))
    costs |= {"seconds": time.perf_counter() - start, "knocks": played.knocks}
    costs |= {"digests": dict(played.digests), "refused": dict(played.refused)}
    run.file.parent.mkdir(parents=True, exist_ok=True)
    run.file.with_suffix(".json").write_text(json.dumps(costs), encoding="utf-8")
    unfinished = run.file.with_suffix(".part")
    unfinished.write_text(curve_csv(played.curve), encoding="utf-8")
    unfinished.rename(run.file)
    return 0


def _make(run: Run, folder: Path) -> None:
    """Make a world beside its folder; what a stopped run left there goes first."""
    making = folder.with_name(f"{folder.name}.{run.variant}")
    shutil.rmtree(making, ignore_errors=True)
    make_world(TOWN, run.seed, making, core=True)
    # Another run may have made the same world meanwhile: either will do.
    with contextlib.suppress(OSError):
        making.rename(folder)
    shutil.rmtree(making, ignore_errors=True)


def _played(run: Run, ground: Ground) -> tuple[Played, dict[str, object]]:
    if run.variant == CLAIRVOYANT:
        return ground.play(CLAIRVOYANT, HORIZON_H)[0], {}
    name, factory = _factory(run.variant)
    doors, _ = ground.doors()
    with SealedPlanner(name, factory, ground.world, ground.folder) as sealed:
        timed = Timed(sealed)
        clock = Clock(timed, doors, ground.ways)
        played = clock.run(HORIZON_H, _news(run, ground), ground.tell)
    times = sorted(timed.choices_ms)
    return played, {"choice_p95_ms": times[len(times) * 95 // 100]}


def _factory(variant: str) -> tuple[str, str]:
    """The name of the policy and what makes it."""
    if variant in PLANNERS:
        return variant, PLANNERS[variant].factory
    if variant == _PERFECT:
        return variant, f"{_VARIANTS}:no_links"
    if variant.startswith(_LEFT_OUT):
        return variant, PLANNERS["stillhere"].factory
    return variant, f"{_VARIANTS}:{variant.replace('-', '_')}"


def _news(run: Run, ground: Ground) -> News:
    if run.variant in PLANNERS and not PLANNERS[run.variant].reads:
        return News({})
    if run.variant != _PERFECT and not run.variant.startswith(_LEFT_OUT):
        return ground.news
    operation = ground.world.operation
    imported = read_folder(ground.world.lists, key=operation.key)
    news = news_of(imported, operation)
    if run.variant == _PERFECT:
        return judged(read_truth(ground.folder), imported, news)
    return without(run.variant.removeprefix(_LEFT_OUT), imported, news)


if __name__ == "__main__":
    sys.exit(main())
