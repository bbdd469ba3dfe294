"""The clock of the lists: hours after hour 0 as a date and time in a row."""

from datetime import datetime, timedelta, timezone

ZONE = timezone(timedelta(hours=4))
ZONE_NAME = "Etc/GMT-4"
START = datetime(2023, 10, 4, 8, 0, tzinfo=ZONE)
DAYS_OF_CALLS = 5


def stamp(hour: float) -> str:
    """Date and time to the minute, `hour` hours after hour 0."""
    return (START + timedelta(minutes=int(hour * 60))).strftime("%Y-%m-%d %H:%M")


def end(days: int = DAYS_OF_CALLS) -> str:
    """The end of so many days after hour 0, ISO 8601 with offset."""
    return (START + timedelta(days=days)).isoformat()
