"""The time by which teams are watched over: that of the sheets, without a zone.

A sheet says hours and minutes, as the clock on the wall does. All laptops of an operation
stand in one zone. In an exercise the day is the day played and the hour that of this
machine.
"""

from datetime import date, datetime

from stillhere.desk.clock import now
from stillhere.desk.operation.live import Operation


def hour_of(operation: Operation) -> datetime:
    """This moment, to the second, as the clock on the wall shows it."""
    here = datetime.fromisoformat(now()).replace(tzinfo=None)
    if not operation.exercise:
        return here
    return datetime.combine(date.fromisoformat(operation.today[:10]), here.time())
