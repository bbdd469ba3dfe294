"""Still Here: who left, who arrived, who is still there.

The public library::

    imported = stillhere.read("bus-12.xlsx", key=stillhere.EXERCISE_KEY)
    picture = stillhere.build(imported.reports, stillhere.Rules.shipped(), "2023-10-05")
    picture.count("unaccounted").cites  # ids of the reports that say so

Importing it costs nothing: each name is loaded when it is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stillhere.intake import read_file as read
    from stillhere.ledger import Figure, Picture
    from stillhere.pipeline import Rules, build, update
    from stillhere.reports import EXERCISE_KEY, OperationKey, Report

__version__ = "0.1.0"

__all__ = [
    "EXERCISE_KEY",
    "Figure",
    "OperationKey",
    "Picture",
    "Report",
    "Rules",
    "__version__",
    "build",
    "read",
    "update",
]

_HOMES = {
    "EXERCISE_KEY": ("stillhere.reports", "EXERCISE_KEY"),
    "Figure": ("stillhere.ledger", "Figure"),
    "OperationKey": ("stillhere.reports", "OperationKey"),
    "Picture": ("stillhere.ledger", "Picture"),
    "Report": ("stillhere.reports", "Report"),
    "Rules": ("stillhere.pipeline", "Rules"),
    "build": ("stillhere.pipeline", "build"),
    "read": ("stillhere.intake", "read_file"),
    "update": ("stillhere.pipeline", "update"),
}


def __getattr__(name: str) -> object:
    """Load a public name from its room."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    room, own = _HOMES[name]
    value = getattr(import_module(room), own)
    globals()[name] = value
    return value
