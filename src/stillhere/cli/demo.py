"""``demo``: the main job on an invented town of 63,000, from lists to a desk."""

import contextlib
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from stillhere.cli import demo_store
from stillhere.cli.briefing import page_of, plain_pages
from stillhere.cli.demo_store import MARK, STORE, Asked
from stillhere.cli.desk import BACKUPS, Place, has_desk, serve_desk
from stillhere.cli.opening import Opened, opened
from stillhere.cli.options import AsJson
from stillhere.cli.overview import overview, overview_shape, without_word
from stillhere.cli.planning import STOPS, TEAMS, Planned, planned, stops, write_sheets
from stillhere.cli.progress import Steps, steps
from stillhere.cli.screen import as_json, heading, note, print_line, say, table
from stillhere.cli.writing import write
from stillhere.desk.at_hand import AtHand
from stillhere.desk.unlocking import unlocked_file
from stillhere.errors import StillHereError
from stillhere.exercise import make_world
from stillhere.ledger import Picture
from stillhere.publish import html, ledger_files, markdown, situation_report, text

_PARTS = (
    *("world", "sheets", "ledger", "brief.html", "brief.md", "situation.html"),
    *(STORE + ending for ending in ("", ".keys", ".lock", "-wal", "-shm")),
    BACKUPS,
)
"""What the command makes and may therefore replace."""

_CONCERN, _STOPS = 10, 8
_SOURCES = "\nSOURCES\n"
"""Heading of a brief from which on there is only where its numbers come from."""
_MILLION = 1_000_000


def demo(  # noqa: PLR0913 (what a demo can be asked for)
    *,
    out: Annotated[Path, typer.Option(help="Folder for everything it makes.")] = Path(
        "demo"
    ),
    town: Annotated[str, typer.Option(help="khankendi, region or tutorial.")] = (
        "khankendi"
    ),
    seed: Annotated[int, typer.Option(help="Same seed, same town.")] = 7,
    scale: Annotated[float, typer.Option(help="Shrinks or enlarges the town.")] = 1.0,
    desk: Annotated[
        bool, typer.Option("--desk/--no-desk", help="Serve the desk afterwards.")
    ] = True,
    port: Annotated[
        int | None, typer.Option(help="Of the desk; otherwise the first free one.")
    ] = None,
    json: AsJson = False,
) -> None:
    """Make an invented town, go the whole way from its lists to a brief, open the desk.

    A second time it finds the town and opens the desk at once. Ctrl-C ends it.
    """
    asked, at_hand = Asked.of(town, seed, scale), None
    served = desk and not json and has_desk()
    accounts = demo_store.accounts_of(out, asked) if served else None
    if accounts is None:
        at_hand = _whole_job(out, asked, json=json)
        accounts = demo_store.mark(out, _PARTS, asked)
    else:
        note(f"The invented town of an earlier run is whole: {out}.")
        _files(out)
    if served:
        _desk(out, accounts, at_hand, port)


def _whole_job(out: Path, asked: Asked, *, json: bool) -> AtHand:
    """Make the town, read its lists, build, plan, write, store; print what came of it."""
    _make_room(out)
    note(f"An invented town ({asked.town}, seed {asked.seed}); nobody in it exists.")
    with steps(eager=True) as shown:
        world = out / "world"
        make_world(
            asked.town,
            asked.seed,
            world,
            core=True,
            scale=asked.scale,
            progress=lambda _what, share: shown.tell("making the town", share),
        )
        with opened(world, shown) as found:
            picture = found.picture(shown)
            made = planned(found, picture, shown, teams=TEAMS, limit=STOPS)
            shown.tell("writing the brief", 0.0)
            brief = _write(found, picture, made, out)
            shown.tell("writing the ledger", 0.0)
            for name, content in ledger_files(picture).items():
                write(out / "ledger" / name, content)
            at_hand = demo_store.fill(found, picture, out, shown)
    if json:
        shape = overview_shape(found, picture, _CONCERN)
        as_json({**shape, "folder": str(out), "seconds": shown.seconds})
        return at_hand
    _show(found, picture, made, brief)
    _files(out)
    _times(shown)
    return at_hand


