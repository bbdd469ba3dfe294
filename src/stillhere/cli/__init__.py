"""The command line: the whole job from a terminal, and the only door to the clock.

In: a command with a store or a world folder, and a passphrase from the terminal or a
descriptor. Out: tables to read, or JSON for machines, on standard output; progress and
errors on standard error. Promise: an error is one sentence with its code and never a
stack trace; exit code 0 for done, 1 for a sentence, 2 for a command that was not
understood; nothing is written where it was not asked to be.
"""

import sys
from typing import TYPE_CHECKING, Any

from stillhere.cli.commands import app_for, whole_app
from stillhere.cli.running import run

if TYPE_CHECKING:
    import typer

    app: typer.Typer

__all__ = ["app", "main", "run"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 (whatever a module may hold)
    if name == "app":
        return whole_app()
    raise AttributeError(name)


def main() -> None:
    """Run the command of this process and end it with its exit code."""
    words = sys.argv[1:]
    sys.exit(run(app_for(words[0] if words else ""), words))
