"""When night falls: sunset, worked out from date and place. No table, no clock.

Sunset and not the end of twilight: whoever drives back needs the light that is left.
"""

from datetime import date
from math import acos, cos, degrees, pi, radians, sin, tan
from typing import Final

_ZENITH: Final = radians(90.833)
"""The upper edge of the sun on the horizon, refraction included."""
_DAY_S: Final = 86_400
_MINUTE_S: Final = 60


def nightfall_s(day: str, lat: float, lon: float, offset_s: int) -> int | None:
    """Seconds from local midnight to sunset, in whole minutes.

    Args:
        day: ISO date.
        lat: Degrees.
        lon: Degrees.
        offset_s: Of local time from UTC.

    Returns:
        None where the sun does not set or does not rise on that day.

    Source: NOAA Global Monitoring Laboratory, General Solar Position Calculations
    (equation of time and declination by the fractional year); good to about two minutes
    below 60 degrees of latitude.
    """
    turn = 2 * pi / 365 * (date.fromisoformat(day).timetuple().tm_yday - 1)
    height = cos(_ZENITH) / (cos(radians(lat)) * cos(_tilt(turn)))
    height -= tan(radians(lat)) * tan(_tilt(turn))
    if not -1 < height < 1:
        return None
    minutes = 720 - 4 * (lon - degrees(acos(height))) - _clock_ahead(turn)
    local = int(minutes) * _MINUTE_S + offset_s
    return min(max(local, 0), _DAY_S)


def _tilt(turn: float) -> float:
    """Declination of the sun, radians."""
    return (
        0.006918
        - 0.399912 * cos(turn)
        + 0.070257 * sin(turn)
        - 0.006758 * cos(2 * turn)
        + 0.000907 * sin(2 * turn)
        - 0.002697 * cos(3 * turn)
        + 0.00148 * sin(3 * turn)
    )


def _clock_ahead(turn: float) -> float:
    """Equation of time, minutes."""
    return 229.18 * (
        0.000075
        + 0.001868 * cos(turn)
        - 0.032077 * sin(turn)
        - 0.014615 * cos(2 * turn)
        - 0.040849 * sin(2 * turn)
    )
