"""The policies a run can be made with, by name, and what each needs."""

from typing import Final, NamedTuple

from stillhere.errors import StillHereError

_HERE = "stillhere.exercise.running"


class Known(NamedTuple):
    """How a policy is made: ``module:function``, and whether it reads the lists."""

    factory: str
    reads: bool


CLAIRVOYANT: Final = "clairvoyant"
"""Knows where everybody is; runs beside the truth, never sealed."""

PLANNERS: Final = {
    "sweep": Known(f"{_HERE}.sweep:sweep", reads=False),
    "nearest": Known(f"{_HERE}.nearest:nearest", reads=False),
    "belief": Known(f"{_HERE}.product:believing", reads=True),
    "stillhere": Known(f"{_HERE}.product:stillhere", reads=True),
}
"""Policies that plan from tables and reports alone, each in a sealed process."""

POLICIES: Final = (*PLANNERS, CLAIRVOYANT)
"""Every policy, in the order curves are drawn."""


def planner(name: str) -> Known:
    """How a planner is made, by its name or by ``module:function`` of another's.

    Raises:
        StillHereError: There is none of this name.
    """
    if name in PLANNERS:
        return PLANNERS[name]
    if ":" in name:
        return Known(name, reads=True)
    raise StillHereError(
        "exercise/policy-unknown", policy=name, known=", ".join(POLICIES)
    )