def _desk(
    out: Path, accounts: Mapping[str, str], at_hand: AtHand | None, port: int | None
) -> None:
    demo_store.say_sign_in(out, accounts)
    sys.stdout.flush()
    serve_desk(
        unlocked_file(out / STORE, demo_store.PASSPHRASE),
        Place(port=port, backups=out.absolute() / BACKUPS),
        lambda: demo_store.make_accounts(accounts),
        at_hand,
    )


def _make_room(out: Path) -> None:
    """Take away what an earlier demo made, and nothing else."""
    if not out.exists():
        out.mkdir(parents=True)
    elif not out.is_dir() or (any(out.iterdir()) and not (out / MARK).is_file()):
        raise StillHereError("cli/not-our-folder", path=out)
    for part in (out / name for name in _PARTS):
        if part.is_dir() and not part.is_symlink():
            shutil.rmtree(part)
        else:
            part.unlink(missing_ok=True)
    write(out / MARK, "{}\n")


def _write(found: Opened, picture: Picture, made: Planned, out: Path) -> str:
    """Write sheets and pages; returns the brief as text."""
    write_sheets(made.sheets, out / "sheets")
    public = page_of(found, picture)
    write(out / "brief.html", html(public, picture))
    write(out / "brief.md", markdown(public, picture))
    gazetteer = found.world.gazetteer
    inner = situation_report(picture, gazetteer, found.region, made.believed)
    write(out / "situation.html", html(inner, picture))
    return text(public, picture)


def _show(found: Opened, picture: Picture, made: Planned, brief: str) -> None:
    overview(found, picture)
    say(
        f"Expected to be still there, by the model: "
        f"{made.believed.expected / _MILLION:,.0f} people in the whole region."
    )
    listed = picture.without_word()
    few = listed[:_CONCERN]
    title = f"Without word, of most concern ({len(few)} of {len(listed):,})"
    without_word(few, title=title)
    doors = {stop.key for team in made.plan.teams for stop in team.stops}
    reached = sum(e.home is not None and e.home.dwelling in doors for e in few)
    say(
        f"{reached} of these {len(few)} live behind a door on today's sheets; the order "
        f"is people expected to be found per hour."
    )
    if made.sheets:
        stops(made.sheets[0], _STOPS)
    heading("The public brief")
    answers, _, sources = brief.partition(_SOURCES)
    print(plain_pages(answers))
    if sources:
        print_line("The sources behind the numbers stand in the files below.")


def _files(out: Path) -> None:
    heading("Where everything lies")
    table(
        ("what", "file"),
        [
            ("sheets of the teams, to print", out / "sheets" / "sheets.html"),
            ("public brief (draft)", out / "brief.html"),
            ("the same as text", out / "brief.md"),
            ("situation report (operations)", out / "situation.html"),
            ("ledger: JSON, XLSX, CSV", out / "ledger"),
            ("the town: messy lists and truth", out / "world"),
            ("store of the desk, encrypted", out / STORE),
        ],
    )
    world = out / "world"
    me = _myself()
    print_line(f"Look further: {me} show {world}")
    print_line(f"              {me} find {world} Stepanakert")
    print_line("Each reads the whole town anew, which takes under a minute.")


def _myself() -> str:
    """The program as it can be typed here."""
    me = Path(sys.argv[0])
    with contextlib.suppress(ValueError):
        return str(me.absolute().relative_to(Path.cwd()))
    return me.name


_NOT_LINKING = {
    "taking in reports": "taking in reports",
    "reading statements": "reading statements",
    "folding entries": "folding the picture",
    "folding places": "folding the picture",
    "sealing the picture": "folding the picture",
}
_LINKING = {
    "reading names",
    "meeting keys",
    "weighing pairs",
    "weighing company",
    "choosing links",
}


def _times(shown: Steps) -> None:
    """Seconds by stage, those of linking together."""
    groups: dict[str, float] = {}
    for stage, seconds in shown.seconds.items():
        name = "linking" if stage in _LINKING else _NOT_LINKING.get(stage, stage)
        groups[name] = groups.get(name, 0.0) + seconds
    heading("Time")
    rows = [(name, f"{seconds:.1f}") for name, seconds in groups.items()]
    table(("stage", "#seconds"), [*rows, ("in all", f"{sum(groups.values()):.1f}")])
