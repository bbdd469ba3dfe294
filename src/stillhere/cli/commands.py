"""Every command by its name, and the module that answers it.

A command is imported when it is called: most need the whole program, and a batch of
names or the version does not.
"""

from functools import cache
from importlib import import_module
from typing import Annotated, Any, Final

import typer

COMMANDS: Final = {
    "read": "reading",
    "build": "building",
    "show": "showing",
    "find": "finding",
    "link": "linking",
    "calls": "calling",
    "plan": "planning",
    "followups": "following",
    "searched": "searching",
    "close": "closing",
    "remaining": "remaining",
    "brief": "briefing",
    "profile": "profiles",
    "decide": "deciding",
    "check": "checking",
    "init": "keeping",
    "withdraw": "keeping",
    "backup": "keeping",
    "restore": "keeping",
    "train": "training",
    "calibrate": "calibrating",
    "demo": "demo",
    "desk": "desk",
}
"""Command, and the module of this room with a function of the same name."""

GROUPS: Final = {
    "exercise": "exercising",
    "names": "comparing",
    "places": "places",
    "roads": "roads",
}
"""Group, and the module of this room whose `commands` it holds."""


def app_for(word: str) -> typer.Typer:
    """Give the program with the one command a first word asks for.

    Returns:
        The whole program where the word is no command and no question for the version.
    """
    if word in COMMANDS:
        return _app((word,), ())
    if word in GROUPS:
        return _app((), (word,))
    return _app((), ()) if word == "--version" else whole_app()


@cache
def whole_app() -> typer.Typer:
    """Give the program with every command."""
    return _app(tuple(COMMANDS), tuple(GROUPS))


def __getattr__(name: str) -> Any:  # noqa: ANN401 (whatever a module may hold)
    if name == "app":
        return whole_app()
    raise AttributeError(name)


def _app(commands: tuple[str, ...], groups: tuple[str, ...]) -> typer.Typer:
    app = typer.Typer(
        help="Who left, who arrived, who is still there: from messy lists to a cited "
        "picture.",
        add_completion=False,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
    )
    app.callback()(stillhere)
    for name in commands:
        app.command(name)(getattr(_module(COMMANDS[name]), name))
    for name in groups:
        app.add_typer(_module(GROUPS[name]).commands, name=name)
    return app


def _module(name: str) -> Any:  # noqa: ANN401 (whatever a module may hold)
    return import_module(f"stillhere.cli.{name}")


def _version(wanted: bool) -> None:  # noqa: FBT001 (called so by the command line)
    if wanted:
        from importlib.metadata import version  # noqa: PLC0415 (slow, seldom asked)

        print(f"stillhere {version('stillhere')}")
        raise typer.Exit


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
