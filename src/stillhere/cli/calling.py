"""``calls``: numbers on file to call before anybody sets off."""

from collections.abc import Iterable
from typing import Annotated, Any

import typer

from stillhere.cli.opening import opened
from stillhere.cli.options import AsJson, AsOf, PassphraseFd, Where
from stillhere.cli.progress import steps
from stillhere.cli.screen import as_json, say, table
from stillhere.ledger import MentionId, Picture
from stillhere.plan import Atlas, CallToMake, PlanRules, belief, calls_to_make
from stillhere.plan.calling.numbers import who_asks

_MILLION = 1_000_000
_SHOWN = 20


def calls(
    where: Where,
    *,
    limit: Annotated[int, typer.Option(min=1, help="Print at most so many.")] = _SHOWN,
    as_of: AsOf = None,
    passphrase_fd: PassphraseFd = None,
    json: AsJson = False,
) -> None:
    """Say which numbers on file to call first: most people settled per minute.

    A number nobody answered waits before it comes again; one that was answered, was wrong
    or is not to be called again does not come back.
    """
    with steps() as shown, opened(where, shown, as_of=as_of, fd=passphrase_fd) as found:
        picture = found.picture(shown)
        shown.tell("weighing every door", 0.0)
        atlas = Atlas.of(found.world.buildings, found.world.gazetteer)
        rules = PlanRules.shipped()
        made = calls_to_make(picture, belief(picture, atlas, rules), rules)
    if json:
        as_json([call_shape(call) for call in made[:limit]])
        return
    people = sum(call.expected for call in made) / _MILLION
    say(f"Calls to make: {len(made):,}; they may settle about {people:,.1f} people.")
    if made:
        _print(picture, made[:limit])


def _print(picture: Picture, made: Iterable[CallToMake]) -> None:
    table(
        ("number", "answers", "may settle", "#people a minute", "#tries"),
        [
            (
                call.written,
                _named(picture, call.beside) or _asks(picture, call),
                _named(picture, call.people),
                f"{call.per_minute / _MILLION:.3f}",
                call.tries,
            )
            for call in made
        ],
    )


def _named(picture: Picture, people: Iterable[MentionId]) -> str:
    names = (picture.entries[person].name or "no name" for person in people)
    return ", ".join(names)


def _asks(picture: Picture, call: CallToMake) -> str:
    return ", ".join(who_asks(picture, call.reports)) or "who asked for them"


def call_shape(call: CallToMake) -> dict[str, Any]:
    """One call for machines."""
    return {
        "id": call.id,
        "number": call.written,
        "whose": call.whose.value,
        "people": list(call.people),
        "beside": list(call.beside),
        "expected_millionths": call.expected,
        "per_minute_millionths": call.per_minute,
        "seconds": call.seconds,
        "tries": call.tries,
        "cites": list(call.reports),
    }
