"""Over how many days calls or requests have been coming in."""

from collections import Counter
from datetime import datetime

_HOUR_S = 3600
_DAY_H = 24
_A_DAY = len("2023-10-04")
_TO_THE_MINUTE = len("2023-10-04T08:00")


class Days:
    """Stated moments, each as often as it was stated."""

    def __init__(self) -> None:
        self._moments: Counter[str] = Counter()

    def add(self, stated: str | None) -> None:
        """One more was received then; None or empty where nobody says when."""
        self._moments[_moment(stated)] += 1

    def remove(self, stated: str | None) -> None:
        """One that had been added does not count any more."""
        moment = _moment(stated)
        self._moments[moment] -= 1
        if not self._moments[moment]:
            del self._moments[moment]

    def passed(self, most: int) -> int:
        """Days from the first to the last, begun ones whole.

        Args:
            most: Never more than so many; it is also the answer where nobody says when:
                a list without dates is taken for a complete one.

        Returns:
            0 where nothing was received. Beside dated ones, undated ones say nothing.
        """
        dated = self._moments.keys() - {""}
        if not dated:
            return most if self._moments else 0
        first, last = min(dated), max(dated)
        begun = datetime.fromisoformat(first[:_TO_THE_MINUTE])
        ended = datetime.fromisoformat(last[:_TO_THE_MINUTE])
        hours = int((ended - begun).total_seconds()) // _HOUR_S
        if len(last) < _TO_THE_MINUTE:
            hours += _DAY_H - 1
        return min(most, hours // _DAY_H + 1)


def _moment(stated: str | None) -> str:
    """A day, or a day and an hour; empty for anything less exact."""
    return stated if stated and len(stated) >= _A_DAY else ""
