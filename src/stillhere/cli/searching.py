"""``searched``: what was done where, and which places nobody has visited."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from stillhere.cli import words
from stillhere.cli.opening import Opened, opened
from stillhere.cli.options import AsJson, AsOf, PassphraseFd, Where
from stillhere.cli.progress import Steps, steps
from stillhere.cli.screen import as_json, heading, say, table
from stillhere.cli.seeking import place_of
from stillhere.ledger import Picture, PlaceKey
from stillhere.plan import Atlas, Belief, PlanRules, belief
from stillhere.plan.searched import (
    AreaEffort,
    Ended,
    Level,
    NotVisited,
    Searched,
    ended,
    expected_left,
    not_visited,
)
from stillhere.plan.searched import (
    searched as looked_at,
)

_MILLION = 1_000_000
_SHOWN = 20


@dataclass(frozen=True, slots=True)
class _Told:
    """Everything ``searched`` tells of."""

    done: Searched
    areas: Sequence[AreaEffort]
    left: dict[PlaceKey, int]
    waiting: Sequence[NotVisited]
    ended: Sequence[Ended]


def searched(
    where: Where,
    *,
    place: Annotated[
        str | None, typer.Option(help="Street by street in this settlement.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="Print at most so many.")] = _SHOWN,
    as_of: AsOf = None,
    passphrase_fd: PassphraseFd = None,
    json: AsJson = False,
) -> None:
    """Say what was searched, and which places nobody has visited. For operations only.

    Effort is the chance that a bedridden person would have been found, had one been
    there. People expected to be still there are a second figure. No place is ever clear.
    """
    with steps() as shown, opened(where, shown, as_of=as_of, fd=passphrase_fd) as found:
        picture = found.picture(shown)
        inside = _inside(found, picture, place, where)
        made = _told(found, picture, shown, inside)
    if json:
        as_json(_shape(made))
        return
    _print_waiting(found, made, limit)
    _print_areas(found, made, limit)
    if made.ended:
        heading("Searches that were ended")
        rows = [(e.place, e.by, e.date or "", e.why, e.report) for e in made.ended]
        table(("place", "by", "when", "reasons", "report"), rows)


def _inside(
    found: Opened, picture: Picture, text: str | None, path: Path
) -> PlaceKey | None:
    if text is None:
        return None
    return place_of(picture, found.world.gazetteer, text, path).settlement


def _told(
    found: Opened, picture: Picture, shown: Steps, inside: PlaceKey | None
) -> _Told:
    world, rules = found.world, PlanRules.shipped()
    atlas = Atlas.of(world.buildings, world.gazetteer)
    shown.tell("weighing every door", 0.0)
    believed: Belief = belief(picture, atlas, rules)
    done = looked_at(picture, atlas, rules)
    level = Level.SETTLEMENT if inside is None else Level.STREET
    areas = [
        area
        for key, area in done.areas(level).items()
        if inside is None or key.startswith(f"{inside}/")
    ]
    left = expected_left(believed, done.ground, level)
    areas.sort(key=lambda area: (-left.get(area.key, 0), area.key))
    waiting = not_visited(picture, atlas, believed, rules, world.operation.hour_0)
    return _Told(done, areas, left, waiting, ended(picture))


def _print_waiting(found: Opened, made: _Told, limit: int) -> None:
    places = [one for one in made.waiting if one.known]
    heading(f"Places nobody has visited: {len(places):,}")
    table(
        ("place", "#expected", "#dwellings", "#days", "state"),
        [
            (
                words.place(found.world.gazetteer, one.key),
                _people(one.expected),
                one.doors,
                one.days,
                "passed" if one.passed else "not visited",
            )
            for one in places[:limit]
        ],
    )


def _print_areas(found: Opened, made: _Told, limit: int) -> None:
    done = [area for area in made.areas if area.last_visit or area.effort]
    heading(f"Effort, of {len(done):,} somebody was at")
    table(
        ("place", "#effort", "#visited", "#entered", "last visit", "#expected"),
        [
            (
                _name(found, area.key),
                f"{area.told // 10_000} %",
                f"{area.visited:,} of {area.doors:,}",
                area.entered,
                area.last_visit or "",
                _people(made.left.get(area.key, 0)),
            )
            for area in done[:limit]
        ],
    )
    say("Expected people are a second figure. No place is ever clear.")


def _name(found: Opened, key: PlaceKey) -> str:
    return key if "/" in key else words.place(found.world.gazetteer, key)


def _people(millionths: int) -> str:
    return f"{millionths / _MILLION:,.1f}"


def _shape(made: _Told) -> dict[str, Any]:
    return {
        "areas": [
            {
                **area._asdict(),
                "effort_millionths": area.effort,
                "expected_millionths": made.left.get(area.key, 0),
            }
            for area in made.areas
        ],
        "not_visited": [one._asdict() for one in made.waiting],
        "ended": [one._asdict() for one in made.ended],
    }
