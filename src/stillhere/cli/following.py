"""``followups``: who was found is seen again in time."""

from typing import Annotated, Any

import typer

from stillhere.cli.opening import opened
from stillhere.cli.options import AsJson, AsOf, PassphraseFd, Where
from stillhere.cli.progress import steps
from stillhere.cli.screen import as_json, say, table
from stillhere.plan import Atlas, PlanRules
from stillhere.plan.following import FollowUp, days_without_help, follow_ups

_SHOWN = 20


def followups(
    where: Where,
    *,
    limit: Annotated[int, typer.Option(min=1, help="Print at most so many.")] = _SHOWN,
    as_of: AsOf = None,
    passphrase_fd: PassphraseFd = None,
    json: AsJson = False,
) -> None:
    """List who was found and has to be seen again, those overdue first.

    Times are counted at the date of the picture; nothing of it is stored.
    """
    with steps() as shown, opened(where, shown, as_of=as_of, fd=passphrase_fd) as found:
        picture = found.picture(shown)
        atlas = Atlas.of(found.world.buildings, found.world.gazetteer)
        made = follow_ups(picture, atlas, PlanRules.shipped(), picture.as_of)
    if json:
        as_json([_follow_shape(one, picture.as_of) for one in made[:limit]])
        return
    overdue = sum(one.overdue for one in made)
    say(f"Follow-up visits: {len(made):,}; {overdue:,} of them overdue.")
    if made:
        table(
            ("due", "dwelling", "why", "#days without help"),
            [
                (
                    f"{one.due}{' overdue' if one.overdue else ''}",
                    one.key,
                    one.why.sentence,
                    _days(one, picture.as_of),
                )
                for one in made[:limit]
            ],
        )


def _days(one: FollowUp, moment: str) -> int | str:
    days = days_without_help(one, moment)
    return "no date" if days is None else days


def _follow_shape(one: FollowUp, moment: str) -> dict[str, Any]:
    return {
        "dwelling": one.key,
        "due": one.due,
        "overdue": one.overdue,
        "days_without_help": days_without_help(one, moment),
        "people": one.people,
        "purposes": list(one.why.purposes),
        "reason": one.why.sentence,
        "cites": list(one.why.cites),
    }
