"""The planner's process: started by `planner`, sealed before its policy is made.

It ends when the clock closes it or goes away. Whatever happens here becomes one line:
a code of the catalogue, or the kind of a fault and where it was; its words stay here.
"""

import contextlib
import os
import signal
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from traceback import extract_tb
from typing import IO, Any

from stillhere.errors import StillHereError
from stillhere.exercise.running import wire
from stillhere.exercise.running.guard import SealedError, own_roots, seal
from stillhere.exercise.running.policy import Dialling, Knock, Policy, Reply
from stillhere.plan import Atlas

_ROOT = Path(__file__).parents[2]


@dataclass(slots=True)
class _Cell:
    """Answers requests in the order they come."""

    requests: IO[bytes]
    answers: IO[bytes]

    def serve(self) -> None:
        """Serve until the clock closes or has gone."""
        with contextlib.suppress(EOFError):
            policy = self._begun(wire.receive(self.requests))
            while policy is not None:
                policy = self._asked(policy, wire.receive(self.requests))

    def _begun(self, request: tuple[Any, ...]) -> Policy | None:
        try:
            policy = _sealed_policy(*request[1:])
        except Exception as error:  # noqa: BLE001 (the edge of the process)
            wire.answer(self.answers, _fault(error))
            return None
        wire.answer(self.answers, {"value": None})
        return policy

    def _asked(self, policy: Policy, request: tuple[Any, ...]) -> Policy | None:
        try:
            value = _ask(policy, *request)
        except Exception as error:  # noqa: BLE001 (the edge of the process)
            wire.answer(self.answers, _fault(error))
            return None
        wire.answer(self.answers, {"value": value})
        return None if request[0] == wire.CLOSE else policy


def _sealed_policy(
    factory: str,
    package: str,
    forbidden: frozenset[tuple[int, int]],
    world: Any,  # noqa: ANN401
) -> Policy:
    if package and package not in sys.path:
        sys.path.append(package)
    module, _, name = factory.partition(":")
    made = getattr(import_module(module), name)
    seal(own_roots(), forbidden)
    policy: Policy = made(world, Atlas.of(world.buildings, world.gazetteer))
    return policy


def _ask(policy: Policy, request: str, *given: Any) -> object:  # noqa: ANN401
    if request == wire.MORNING:
        policy.morning(*given)
        return None
    if request == wire.CLOSE:
        return dict(policy.close())
    if request in (wire.CALLS, wire.REPLIED):
        return _ask_for_calls(policy, request, *given)
    _tell(policy, given[0])
    if request == wire.EVENING:
        policy.evening(given[1])
        return None
    return int(policy.choose(*given[1:]))


def _ask_for_calls(policy: Policy, request: str, day: int, *given: Any) -> object:  # noqa: ANN401
    if not isinstance(policy, Dialling):
        return []
    if request == wire.CALLS:
        return [(dial.phone, list(dial.about)) for dial in policy.calls(day)]
    policy.replied(day, [Reply(*reply) for reply in given[0]])
    return None


def _tell(policy: Policy, knocks: list[tuple[Any, ...]]) -> None:
    for knock in knocks:
        policy.told(Knock(*knock))


def _fault(error: Exception) -> Mapping[str, object]:
    """A code and its values, in plain text."""
    if isinstance(error, StillHereError):
        return {"code": error.code, "values": error.values}
    if isinstance(error, SealedError):
        return {"code": "exercise/policy-sealed", "values": {"event": str(error)}}
    where = {"kind": type(error).__name__, "place": _place(error)}
    return {"code": "exercise/policy-failed", "values": where}


def _place(error: Exception) -> str:
    """The innermost line of the program, else of whatever the policy called."""
    frames = extract_tb(error.__traceback__)
    own = [f for f in frames if Path(f.filename).is_relative_to(_ROOT)]
    if not own or own[-1].filename == __file__:
        return f"{Path(frames[-1].filename).name}:{frames[-1].lineno}"
    path = Path(own[-1].filename).relative_to(_ROOT)
    return f"{path.as_posix()}:{own[-1].lineno}"


def main() -> None:
    """Serve over the standard streams; whatever a policy prints goes nowhere."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    requests = os.fdopen(os.dup(sys.stdin.fileno()), "rb")
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (sys.stdin, sys.stdout):
        os.dup2(nothing, stream.fileno())
    _Cell(requests, answers).serve()


if __name__ == "__main__":
    main()
