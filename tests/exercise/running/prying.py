"""Policies that reach for what a planner may not know; made in the sealed process.

A world's region (`lists/operation.json`) tells them a path to try: the clock itself
never does. An attempt gives something that is true if it got what it wanted.
"""

import builtins
import contextlib
import ctypes
import gc
import importlib
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from stillhere.exercise.running import Knock
from stillhere.exercise.running.clock import NOTHING_LEFT
from stillhere.intake import World
from stillhere.plan import Atlas
from stillhere.reports import Report

Attempt = Callable[[World], object]


class Prying:
    """Tries everything it was made with when it is first asked.

    `close` gives the attempts that read something: they are digests by name.
    """

    def __init__(self, attempts: Mapping[str, Attempt], world: World) -> None:
        self._attempts, self._world = dict(attempts), world
        self._read: list[str] = []
        self._tried: list[str] = []

    def morning(self, day: int, news: Sequence[Report]) -> None:
        del day, news

    def choose(self, team: int, at: int, clock_min: float) -> int:
        del team, at, clock_min
        while self._attempts:
            name = next(iter(self._attempts))
            attempt = self._attempts.pop(name)
            self._tried.append(name)
            with contextlib.suppress(OSError, LookupError, AttributeError):
                if attempt(self._world):
                    self._read.append(name)
        return NOTHING_LEFT

    def told(self, knock: Knock) -> None:
        del knock

    def evening(self, day: int) -> None:
        del day

    def close(self) -> Mapping[str, str]:
        return {"tried": " ".join(self._tried), "read": " ".join(self._read)}


class Loud(Prying):
    """Lets its failure be seen."""

    def choose(self, team: int, at: int, clock_min: float) -> int:
        del team, at, clock_min
        (attempt,) = self._attempts.values()
        return 0 if attempt(self._world) else NOTHING_LEFT


def _truth(world: World) -> Path:
    return Path(world.operation.region) / "truth" / "persons.csv"


def _read(world: World) -> object:
    return _truth(world).read_text(encoding="utf-8")


def _read_bytes(world: World) -> object:
    with open(os.fsencode(_truth(world)), "rb") as file:  # noqa: PTH123 (another door)
        return file.read()


def _read_low(world: World) -> object:
    return os.read(os.open(_truth(world), os.O_RDONLY), 10)


def _read_beside(world: World) -> object:
    folder = os.open("/", os.O_RDONLY)
    return os.open(str(_truth(world)).lstrip("/"), os.O_RDONLY, dir_fd=folder)


def _read_list(world: World) -> object:
    return (Path(world.operation.region) / "lists" / "buildings.csv").read_bytes()


def _read_relative(world: World) -> object:
    os.chdir(world.operation.region)
    return Path("truth/persons.csv").read_bytes()


def _read_through_own_folder(world: World) -> object:
    up = os.path.relpath(_truth(world), sys.prefix)
    return Path(f"{sys.prefix}/{up}").read_bytes()


def _list_folder(world: World) -> object:
    return os.listdir(world.operation.region)  # noqa: PTH208 (another door)


def _walk_up(world: World) -> object:
    start, sought = Path.cwd(), _truth(world)
    for folder in (start, *start.parents):
        for found in folder.rglob(sought.name):
            if found == sought:
                return found
    return None


def _link(world: World) -> object:
    target = Path(sys.prefix) / "persons.csv"
    target.hardlink_to(_truth(world))
    return target.read_bytes()


def _ask_another(world: World) -> object:
    return subprocess.run(
        ["cat", str(_truth(world))], capture_output=True, check=True
    ).stdout


def _fork(world: World) -> object:
    return os.fork() and _truth(world)


def _call_c(world: World) -> object:
    libc = ctypes.CDLL(None)
    return libc.open(str(_truth(world)).encode(), 0) >= 0


def _own_arguments(world: World) -> object:
    del world
    said = [*sys.argv, *sys.orig_argv]
    return [word for word in said if "truth" in word or "exercise-world" in word]


def _parent_arguments(world: World) -> object:
    del world
    return Path(f"/proc/{os.getppid()}/cmdline").read_bytes()


def _collected(world: World) -> object:
    del world
    return [o for o in gc.get_objects() if type(o).__name__ in {"Doors", "Behind"}]


def _modules(world: World) -> object:
    del world
    doors = importlib.import_module("stillhere.exercise.running.doors")
    held = [v for v in vars(doors).values() if isinstance(v, doors.Doors)]
    return held or "__main__" not in sys.modules


def _tables_say_where(world: World) -> object:
    return world.lists.is_absolute() or world.lists.exists()


def _patched(world: World) -> object:
    """Breaks every name the seal could have looked up."""
    guard = importlib.import_module("stillhere.exercise.running.guard")
    for name in list(vars(guard)):
        if name.startswith("_") and not name.startswith("__"):
            setattr(guard, name, lambda *_: True)
    kept = isinstance
    try:
        vars(builtins)["isinstance"] = lambda *_: True
        return os.read(os.open(_truth(world), os.O_RDONLY), 10)
    finally:
        vars(builtins)["isinstance"] = kept


ATTEMPTS: dict[str, Attempt] = {
    "read": _read,
    "read_bytes": _read_bytes,
    "read_low": _read_low,
    "read_beside": _read_beside,
    "read_list": _read_list,
    "read_relative": _read_relative,
    "read_through_own_folder": _read_through_own_folder,
    "list_folder": _list_folder,
    "walk_up": _walk_up,
    "link": _link,
    "ask_another": _ask_another,
    "fork": _fork,
    "call_c": _call_c,
    "own_arguments": _own_arguments,
    "parent_arguments": _parent_arguments,
    "collected": _collected,
    "modules": _modules,
    "tables_say_where": _tables_say_where,
    "patched": _patched,
}
"""Those that change what others rely on come last."""


def prying(world: World, atlas: Atlas) -> Prying:
    del atlas
    return Prying(ATTEMPTS, world)


def loud(world: World, atlas: Atlas) -> Loud:
    del atlas
    return Loud({"read": _read}, world)


def broken(world: World, atlas: Atlas) -> Prying:
    del world, atlas
    nobody: dict[str, Prying] = {}
    return nobody["the address of Anna"]


def writes(world: World, atlas: Atlas) -> Loud:
    del atlas
    own = Path(sys.prefix) / "left.txt"
    return Loud({"write": lambda _: own.write_text("x", encoding="utf-8")}, world)


def dies(world: World, atlas: Atlas) -> Loud:
    del atlas
    return Loud({"die": lambda _: os._exit(3)}, world)


def prints(world: World, atlas: Atlas) -> Prying:
    """Says everything it can say on the streams, and goes on."""
    del atlas
    sys.stdout.write('{"value": 0}\n')
    sys.stdout.flush()
    os.write(1, b'{"value": 0}\n')
    return Prying({}, world)
