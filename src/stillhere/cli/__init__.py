"""The command line: the whole job from a terminal, and the only door to the clock.

In: a command with a store or a world folder, and a passphrase from the terminal or a
descriptor. Out: tables to read, or JSON for machines, on standard output; progress and
errors on standard error. Promise: an error is one sentence with its code and never a
stack trace; exit code 0 for done, 1 for a sentence, 2 for a command that was not
understood; nothing is written where it was not asked to be.
"""

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import typer

    from stillhere.cli.running import run

    app: typer.Typer

__all__ = ["app", "main", "run"]

_HOMES = {"app": "commands", "run": "running"}
_BATCH = ["names", "compare", "--batch"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 (whatever a module may hold)
    if name in _HOMES:
        return getattr(import_module(f"stillhere.cli.{_HOMES[name]}"), name)
    raise AttributeError(name)


def main() -> None:
    """Run the command of this process and end it with its exit code.

    A batch of names is through before the command line would have been read, so it
    goes its own way.
    """
    words = sys.argv[1:]
    if words == _BATCH:
        sys.exit(import_module("stillhere.cli.batching").answer())
    commands = import_module("stillhere.cli.commands")
    run = import_module("stillhere.cli.running").run
    sys.exit(run(commands.app_for(words[0] if words else ""), words))
