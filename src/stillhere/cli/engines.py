"""Options that say which engine links, and what they mean."""

from collections.abc import Sequence
from typing import Annotated

import typer

from stillhere.errors import StillHereError
from stillhere.identity import Engine, EngineName, engine_of

EngineOption = Annotated[
    EngineName,
    typer.Option(
        help="Who finds the pairs: this process, or Spark. The links are the same."
    ),
]
SparkSettings = Annotated[
    list[str] | None,
    typer.Option(
        "--spark",
        metavar="NAME=VALUE",
        help="With --engine spark: a setting of Spark's own, as "
        "spark.master=spark://head:7077; repeatable.",
    ),
]


def engine(name: EngineName, settings: Sequence[str] | None) -> Engine:
    """The engine a person asked for.

    Raises:
        StillHereError: A setting is none, or Spark is not asked for or not installed.
    """
    if settings and name is not EngineName.SPARK:
        raise StillHereError("cli/usage", reason="--spark is for --engine spark.")
    stated = [text.partition("=") for text in settings or ()]
    for setting, equals, _ in stated:
        if not equals or not setting.startswith("spark."):
            reason = f"{setting} is no setting of Spark; write --spark NAME=VALUE."
            raise StillHereError("cli/usage", reason=reason)
    return engine_of(name, {setting: value for setting, _, value in stated})
