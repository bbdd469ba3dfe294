"""When a team calls in: at even steps until it turns back, and when it is back."""

from collections.abc import Sequence


def check_in_times(leave_by_s: Sequence[int], every_s: int) -> tuple[int, ...]:
    """Times to call in, seconds into the day; the last is the time to be back by.

    Args:
        leave_by_s: Latest time to leave each door of a sheet.
        every_s: Seconds between two calls, at least 1.

    Returns:
        In order. Between setting off and the earliest time to turn back there is one at
        every step; empty for no doors.
    """
    if not leave_by_s:
        return ()
    return (*range(every_s, min(leave_by_s), every_s), max(leave_by_s))
