"""How often the range of people not yet found holds the truth.

Core worlds of khankendi at a tenth of the size, seeds 1001-1100, and the same seeds with
lists that fail together (villages missing from the register; calls, requests and care
know the same people). The product searches by the clock with one team, a tenth of eight.
On the evening of a day drawn from the thirty of the clock, and of one drawn from the first
ten, its range is held against the truth. Rates were fitted on seeds 1-20.

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
from stillhere.exercise.hours import DAYS_OF_CALLS
from stillhere.exercise.running import Clock, Ground
from stillhere.exercise.running.product import NOTHING_LEFT, Product
from stillhere.plan import PlanRules
from stillhere.plan.still_here import still_here

WORLDS = int(os.environ.get("STILLHERE_BENCH_WORLDS", "100"))
KEEP = os.environ.get("STILLHERE_BENCH_KEEP")
FIRST, SCALE = 1001, 0.1
DRAWN_FROM = (30, 10)
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
    of: int
    day: int
    low: int
    high: int
    expected: float
    truth: int

    @property
    def holds(self) -> bool:
        """Whether the truth lies in the range."""
        return self.low <= self.truth <= self.high


class Evenings(Product):
    """The product with one team, looked at on some evenings.

    Attributes:
        days: Which.
        seen: Per day: people found, both ends of the range, its mean.
    """

    days: frozenset[int]
    seen: dict[int, tuple[int, int, int, float]]

    def choose(self, team: int, at: int, clock_min: float) -> int:
        """The first team alone goes out."""
        return NOTHING_LEFT if team else super().choose(team, at, clock_min)

    def evening(self, day: int) -> None:
        """Store the reports of the day, and look at the range.

        Once no morning brings news any more, visits are believed as they are told and
        stored on the next evening that is looked at: the same, and sooner done.
        """
        if day in self.days or day <= DAYS_OF_CALLS:
            super().evening(day)
        if day not in self.days:
            return
        believed, rules = self._believer.belief(), PlanRules.shipped()
        figure = still_here(self._picture, believed, self._atlas, rules)
        assert figure.left is not None
        low, high, expected = figure.left
        self.seen[day] = (figure.seen.people, low, high, expected / _MILLION)

    def close(self) -> dict[str, str]:
        """Nothing is built anew at the end: that is proved elsewhere."""
        return {}


def run(progress: Progress) -> list[Row]:
    """Measure and return rows for both kinds of worlds."""
    kept = {(one.seed, one.together, one.of): one for one in _kept()}
    seeds = range(FIRST, FIRST + WORLDS)
    for together, kind in KINDS.items():
        for seed in seeds:
            if any((seed, together, of) not in kept for of in DRAWN_FROM):
                for one in _held(seed, together=together):
                    kept[seed, together, one.of] = one
                    _keep(one)
                progress(f"{kind}, seed {seed}")
    return [
        row
        for together, kind in KINDS.items()
        for of in DRAWN_FROM
        for row in _rows(
            f"{kind}, a day of the first {of}",
            TARGETS[together],
            [kept[seed, together, of] for seed in seeds],
        )
    ]


def drawn(seed: int, of: int) -> int:
    """The day of a world, from 0."""
    digest = blake2b(f"one day of {seed}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") % of


def _held(seed: int, *, together: bool) -> Iterator[Held]:
    days = {of: drawn(seed, of) for of in DRAWN_FROM}
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "world"
        make_world("khankendi", seed, out, core=True, scale=SCALE, together=together)
        ground = Ground(out)
        doors, _ = ground.doors()
        policy = Evenings(ground.world, ground.atlas)
        policy.days, policy.seen = frozenset(days.values()), {}
        hours = DAY_H * (max(days.values()) + 1)
        Clock(policy, doors, ground.ways).run(hours, ground.news, lambda *_: None)
    for of, day in days.items():
        found, low, high, expected = policy.seen[day]
        yield Held(seed, together, of, day, low, high, expected, doors.people - found)


def _rows(kind: str, target: str, held: Sequence[Held]) -> Iterator[Row]:
    many = len(held)
    share = sum(one.holds for one in held) / many
    yield {
        "measure": f"{kind}: 80 % range holds the truth, {many} worlds",
        "value": f"{share:.0%}",
        "target": target,
    }
    below = sum(one.truth < one.low for one in held)
    above = sum(one.truth > one.high for one in held)
    yield {
        "measure": f"{kind}: truth below the range, above it, worlds",
        "value": f"{below}, {above}",
    }
    truth = sum(one.truth for one in held) / many
    width = sum(one.high - one.low for one in held) / many
    expected = sum(one.expected for one in held) / many
    yield {
        "measure": f"{kind}: people not yet found, expected, width of the range (means)",
        "value": f"{truth:.1f}, {expected:.1f}, {width:.1f}",
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
