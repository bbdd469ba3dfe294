"""Days and times of day as lists state them: by the clock of the place."""

import re
from typing import Final, NamedTuple

_ISO: Final = re.compile(
    r"(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2}))?(?::\d{2})?(?:\.\d+)?"
    r"(Z|[+-]\d{2}:?\d{2})?"
)
_HOUR_S: Final = 3600
_MINUTE_S: Final = 60
DAY_S: Final = 86_400


class Moment(NamedTuple):
    """A day, and the second of it where one is stated.

    Attributes:
        day: ISO date.
        second: From midnight; None for the whole day.
        offset_s: From UTC, where one is stated.
    """

    day: str
    second: int | None
    offset_s: int | None = None

    @property
    def first_s(self) -> int:
        """Second from which it may be meant."""
        return self.second or 0


def moment_of(text: str | None) -> Moment | None:
    """What an ISO text says; None where it names no day."""
    found = _ISO.match(text or "")
    if found is None:
        return None
    day, hour, minute, offset = found.groups()
    second = None if hour is None else int(hour) * _HOUR_S + int(minute) * _MINUTE_S
    return Moment(day, second, _offset_s(offset))


def iso(day: str, second: int) -> str:
    """A day and a second of it as ISO text, to the minute."""
    minutes = min(second, DAY_S - 1) // _MINUTE_S
    return f"{day}T{minutes // 60:02}:{minutes % 60:02}"


def _offset_s(text: str | None) -> int | None:
    if text is None:
        return None
    if text == "Z":
        return 0
    sign = -1 if text[0] == "-" else 1
    return sign * (int(text[1:3]) * _HOUR_S + int(text[-2:]) * _MINUTE_S)
