"""A policy that tells what it was handed, by way of its digests."""

from collections import Counter
from collections.abc import Mapping, Sequence

from stillhere.exercise.running import Knock
from stillhere.exercise.running.clock import NOTHING_LEFT
from stillhere.exercise.running.policy import Dial, Reply
from stillhere.intake import World
from stillhere.plan import Atlas
from stillhere.reports import Report

PHONE = "Հեռախոս"
"""Column of the register of a made world."""


class Listening:
    """Knocks on one door after the other, and counts reports and knocks by day."""

    def __init__(self, atlas: Atlas) -> None:
        self._doors = iter(range(len(atlas)))
        self._heard: dict[str, str] = {"dwellings": str(len(atlas))}
        self._knocks: list[Knock] = []

    def morning(self, day: int, news: Sequence[Report]) -> None:
        kinds = Counter(report.source.partition("/")[0] for report in news)
        self._heard[f"day {day}"] = " ".join(f"{k}:{kinds[k]}" for k in sorted(kinds))

    def choose(self, team: int, at: int, clock_min: float) -> int:
        del team, at, clock_min
        return next(self._doors, NOTHING_LEFT)

    def told(self, knock: Knock) -> None:
        self._knocks.append(knock)

    def evening(self, day: int) -> None:
        found = sum(knock.found for knock in self._knocks)
        doors = len({knock.door for knock in self._knocks})
        self._heard[f"evening {day}"] = f"{doors} doors, {found} found"

    def close(self) -> Mapping[str, str]:
        return self._heard


def listening(world: World, atlas: Atlas) -> Listening:
    del world
    return Listening(atlas)


class Ringing(Listening):
    """Calls every number beside somebody of the register, and knocks nowhere."""

    def __init__(self, atlas: Atlas) -> None:
        super().__init__(atlas)
        self._dials: list[Dial] = []

    def morning(self, day: int, news: Sequence[Report]) -> None:
        super().morning(day, news)
        for report in news:
            if report.source == "register.xlsx" and report.kind == "row":
                phone = report.fields.get(PHONE, "")
                self._dials += [Dial(phone, (report.id,))] if phone else []

    def choose(self, team: int, at: int, clock_min: float) -> int:
        del team, at, clock_min
        return NOTHING_LEFT

    def calls(self, day: int) -> Sequence[Dial]:
        del day
        return self._dials

    def replied(self, day: int, replies: Sequence[Reply]) -> None:
        answered = [reply for reply in replies if reply.answered]
        self._heard[f"made {day}"] = str(len(replies))
        self._heard[f"answered {day}"] = str(len(answered))
        safe = sorted({name for reply in answered for name in reply.safe})
        self._heard[f"safe {day}"] = " ".join(safe)


def ringing(world: World, atlas: Atlas) -> Ringing:
    del world
    return Ringing(atlas)


class Waiting(Listening):
    """Tells what it was handed as hour 0, and goes nowhere."""

    def __init__(self, world: World, atlas: Atlas) -> None:
        super().__init__(atlas)
        self._heard["hour 0"] = str(world.operation.hour_0)

    def choose(self, team: int, at: int, clock_min: float) -> int:
        del team, at, clock_min
        return NOTHING_LEFT


def waiting(world: World, atlas: Atlas) -> Waiting:
    return Waiting(world, atlas)
