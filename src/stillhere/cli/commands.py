"""Every command by its name."""

from typing import Annotated

import typer

from stillhere.cli.briefing import brief
from stillhere.cli.building import build
from stillhere.cli.checking import check
from stillhere.cli.demo import demo
from stillhere.cli.desk import desk
from stillhere.cli.exercising import commands as exercise
from stillhere.cli.finding import find
from stillhere.cli.keeping import backup, init, restore, withdraw
from stillhere.cli.planning import plan
from stillhere.cli.profiles import profile
from stillhere.cli.reading import read
from stillhere.cli.showing import show

app = typer.Typer(
    help="Who left, who arrived, who is still there: from messy lists to a cited picture.",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)


def _version(wanted: bool) -> None:  # noqa: FBT001 (called so by the command line)
    if wanted:
        from importlib.metadata import version  # noqa: PLC0415 (slow, seldom asked)

        print(f"stillhere {version('stillhere')}")
        raise typer.Exit


@app.callback()
def stillhere(
    *,
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_version, is_eager=True, help="Say the version."
        ),
    ] = False,
) -> None:
    """Work with a store or a world folder; every command takes it first."""
    del version


for command in (
    read,
    build,
    show,
    find,
    plan,
    brief,
    profile,
    check,
    init,
    withdraw,
    backup,
    restore,
    demo,
    desk,
):
    app.command()(command)
app.add_typer(exercise, name="exercise")
