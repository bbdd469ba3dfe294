"""``brief``: the public brief or the situation report, as a draft."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from stillhere.cli.opening import Opened, opened
from stillhere.cli.options import AsJson, AsOf, PassphraseFd, Where
from stillhere.cli.planning import STOPS, TEAMS, planned
from stillhere.cli.progress import steps
from stillhere.cli.screen import as_json, plain, print_line
from stillhere.cli.writing import write
from stillhere.ledger import Picture
from stillhere.plan import Belief
from stillhere.publish import Page, html, markdown, public_brief, situation_report, text

_FORMS: dict[str, Callable[[Page, Picture], str]] = {
    ".html": html,
    ".htm": html,
    ".md": markdown,
    ".txt": text,
}


def brief(
    where: Where,
    *,
    out: Annotated[
        Path | None,
        typer.Option(help="Write it here: .md, .html or .txt by the ending."),
    ] = None,
    situation: Annotated[
        bool, typer.Option("--situation", help="The situation report, for operations.")
    ] = False,
    as_of: AsOf = None,
    passphrase_fd: PassphraseFd = None,
    json: AsJson = False,
) -> None:
    """Write the public brief with questions and answers, every figure with sources.

    It is a draft until a named person releases it, and says so on every page.
    """
    with steps() as shown, opened(where, shown, as_of=as_of, fd=passphrase_fd) as found:
        picture = found.picture(shown)
        believed = None
        if situation:
            made = planned(found, picture, shown, teams=TEAMS, limit=STOPS)
            believed = made.believed
    page = page_of(found, picture, situation=situation, believed=believed)
    if json:
        as_json(
            {"title": page.title, "draft": True, "markdown": markdown(page, picture)}
        )
    elif out is None:
        print(plain_pages(text(page, picture)))
    if out is not None:
        written = write(out, _FORMS.get(out.suffix.lower(), text)(page, picture))
        if not json:
            print_line(f"wrote {written}: a draft, not released")


def page_of(
    found: Opened,
    picture: Picture,
    *,
    situation: bool = False,
    believed: Belief | None = None,
) -> Page:
    """The public brief, or the situation report where `situation`."""
    gazetteer = found.world.gazetteer
    if situation:
        return situation_report(picture, gazetteer, found.region, believed)
    return public_brief(picture, gazetteer, found.region)


def plain_pages(written: str) -> str:
    """Sheets of paper one below the other, for a terminal."""
    return "\n".join(plain(paper).rstrip("\n") + "\n" for paper in written.split("\f"))
