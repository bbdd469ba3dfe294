"""The clock of the desk; the rooms below are told the time."""

from datetime import datetime


def now() -> str:
    """This moment, ISO 8601 with the offset of this machine, to the second."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


def precisely() -> str:
    """This moment to the microsecond: for decisions that can fall into one second."""
    return datetime.now().astimezone().isoformat(timespec="microseconds")


def today() -> str:
    """The date of this moment on this machine, ISO 8601."""
    return now()[:10]
