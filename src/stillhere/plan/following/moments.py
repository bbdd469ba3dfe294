"""ISO dates and times on one clock: that of the time at which a list is read."""

import datetime as dt

_DAY_S = 86_400


class Clock:
    """Reads dates and times in the zone of `now`; a date alone is its first minute."""

    def __init__(self, now: str) -> None:
        """Set it.

        Args:
            now: ISO date or time.

        Raises:
            ValueError: It is neither.
        """
        self.now = dt.datetime.fromisoformat(now)

    def at(self, text: str | None) -> dt.datetime | None:
        """The moment of a date or time; None for none, and for what cannot be read."""
        try:
            found = dt.datetime.fromisoformat(text or "")
        except ValueError:
            return None
        if self.now.tzinfo is None:
            return found.replace(tzinfo=None)
        return found if found.tzinfo else found.replace(tzinfo=self.now.tzinfo)

    def written(self, moment: dt.datetime) -> str:
        """ISO time in the zone of `now`, to the minute."""
        if self.now.tzinfo is not None:
            moment = moment.astimezone(self.now.tzinfo)
        return moment.isoformat(timespec="minutes")

    def days_since(self, moment: dt.datetime) -> int:
        """Whole days until now; 0 for what lies ahead."""
        return max(0, int((self.now - moment).total_seconds()) // _DAY_S)
