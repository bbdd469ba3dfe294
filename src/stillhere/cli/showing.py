"""``show``: the overview, one person, one place, one figure, one report."""

from typing import Annotated, Any

import typer

from stillhere.cli import landscape, overview, portrait, shapes, words
from stillhere.cli.opening import Opened, opened
from stillhere.cli.options import AsJson, AsOf, PassphraseFd, Where
from stillhere.cli.progress import steps
from stillhere.cli.screen import as_json, heading, say, table, told
from stillhere.cli.seeking import person_of, place_of, report_of
from stillhere.errors import StillHereError
from stillhere.ledger import Picture
from stillhere.reports import Report

_LIMIT = 10
_LONGEST = 2000


def show(  # noqa: PLR0913 (one option per thing that can be shown)
    where: Where,
    *,
    person: Annotated[
        str | None, typer.Option(help="Name or id of a person: entry and evidence.")
    ] = None,
    place: Annotated[
        str | None, typer.Option(help="Any name of a place, or the key of a dwelling.")
    ] = None,
    figure: Annotated[
        str | None, typer.Option(help="Name of a figure: the rows behind it.")
    ] = None,
    report: Annotated[
        str | None, typer.Option(help="Id of a report: as its source stated it.")
    ] = None,
    limit: Annotated[
        int, typer.Option(min=0, help="Most lines of a long list.")
    ] = _LIMIT,
    as_of: AsOf = None,
    passphrase_fd: PassphraseFd = None,
    json: AsJson = False,
) -> None:
    """Show the overview, or one person, place, figure or report with its evidence."""
    with steps() as shown, opened(where, shown, as_of=as_of, fd=passphrase_fd) as found:
        picture = found.picture(shown)
        stated = None if report is None else report_of(found, report)
    if person is not None:
        _person(found, picture, person, json=json)
    elif place is not None:
        _place(found, picture, place, json=json)
    elif figure is not None:
        _figure(picture, figure, limit, json=json)
    elif stated is not None:
        _report(picture, stated, json=json)
    elif json:
        as_json(overview.overview_shape(found, picture, limit))
    else:
        _overview(found, picture, limit)


def _overview(found: Opened, picture: Picture, limit: int) -> None:
    overview.overview(found, picture)
    listed = picture.without_word()
    few = listed[:limit]
    title = f"Without word, of most concern ({len(few)} of {len(listed):,})"
    overview.without_word(few, title=title)
    if picture.findings:
        heading("Findings")
        told(picture.findings)


def _person(found: Opened, picture: Picture, text: str, *, json: bool) -> None:
    entry = person_of(picture, text, found.path)
    if json:
        as_json(shapes.whole_person(picture, entry))
    else:
        portrait.person(picture, entry, found.world.gazetteer)


def _place(found: Opened, picture: Picture, text: str, *, json: bool) -> None:
    gazetteer = found.world.gazetteer
    known = place_of(picture, gazetteer, text, found.path)
    if json:
        as_json(shapes.place(picture, gazetteer, known))
    else:
        landscape.place(picture, gazetteer, known)


def _figure(picture: Picture, name: str, limit: int, *, json: bool) -> None:
    if name not in overview.NAMES:
        known = ", ".join(overview.NAMES)
        raise StillHereError("cli/no-such-figure", text=name, known=known)
    counted = picture.count(name)
    if not json:
        overview.figure(picture, counted, limit)
        return
    rows = [shapes.cite(picture, report) for report in counted.cites]
    as_json({"name": name, **shapes.figure(counted), "cites": rows})


def _report(picture: Picture, known: Report, *, json: bool) -> None:
    fields: dict[str, Any] = known.fields
    if json:
        about = {"kind": known.kind.value, "source": known.source}
        as_json({**shapes.cite(picture, known.id), **about, "fields": fields})
        return
    say(f"Report {known.id}: {known.kind.value} of {known.source}")
    say(f"Read from {words.origin(picture, known.id)}")
    heading("As its source stated it")
    table(("field", "text"), [(k, _cut(str(v))) for k, v in fields.items()])


def _cut(text: str) -> str:
    """A text no terminal should hold, such as a loaded table, without its end."""
    more = len(text) - _LONGEST
    return f"{text[:_LONGEST]}… and {more:,} more letters" if more > 0 else text
