"""``roads load`` and ``roads show``: the roads of an operation, and what came of them."""

from pathlib import Path
from typing import Annotated

import typer

from stillhere.cli.clock import now
from stillhere.cli.opening import opened
from stillhere.cli.options import AsJson, PassphraseFd, StorePath, Where
from stillhere.cli.place_words import around_of, store_of
from stillhere.cli.progress import steps
from stillhere.cli.road_words import Middle, centre_of, shape, tell
from stillhere.cli.screen import as_json, print_line, say
from stillhere.intake.tables import roads_report
from stillhere.places.roads import RoadTable, Speeds
from stillhere.places.roads.extract import load_roads
from stillhere.places.tables.loading import Wanted

commands = typer.Typer(help="Load the roads of an operation, and show what they hold.")


@commands.command("load")
def load(
    store: StorePath,
    file: Annotated[
        Path,
        typer.Argument(help="OpenStreetMap extract: .osm.pbf or .osm."),
    ],
    *,
    centre: Annotated[
        str,
        typer.Option(
            metavar="LAT,LON",
            help="Where 0, 0 of the table of buildings lies; else worked out from the "
            "settlement with most dwellings.",
        ),
    ] = "",
    around: Annotated[
        str,
        typer.Option(metavar="LAT,LON,KM", help="Leave out roads further off."),
    ] = "",
    passphrase_fd: PassphraseFd = None,
    json: AsJson = False,
) -> None:
    """Load the roads of an OpenStreetMap extract into the rules of the operation.

    They become one report: other laptops get it with the reports, `withdraw` takes it
    back, another extract takes its place, the same file changes nothing.
    """
    wanted = Wanted(around=around_of(around))
    with steps() as shown, opened(store, shown, fd=passphrase_fd) as found:
        here = store_of(found, "the roads of an operation")
        middle = Middle.of(found.world, centre_of(centre))
        shown.tell("reading roads", 0.0)
        roads = load_roads(
            file,
            Speeds.shipped(),
            wanted=wanted.near,
            words=wanted.words,
            centre=middle.at,
        )
        made = shape(roads)
        known = found.world.road_fields or {}
        report = ""
        if known.get("digest") != roads.digest:
            moment = now()
            fresh = roads_report(roads.to_fields(), here.operation_key, moment)
            here.append([fresh], entry_date=moment)
            report = fresh.id
    if json:
        as_json({**made, "report": report})
        return
    tell(roads, made)
    print_line(middle.sentence(roads))
    if report:
        undo = f"stillhere withdraw {store} --report {report}"
        print_line(f"Stored. To take it back: {undo}")
    else:
        say("They are here already, byte for byte. Nothing was stored.")


@commands.command("show")
def show(
    where: Where, *, passphrase_fd: PassphraseFd = None, json: AsJson = False
) -> None:
    """Show which roads are loaded, from when, and what each vehicle can pass."""
    with steps() as shown, opened(where, shown, fd=passphrase_fd) as found:
        fields = found.world.road_fields
        roads = None if fields is None else RoadTable.from_fields(fields)
    if json:
        as_json({} if roads is None else shape(roads))
    elif roads is None:
        print_line(
            "No roads are loaded. Ways are worked out on straight lines times 1.3; "
            "'stillhere roads load' loads an extract."
        )
    else:
        tell(roads, shape(roads))
