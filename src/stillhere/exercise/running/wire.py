"""What goes over the pipe between the clock and a planner's process.

To the planner: pickles of tuples, the name of the request first. From it: one line of
JSON each, since what a sealed process says must not be able to run anything here.
"""

import json
import pickle
from collections.abc import Mapping
from copyreg import dispatch_table
from types import MappingProxyType
from typing import IO, Any, Final

BEGIN: Final = "begin"
"""``(BEGIN, factory, folder of its package, forbidden files, world)``; the first."""
MORNING: Final = "morning"
"""``(MORNING, day, reports)``."""
CHOOSE: Final = "choose"
"""``(CHOOSE, knocks told since the last request, team, at, minutes)``; gives a door."""
CALLS: Final = "calls"
"""``(CALLS, day)``; gives ``[phone, [report, ...]]`` for each call, in their order."""
REPLIED: Final = "replied"
"""``(REPLIED, day, replies)``."""
EVENING: Final = "evening"
"""``(EVENING, knocks told since the last request, day)``."""
CLOSE: Final = "close"
"""``(CLOSE,)``; gives digests by name and ends the process."""


def send(pipe: IO[bytes], request: tuple[object, ...]) -> None:
    """Write one request."""
    pickler = pickle.Pickler(pipe, protocol=pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = _TABLE
    pickler.dump(request)
    pipe.flush()


def receive(pipe: IO[bytes]) -> tuple[Any, ...]:
    """Read one request; raises EOFError when the clock has gone."""
    request: tuple[Any, ...] = pickle.load(pipe)  # noqa: S301 (of our own parent)
    return request


def answer(pipe: IO[bytes], said: Mapping[str, object]) -> None:
    """Write one answer."""
    pipe.write(json.dumps(said).encode() + b"\n")
    pipe.flush()


def answered(pipe: IO[bytes]) -> dict[str, Any] | None:
    """Read one answer; None where the process ended before it was whole."""
    line = pipe.readline()
    if not line.endswith(b"\n"):
        return None
    said: dict[str, Any] = json.loads(line)
    return said


def _frozen(content: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(content)


def _mapping(proxy: MappingProxyType[Any, Any]) -> tuple[object, ...]:
    return _frozen, (dict(proxy),)


_TABLE: Final[dict[type, Any]] = {**dispatch_table, MappingProxyType: _mapping}
