"""The marks of a curve, as they are printed and compared."""

from typing import Any, Final

from stillhere.exercise.running.curve import Curve, found_by, hours_to

SHARES: Final = (0.5, 0.8, 0.9, 0.95)
"""Shares of everybody whose hours are told."""

HOURS: Final = (80.0, 320.0)
"""Vehicle-hours after which the share found is told: one day and four."""

_PLACES = 4


def reached(curve: Curve, share: float) -> bool:
    """Whether a share was found within the horizon."""
    return found_by(curve, curve.horizon) >= share


def marks_shape(curve: Curve) -> dict[str, Any]:
    """The marks for machines; a share not reached counts as the horizon.

    Keys are per cents and hours as text; hours after the horizon are left out.
    """
    return {
        "people": curve.people,
        "found": curve.found[-1],
        "remaining": curve.people - curve.found[-1],
        "horizon": curve.horizon,
        "hours_to": {_percent(s): round(hours_to(curve, s), _PLACES) for s in SHARES},
        "not_reached": [_percent(s) for s in SHARES if not reached(curve, s)],
        "found_after": {
            f"{hour:.0f}": round(found_by(curve, hour), _PLACES)
            for hour in HOURS
            if hour <= curve.horizon
        },
    }


def _percent(share: float) -> str:
    return f"{100 * share:.0f}"
