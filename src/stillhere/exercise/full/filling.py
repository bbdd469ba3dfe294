"""Fill a world with reports of sixty days, row by row: nothing is kept in memory."""

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

from stillhere.exercise.full.assumed import assumed, count
from stillhere.exercise.full.filled_rows import KINDS, Kind, Scribe
from stillhere.exercise.streams import Stream
from stillhere.exercise.truth_files import person_code
from stillhere.exercise.world import World

Progress = Callable[[str, float], None]

_WORKING_HOURS = 10


def fill(out: Path, world: World, many: int, tell: Progress) -> None:
    """Write about `many` rows of visits, calls, requests, needs and services.

    Files are cut by days; the persons their rows name are added to
    `truth/mentions.csv`. For load tests: a world with them tells of finds, so no search
    is played on it.

    Args:
        out: The folder of a world that is written already.
        world: Of that folder.
        many: Rows to write; nothing for 0.
        tell: Called with what is being done and the share done.
    """
    if not many:
        return
    scribe = Scribe.of(world, world.dice(Stream.FILLED))
    days, step = count("filled", "days"), count("filled", "days_per_file")
    first_days = range(0, days, step)
    with (out / "truth/mentions.csv").open("a", encoding="utf-8", newline="") as file:
        mentions = csv.writer(file, lineterminator="\n")
        for part, first in enumerate(first_days):
            tell("reports of sixty days", 0.65 + 0.35 * part / len(first_days))
            for name, kind in KINDS.items():
                of_kind = round(many * assumed("filled", name))
                rows = _shared(of_kind, part, len(first_days))
                span = (first, min(step, days - first))
                path = _path(out, kind, span)
                mentions.writerows(_written(path, kind, rows, span, scribe))


def _shared(many: int, part: int, parts: int) -> range:
    """Ordinals of the rows of one part, from 1."""
    return range(1 + many * part // parts, 1 + many * (part + 1) // parts)


def _path(out: Path, kind: Kind, span: tuple[int, int]) -> Path:
    first, days = span
    folder = out / "lists" / kind.folder
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{kind.folder}-{first + 1:02d}-{first + days:02d}.csv"


def _written(
    path: Path,
    kind: Kind,
    rows: range,
    span: tuple[int, int],
    scribe: Scribe,
) -> Iterator[tuple[str, int, str]]:
    """Write one file; gives (file, row, person) of every row that names somebody."""
    if not rows:
        return
    first, days = span
    name = f"{path.parent.name}/{path.name}"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(kind.header)
        for line, number in enumerate(rows, start=2):
            day = first + days * (line - 2 + scribe.dice.roll()) / len(rows)
            hour = 24 * day
            if kind.by_day:
                hour = 24 * int(day) + _WORKING_HOURS * (day - int(day))
            cells, person = kind.row(scribe, number, hour)
            writer.writerow(cells)
            if person is not None:
                yield name, line, person_code(person)
