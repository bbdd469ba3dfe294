"""Measurements beside their peers: `make bench`, or `python -m bench NAME …`.

Each module of this package measures one subject. It offers `run(progress)`, which calls
`progress` with a line of text now and then and returns one row per measure. Its first
docstring line becomes the heading. Peers are run in the same minutes on the same machine.
"""

from collections.abc import Callable
from typing import NotRequired, TypedDict

Progress = Callable[[str], None]


class Row(TypedDict):
    """One measure. Units stand in `measure`, such as ``append, reports/s``.

    Attributes:
        measure: What was measured.
        value: Ours.
        peer: What it is measured against, with its value; left out where there is none.
        ratio: Ours to the peer's, where that says something.
        target: What was set out to reach, in words or as a number.
    """

    measure: str
    value: float | str
    peer: NotRequired[float | str | None]
    ratio: NotRequired[float | str | None]
    target: NotRequired[float | str | None]
