"""``close``: the search of a place ends, by a person's report with reasons."""

from pathlib import Path
from typing import Annotated

import typer

from stillhere.cli.clock import now
from stillhere.cli.opening import Opened, opened
from stillhere.cli.options import AsJson, PassphraseFd, StorePath
from stillhere.cli.progress import steps
from stillhere.cli.screen import as_json, print_line
from stillhere.cli.seeking import place_of
from stillhere.errors import StillHereError
from stillhere.ledger import Picture, PlaceKey
from stillhere.plan import Atlas
from stillhere.plan.searched import Ground, Level
from stillhere.reports import Stamp, make_report
from stillhere.vocabulary import ReportKind


def close(
    store: StorePath,
    place: Annotated[
        str, typer.Argument(help="A settlement, or the key of a street or building.")
    ],
    *,
    why: Annotated[str, typer.Option(help="The reasons, in words. Name nobody.")],
    who: Annotated[str, typer.Option(help="Who decided.")],
    passphrase_fd: PassphraseFd = None,
    json: AsJson = False,
) -> None:
    """End the search of a place, for reasons a person gives.

    Its effort and the people expected there stay in view. 'stillhere withdraw' with the
    id of the report begins the search anew.
    """
    if not (why.strip() and who.strip()):
        reason = "A search ends by a person's decision with reasons: --who and --why."
        raise StillHereError("cli/usage", reason=reason)
    with steps() as shown, opened(store, shown, fd=passphrase_fd) as found:
        if found.store is None:
            raise StillHereError("cli/needs-store", path=store, action="a decision")
        key = _area_of(found, found.picture(shown), place, store)
        moment = found.as_of if found.exercise else now()
        report = make_report(
            found.store.operation_key,
            ReportKind.CLOSING,
            who.strip(),
            {"place": key, "why": why.strip(), "date": moment, "at": now()},
            stamp=Stamp(author=who.strip(), source_date=moment),
        )
        found.store.append([report], entry_date=now())
    if json:
        as_json({"closing": report.id, "place": key})
        return
    print_line(
        f"The search of {key} is ended. To begin it anew: stillhere withdraw {store} "
        f"--report {report.id}"
    )


def _area_of(found: Opened, picture: Picture, text: str, path: Path) -> PlaceKey:
    world = found.world
    atlas = Atlas.of(world.buildings, world.gazetteer)
    ground = Ground.of(picture, atlas)
    if any(text in ground.levels[level].keys for level in Level):
        return PlaceKey(text)
    return place_of(picture, world.gazetteer, text, path).key
