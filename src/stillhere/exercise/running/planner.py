"""A policy in a process of its own, which is given tables and reports and nothing else.

The process knows neither the folder of the world nor its path, and is sealed (`guard`)
before its policy is made. It ends with the run: when it is left, whatever the reason,
the process is ended too.
"""

import contextlib
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from stillhere.errors import CATALOGUE, StillHereError
from stillhere.exercise.running import wire
from stillhere.exercise.running.guard import file_ids
from stillhere.exercise.running.news import local_hour_0
from stillhere.exercise.running.policy import Dial, Knock, Reply
from stillhere.intake import World
from stillhere.reports import Report

_NOWHERE = Path("lists")


class SealedPlanner:
    """The clock's side of a sealed policy; itself a `Policy`.

    Raises:
        StillHereError: The policy failed, reached outside, or its process ended.
    """

    def __init__(self, name: str, factory: str, world: World, folder: Path) -> None:
        """Start the process and make the policy in it.

        Args:
            name: To be said in sentences.
            factory: ``module:function``, called there with the world and its atlas.
            world: Tables; their folder is left out.
            folder: Of the world: neither its lists nor its truth can be opened there.
        """
        self._name = name
        self._told: list[Knock] = []
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "stillhere.exercise.running.cell"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        package = _package(factory)
        try:
            kept_out = file_ids((world.lists, folder / "truth"))
            hour_0, _ = local_hour_0(world.operation)
            by_clocks = replace(world.operation, hour_0=hour_0.isoformat())
            blind = replace(world, lists=_NOWHERE, operation=by_clocks)
            self._ask(wire.BEGIN, factory, package, kept_out, blind)
        except BaseException:
            self.end()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.end()

    def morning(self, day: int, news: Sequence[Report]) -> None:
        """Hand over the reports of a day."""
        self._ask(wire.MORNING, day, tuple(news))

    def choose(self, team: int, at: int, clock_min: float) -> int:
        """Ask for a door, after telling what has ended since."""
        return int(self._ask(wire.CHOOSE, self._news(), team, at, clock_min))

    def told(self, knock: Knock) -> None:
        """Keep a knock until the policy is next asked."""
        self._told.append(knock)

    def evening(self, day: int) -> None:
        """Tell the rest of the day."""
        self._ask(wire.EVENING, self._news(), day)

    def calls(self, day: int) -> Sequence[Dial]:
        """The calls of a day; none of a policy that makes none."""
        asked = self._ask(wire.CALLS, day)
        return [Dial(phone, tuple(about)) for phone, about in asked]

    def replied(self, day: int, replies: Sequence[Reply]) -> None:
        """Tell what came of them."""
        self._ask(wire.REPLIED, day, [tuple(reply) for reply in replies])

    def close(self) -> Mapping[str, str]:
        """End the policy; gives its digests."""
        digests: Mapping[str, str] = self._ask(wire.CLOSE)
        return digests

    def end(self) -> None:
        """End the process, if need be by force."""
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with contextlib.suppress(BrokenPipeError):
                    stream.close()

    def _news(self) -> list[tuple[Any, ...]]:
        news, self._told = [tuple(knock) for knock in self._told], []
        return news

    def _ask(self, *request: object) -> Any:  # noqa: ANN401 (what the request gives)
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None  # noqa: S101 (asked for above)
        assert stdout is not None  # noqa: S101 (asked for above)
        # A process that dies while it is written to has no answer, which tells why.
        with contextlib.suppress(BrokenPipeError):
            wire.send(stdin, request)
        said = wire.answered(stdout)
        if said is None:
            raise StillHereError("exercise/policy-ended", policy=self._name)
        if "code" in said:
            code = said["code"] if said["code"] in CATALOGUE else "cli/fault"
            raise StillHereError(code, **{"policy": self._name, **said["values"]})
        return said["value"]


def _package(factory: str) -> str:
    """The folder the outermost package of a factory is imported from; else empty."""
    outermost = factory.partition(":")[0].partition(".")[0]
    found = find_spec(outermost)
    if found is None or found.submodule_search_locations is None:
        return ""
    return str(Path(next(iter(found.submodule_search_locations))).absolute().parent)
