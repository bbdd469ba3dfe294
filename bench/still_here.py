"""How often the range of people not yet found holds the truth.

Core worlds of khankendi at a tenth of the size, seeds 1001-1100, and the same seeds with
lists that fail together (villages missing from the register; calls, requests and care
know the same people). The product searches by the clock with one team, a tenth of eight;
on the evening of a day drawn from thirty, its range is held against the truth. Rates were
fitted on seeds 1-20.

``STILLHERE_BENCH_WORLDS`` makes fewer worlds; ``STILLHERE_BENCH_KEEP`` names a file that
keeps what came of each, so that a run can be stopped and goes on where it was.
"""

import json
import os
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from hashlib import blake2b
from pathlib import Path

from bench import Progress, Row
from stillhere.exercise import make_world
from stillhere.exercise.running import Clock, Ground
from stillhere.exercise.running.product import NOTHING_LEFT, Product
from stillhere.plan import PlanRules
from stillhere.plan.still_here import still_here

WORLDS = int(os.environ.get("STILLHERE_BENCH_WORLDS", "100"))
KEEP = os.environ.get("STILLHERE_BENCH_KEEP")
FIRST, DAYS, SCALE = 1001, 30, 0.1
DAY_H = 80.0
KINDS = {False: "core worlds", True: "worlds whose lists fail together"}
TARGETS = {
    False: "70-90 %, goal 75-85 %",
    True: "at least 60 %, goal 70 %",
}
_MILLION = 1_000_000


@dataclass(frozen=True)
class Held:
    """One world, one evening: the range and the truth."""

    seed: int
    together: bool
    day: int
    low: int
    high: int
    expected: float
    truth: int

    @property
    def holds(self) -> bool:
        """Whether the truth lies in the range."""
        return self.low <= self.truth <= self.high


class Evening(Product):
    """The product with one team, looked at on one evening."""

    day: int
    found: int = 0
    range: tuple[int, int, float]

    def choose(self, team: int, at: int, clock_min: float) -> int:
        """The first team alone goes out."""
        return NOTHING_LEFT if team else super().choose(team, at, clock_min)

    def evening(self, day: int) -> None:
        """Reports of all days are stored on the evening that is looked at."""
        if day != self.day:
            return
        super().evening(day)
        believed, rules = self._believer.belief(), PlanRules.shipped()
        figure = still_here(self._picture, believed, self._atlas, rules)
        assert figure.left is not None
        self.found = figure.seen.people
        left = figure.left
        self.range = (left.low, left.high, left.expected / _MILLION)


def run(progress: Progress) -> list[Row]:
    """Measure and return rows for both kinds of worlds."""
    kept = {(one.seed, one.together): one for one in _kept()}
    for together, kind in KINDS.items():
        for seed in range(FIRST, FIRST + WORLDS):
            if (seed, together) not in kept:
                one = kept[seed, together] = _held(seed, together=together)
                _keep(one)
                progress(
                    f"{kind}, seed {seed}, day {one.day}: {one.truth} of {one.low}-{one.high}"
                )
    wanted = range(FIRST, FIRST + WORLDS)
    return [
        row
        for together in KINDS
        for row in _rows([kept[seed, together] for seed in wanted], together=together)
    ]


def drawn(seed: int) -> int:
    """The day of a world, from 0."""
    digest = blake2b(f"one day of {seed}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") % DAYS


def _held(seed: int, *, together: bool) -> Held:
    day = drawn(seed)
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "world"
        make_world("khankendi", seed, out, core=True, scale=SCALE, together=together)
        ground = Ground(out)
        doors, _ = ground.doors()
        policy = Evening(ground.world, ground.atlas)
        policy.day = day
        hours = DAY_H * (day + 1)
        Clock(policy, doors, ground.ways).run(hours, ground.news, lambda *_: None)
    low, high, expected = policy.range
    truth = doors.people - policy.found
    return Held(seed, together, day, low, high, expected, truth)


def _rows(held: Sequence[Held], *, together: bool) -> Iterator[Row]:
    kind, many = KINDS[together], len(held)
    share = sum(one.holds for one in held) / many
    yield {
        "measure": f"{kind}: 80 % range holds the truth, {many} worlds",
        "value": f"{share:.0%}",
        "target": TARGETS[together],
    }
    low = sum(one.truth < one.low for one in held)
    high = sum(one.truth > one.high for one in held)
    yield {
        "measure": f"{kind}: truth below the range, above it",
        "value": f"{low}, {high}",
    }
    truth = sum(one.truth for one in held) / many
    width = sum(one.high - one.low for one in held) / many
    expected = sum(one.expected for one in held) / many
    yield {
        "measure": f"{kind}: people not yet found; expected; width of the range (means)",
        "value": f"{truth:.1f}; {expected:.1f}; {width:.1f}",
    }


def _kept() -> list[Held]:
    if not KEEP or not Path(KEEP).is_file():
        return []
    lines = Path(KEEP).read_text(encoding="utf-8").splitlines()
    return [Held(**json.loads(line)) for line in lines]


def _keep(one: Held) -> None:
    if KEEP:
        with Path(KEEP).open("a", encoding="utf-8") as file:
            file.write(json.dumps(asdict(one)) + "\n")
