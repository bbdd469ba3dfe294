"""``places load`` and ``places list``: tables of places, and what came of them."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from stillhere.cli import shapes
from stillhere.cli.clock import now
from stillhere.cli.opening import opened
from stillhere.cli.options import AsJson, PassphraseFd, StorePath, Where
from stillhere.cli.place_names import settle, unresolved
from stillhere.cli.place_words import (
    around_of,
    place_shape,
    store_of,
    table_shape,
    tell_place,
    tell_table,
)
from stillhere.cli.progress import steps
from stillhere.cli.screen import as_json, print_line, say, told
from stillhere.errors import StillHereError
from stillhere.intake import World
from stillhere.intake.tables import loaded_report
from stillhere.places import Gazetteer, Place
from stillhere.places.tables import TableForm
from stillhere.places.tables.loading import Wanted, load_tables

commands = typer.Typer(
    help="Load tables of places, list them, and decide what a name means."
)
commands.command("unresolved")(unresolved)
commands.command("settle")(settle)
_LIMIT = 30


@commands.command("load")
def load(  # noqa: PLR0913 (what is wanted of a file)
    store: StorePath,
    files: Annotated[
        list[Path],
        typer.Argument(
            help="GeoNames country file and alternate names, p-codes as CSV or XLSX, "
            "OpenStreetMap extract; plain or zipped."
        ),
    ],
    *,
    kind: Annotated[
        TableForm | None,
        typer.Option(help="Form of the files, where it is not seen from them."),
    ] = None,
    languages: Annotated[
        str, typer.Option(help="Languages whose names are wanted: hy,az,ru,en.")
    ] = "",
    around: Annotated[
        str,
        typer.Option(metavar="LAT,LON,KM", help="Leave out places further off."),
    ] = "",
    passphrase_fd: PassphraseFd = None,
    json: AsJson = False,
) -> None:
    """Load tables of places into the rules of the operation.

    Each becomes one report: other laptops get it with the reports, `withdraw` takes it
    back, a newer file of the same name takes its place, the same file changes nothing.
    """
    wanted = Wanted(kind, frozenset(_listed(languages)), around_of(around))
    with steps() as shown, opened(store, shown, fd=passphrase_fd) as found:
        here = store_of(found, "a table of places")
        shown.tell("reading tables of places", 0.0)
        tables = load_tables(files, wanted)
        known = {one.name: one.digest for one in found.world.loaded}
        fresh = [one for one in tables if known.get(one.name) != one.digest]
        moment = now()
        reports = [loaded_report(one, here.operation_key, moment) for one in fresh]
        if reports:
            here.append(reports, entry_date=moment)
        held = {one.name: one for one in (*found.world.loaded, *fresh)}
        world = replace(found.world, loaded=tuple(held.values()))
    ids = {one.name: report.id for one, report in zip(fresh, reports, strict=True)}
    if json:
        rows = [table_shape(world, one, ids.get(one.name, "")) for one in tables]
        as_json({"tables": rows, "findings": shapes.findings(world.places.findings)})
        return
    for one in tables:
        tell_table(world, one)
        if one.name in ids:
            undo = f"stillhere withdraw {store} --report {ids[one.name]}"
            print_line(f"Stored. To take it back: {undo}")
        else:
            say("It is here already, byte for byte. Nothing was stored.")
    told(world.places.findings)
    if fresh:
        print_line(f"Next: 'stillhere build {store}' reads every place anew by it.")


@commands.command("list")
def list_(
    where: Where,
    text: Annotated[
        str, typer.Argument(help="A name or code; without one, the tables are listed.")
    ] = "",
    *,
    limit: Annotated[int, typer.Option(min=1, help="Most places shown.")] = _LIMIT,
    passphrase_fd: PassphraseFd = None,
    json: AsJson = False,
) -> None:
    """List loaded tables with source and licence; or places by a name in any script.

    Of a place: all its names side by side, its codes, and how the tables were joined.
    """
    with steps() as shown, opened(where, shown, fd=passphrase_fd) as found:
        world = found.world
    if not text:
        _list_tables(world, json=json)
        return
    places = _places(world.gazetteer, text, limit)
    if json:
        as_json([place_shape(world, place) for place in places])
        return
    if not places:
        raise StillHereError("cli/no-such-place", path=where, text=text)
    for place in places:
        tell_place(world, place)


def _listed(text: str) -> list[str]:
    return [part for part in text.replace(",", " ").split() if part]


def _places(gazetteer: Gazetteer, text: str, limit: int) -> list[Place]:
    code = gazetteer.coded(text)
    if code is not None:
        return [gazetteer[code]]
    return [match.place for match in gazetteer.find(text, limit)]


def _list_tables(world: World, *, json: bool) -> None:
    if json:
        rows = [table_shape(world, one, "") for one in world.loaded]
        as_json({"tables": rows, "findings": shapes.findings(world.places.findings)})
        return
    say(
        f"{len(world.gazetteer):,} places, {len(world.gazetteer.areas):,} districts, "
        f"{len(world.decided):,} names decided."
    )
    for one in world.loaded:
        tell_table(world, one)
    told(world.places.findings)
