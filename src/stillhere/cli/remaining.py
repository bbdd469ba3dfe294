"""``remaining``: how many are still there, as far as anybody can say."""

from collections.abc import Iterator
from typing import Any

from stillhere.cli import words
from stillhere.cli.opening import Opened, opened
from stillhere.cli.options import AsJson, AsOf, PassphraseFd, Where
from stillhere.cli.progress import Steps, steps
from stillhere.cli.screen import as_json, heading, say, table
from stillhere.ledger import Picture
from stillhere.places import Gazetteer
from stillhere.plan import Atlas, PlanRules, belief
from stillhere.plan.still_here import (
    PlaceStillHere,
    Range,
    Seen,
    StillHere,
    sentence,
    still_here,
)

_NOWHERE = "(no place is known)"
_LISTS = {
    "register": "in a list of residents",
    "service": "on a service list",
    "requests": "asked for in a tracing request",
    "calls": "or their door, told of in a call",
    "none": "on none of these",
}


def figured(found: Opened, picture: Picture, shown: Steps) -> StillHere:
    """Believe, and say how many are still there."""
    rules, world = PlanRules.shipped(), found.world
    atlas = Atlas.of(world.buildings, world.gazetteer)
    shown.tell("weighing every door", 0.0)
    return still_here(picture, belief(picture, atlas, rules), atlas, rules)


def remaining(
    where: Where,
    *,
    as_of: AsOf = None,
    passphrase_fd: PassphraseFd = None,
    json: AsJson = False,
) -> None:
    """Say how many were seen, and how many more are still there by the model.

    For operations only. The assumptions stand beside the figure; a low number is no
    reason to stop.
    """
    with steps() as shown, opened(where, shown, as_of=as_of, fd=passphrase_fd) as found:
        picture = found.picture(shown)
        figure = figured(found, picture, shown)
        gazetteer = found.world.gazetteer
    if json:
        as_json(_shape(figure, picture))
        return
    say(f"{found.region}, as of {picture.as_of}. For operations only.")
    say(in_short(figure))
    if figure.left is not None:
        _places(figure, gazetteer)
    if figure.seen.people:
        heading("People seen had been known to (one may stand on several)")
        table(("#people", "list"), _on_lists(figure))
    heading("What the figure rests on")
    for assumption in figure.assumptions:
        say(f"- {sentence(assumption)}")


def in_short(figure: StillHere) -> str:
    """The figure in one line."""
    seen = f"At least {figure.seen.people:,} seen"
    if figure.left is None or figure.by_name is None or figure.no_list is None:
        return f"{seen}; of anybody else nothing can be said."
    return (
        f"{seen}; {_span(figure.left)} not yet found by the model, the dead included: "
        f"{_span(figure.by_name)} known to a list, {_span(figure.no_list)} known to none."
    )


def _places(figure: StillHere, gazetteer: Gazetteer) -> None:
    heading("By place")
    ranked = sorted(figure.places.values(), key=lambda p: (-p.left.expected, p.key))
    table(
        ("place", "#seen", "#not yet found", "#known to a list", "#known to none"),
        (_row(place, gazetteer) for place in ranked),
    )


def _row(place: PlaceStillHere, gazetteer: Gazetteer) -> tuple[str, ...]:
    name = words.place(gazetteer, place.key) if place.key else _NOWHERE
    seen = f"{place.seen.people:,}"
    ranges = (place.left, place.by_name, place.no_list)
    return (name, seen, *map(_span, ranges))


def _span(found: Range) -> str:
    return f"{found.low:,} to {found.high:,}"


def _on_lists(figure: StillHere) -> Iterator[tuple[str, str]]:
    for name, meaning in _LISTS.items():
        yield f"{figure.lists[name]:,}", meaning


def _shape(figure: StillHere, picture: Picture) -> dict[str, Any]:
    estimate = figure.estimate
    return {
        "as_of": picture.as_of,
        "picture": figure.picture,
        "rules": figure.rules,
        "seen": _seen(figure.seen),
        **_ranges(figure.left, figure.by_name, figure.no_list),
        "places": [
            {
                "place": place.key,
                "seen": _seen(place.seen),
                **_ranges(place.left, place.by_name, place.no_list),
            }
            for place in figure.places.values()
        ],
        "lists": dict(figure.lists),
        "estimate": None if estimate is None else estimate._asdict(),
        "assumptions": [
            {"code": one.code, "sentence": sentence(one)} for one in figure.assumptions
        ],
        "cites": list(figure.cites),
    }


def _seen(seen: Seen) -> dict[str, Any]:
    return {**seen._asdict(), "cites": list(seen.cites)}


def _ranges(
    left: Range | None, by_name: Range | None, no_list: Range | None
) -> dict[str, Any]:
    ranges = {"not_yet_found": left, "known_to_a_list": by_name, "no_list": no_list}
    return {
        name: None
        if found is None
        else {
            "low": found.low,
            "high": found.high,
            "expected_millionths": found.expected,
        }
        for name, found in ranges.items()
    }
