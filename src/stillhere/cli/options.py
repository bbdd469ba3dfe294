"""Arguments and options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

SCHEMES = ("postgresql://", "postgres://")
"""How the address of a store on a server begins."""

Where = Annotated[
    Path,
    typer.Argument(metavar="WHERE", help="A store, or the folder of a world."),
]
StorePath = Annotated[Path, typer.Argument(metavar="STORE", help="The store.")]
AsOf = Annotated[
    str | None,
    typer.Option(
        help="Date of the picture, ISO. Otherwise as the operation declares, or now."
    ),
]
PassphraseFd = Annotated[
    int | None,
    typer.Option(
        metavar="N",
        help="Read the passphrase from this open descriptor instead of the terminal.",
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for machines.")]
