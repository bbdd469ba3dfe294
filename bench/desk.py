"""The desk at the size of a town: a typed report, a search, a start.

The town is `khankendi --core` of seed 7 in an encrypted store. A call is sent as the form
sends it; the time within is that from the report to store, picture and rows on the disk.
Searches are names of the town as written, whole and begun. Decisions go through the
queue as a registrar does, one key after the other: from the decision sent to the next
pair shown. All are measured inside the server, without the network. Starts are those of
the command, in a process of its own.
"""

import http.client
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter, sleep
from typing import TYPE_CHECKING

from bench import Progress, Row
from stillhere.desk.unlocked import Unlocked, hold
from stillhere.exercise import make_world
from stillhere.intake import read_folder, read_world
from stillhere.intake.tables import table_reports
from stillhere.plan import doubtful
from stillhere.reports import EXERCISE_KEY
from stillhere.store import Store, unlock

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.test import Client

    from stillhere.desk.operation.live import Entered, Operation
    from stillhere.pipeline.readings import Progress as Tell
    from stillhere.reports import Provenance, Report

SEED = 7
CALLS = 200
SEARCHES = 200
DECISIONS = 200
STARTS = 3
WORDS = "for measuring only"
_POLL_S = 0.01


def run(progress: Progress) -> list[Row]:
    """Measure on a fresh world and a fresh store."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "town.store"
        _fill(Path(folder), path, progress)
        progress("building the picture, once")
        with _opened(path) as operation:
            kept_s = _seconds(lambda: _keep(operation))
            progress(f"{CALLS} calls, {SEARCHES} searches")
            typed = _calls(operation)
            searched = _searches(operation)
            progress(f"{DECISIONS} decisions")
            decided = _decisions(operation)
            _keep(operation)
        progress(f"{STARTS} starts")
        starts = [_start(path) for _ in range(STARTS)]
    return [
        {
            "measure": "typed call, to committed, visible picture, p95 ms",
            "value": 1e3 * _p95(typed[0]),
            "target": "at most 40",
        },
        {
            "measure": "the same, the whole request of the form, p95 ms",
            "value": 1e3 * _p95(typed[1]),
        },
        {
            "measure": "search box, the whole request, p95 ms",
            "value": 1e3 * _p95(searched),
            "target": "at most 50",
        },
        {
            "measure": "decision on a pair, to the next pair shown, p95 ms",
            "value": 1e3 * _p95(decided),
            "target": "at most 150",
        },
        {
            "measure": "start: the address answers, s",
            "value": sorted(s[0] for s in starts)[STARTS // 2],
            "target": "at most 1",
        },
        {
            "measure": "start from the kept picture to the first page, s",
            "value": sorted(s[1] for s in starts)[STARTS // 2],
            "target": "at most 10",
        },
        {
            "measure": "keeping the picture, while others go on, s",
            "value": kept_s,
        },
    ]


def _fill(folder: Path, path: Path, progress: Progress) -> None:
    progress("making khankendi --core, seed 7")
    make_world("khankendi", SEED, folder / "world", core=True)
    world = read_world(folder / "world")
    as_of = world.operation.as_of or "2023-10-09"
    read = read_folder(folder / "world" / "lists", key=EXERCISE_KEY, as_of=as_of)
    tables = table_reports(world, EXERCISE_KEY, as_of)
    with Store.create(path, WORDS, EXERCISE_KEY, operation="bench") as store:
        store.append([*tables, *read.reports], read.provenance, entry_date=as_of)


@contextmanager
def _opened(path: Path) -> "Iterator[Operation]":
    """The operation of a store, open in this process with somebody who may sign in."""
    hold(Unlocked.file(path, unlock(path, WORDS)))
    from stillhere.desk.wsgi import prepare  # noqa: PLC0415 (needs an unlocked store)

    prepare()
    from django.conf import settings  # noqa: PLC0415
    from django.db import connections  # noqa: PLC0415

    from stillhere.desk.operation.current import (  # noqa: PLC0415
        begin,
        the_operation,
    )
    from stillhere.desk.operation.starting import start_operation  # noqa: PLC0415

    settings.ALLOWED_HOSTS = ["testserver"]
    start = begin()
    start_operation(start, before_opening=_account)
    if start.error is not None:
        raise start.error
    yield the_operation()
    the_operation().close()
    connections.close_all()


def _account() -> None:
    from stillhere.desk import rows  # noqa: PLC0415 (needs Django's settings)

    rows.create_account("hotline", WORDS, ["hotline"])
    rows.create_account("registrar", WORDS, ["registrar"])


def _keep(operation: "Operation") -> None:
    from stillhere.desk.operation import snapshots  # noqa: PLC0415

    snapshots.keep(operation)


def _client(name: str = "hotline") -> "Client":
    from django.test import Client  # noqa: PLC0415 (needs Django's settings)

    client = Client()
    answer = client.post("/sign-in/", {"username": name, "password": WORDS})
    assert answer.status_code == 302
    return client


def _calls(operation: "Operation") -> tuple[list[float], list[float]]:
    """Seconds within and of the whole request of each call."""
    client, inner, outer = _client(), [], []
    enter = operation.enter
    people = _people(operation, CALLS)

    def timed(
        reports: "Iterable[Report]",
        provenance: "Iterable[Provenance]" = (),
        tell: "Tell | None" = None,
    ) -> "Entered":
        started = perf_counter()
        entered = enter(reports, provenance, tell)
        inner.append(perf_counter() - started)
        return entered

    operation.enter = timed  # type: ignore[method-assign]
    for number, name in enumerate(people):
        call = {
            "name": name,
            "certainty": "sure",
            "note": f"call {number}",
            "date": operation.today[:10],
        }
        started = perf_counter()
        answer = client.post("/enter/call/", call)
        outer.append(perf_counter() - started)
        assert answer.status_code == 302, answer.content.decode()
    operation.enter = enter  # type: ignore[method-assign]
    return inner, outer


def _searches(operation: "Operation") -> list[float]:
    client, taken = _client(), []
    for number, name in enumerate(_people(operation, SEARCHES)):
        words = name if number % 2 else name[: 3 + number % 5]
        started = perf_counter()
        answer = client.get("/people/", {"q": words}, headers={"HX-Request": "true"})
        taken.append(perf_counter() - started)
        assert answer.status_code == 200
    return taken


def _decisions(operation: "Operation") -> list[float]:
    """Seconds from each decision to the page of the next pair of the queue."""
    client, taken = _client("registrar"), []
    dice = random.Random(SEED)
    with operation.evidence() as picture:
        (first,) = doubtful(picture, 1)
    address = f"/links/{first.a}/{first.b}/?queue=doubtful&place=1"
    client.get(address)
    for _ in range(DECISIONS):
        said = {"queue": "doubtful", "place": "1"}
        said["judgement"] = dice.choice(("same", "different", "unsure"))
        started = perf_counter()
        answer = client.post(f"{address.partition('?')[0]}judge/", said)
        address = answer.headers["Location"]
        shown = client.get(address)
        taken.append(perf_counter() - started)
        assert shown.status_code == 200
    return taken


def _people(operation: "Operation", count: int) -> list[str]:
    names = [e.name for e in operation.picture.entries.values() if e.name]
    return random.Random(SEED).sample(names, count)


def _start(path: Path) -> tuple[float, float]:
    """Seconds from the command to the first answer, and to the first page."""
    there, here = os.pipe()
    os.write(here, f"{WORDS}\n".encode())
    os.close(here)
    words = ["-m", "stillhere", "desk", str(path), "--passphrase-fd", str(there)]
    started = perf_counter()
    process = subprocess.Popen(
        [sys.executable, *words, "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        pass_fds=[there],
    )
    os.close(there)
    assert process.stdout is not None
    line = process.stdout.readline()
    port = int(line.rpartition(":")[2])
    _wait(lambda: _status(port) != 0)
    answered = perf_counter() - started
    _wait(lambda: _status(port) == http.client.OK)
    shown = perf_counter() - started
    process.terminate()
    process.communicate()
    return answered, shown


def _status(port: int) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request("GET", "/sign-in/")
        return connection.getresponse().status
    except OSError:
        return 0
    finally:
        connection.close()


def _wait(done: Callable[[], bool]) -> None:
    while not done():
        sleep(_POLL_S)


def _seconds(work: Callable[[], object]) -> float:
    started = perf_counter()
    work()
    return perf_counter() - started


def _p95(values: list[float]) -> float:
    return sorted(values)[int(0.95 * len(values))]
