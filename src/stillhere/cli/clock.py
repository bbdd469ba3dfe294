"""The clock, read here and nowhere else below the desk."""

from datetime import datetime

from stillhere.errors import StillHereError


def now() -> str:
    """This moment, ISO 8601 with the offset of this machine, to the second."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


def checked(moment: str) -> str:
    """The date as it was given.

    Raises:
        StillHereError: It is no ISO date or time.
    """
    try:
        datetime.fromisoformat(moment)
    except ValueError as error:
        raise StillHereError("cli/date-unreadable", text=moment) from error
    return moment
