"""Who is out, and how they stand: from the sheets handed out and what was said since."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from stillhere.desk.operation.live import Operation
from stillhere.desk.planning.handing import HandedSheet
from stillhere.desk.planning.register import all_sheets
from stillhere.desk.safety.hour import hour_of
from stillhere.desk.safety.positions import positions_of
from stillhere.desk.safety.said import key_of, said_of
from stillhere.plan import PlanRules
from stillhere.plan.safety import Out, Outing, Watched, watched

_MINUTE = 60


def teams_out(operation: Operation) -> tuple[Watched, ...]:
    """Every outing that is not said to be back, the longest overdue first.

    Whoever is no longer among them is forgotten in memory, too.
    """
    found = [one for one in _watched(operation) if one.out is not Out.BACK]
    positions_of(operation).keep({key_of(one.outing) for one in found})
    return tuple(sorted(found, key=_urgency))


def overdue(operation: Operation) -> tuple[Watched, ...]:
    """Those the desk is alarmed about, the longest overdue first."""
    return tuple(one for one in teams_out(operation) if one.out is Out.OVERDUE)


def outing_of(sheet: HandedSheet) -> Outing | None:
    """The outing of a sheet; None for one without times to call in.

    A sheet handed out in the course of the day is out from then on: what would have been
    due before was never asked of anybody.
    """
    if not sheet.check_ins:
        return None
    try:
        start = datetime.fromisoformat(f"{sheet.day}T{sheet.start}")
        handed = datetime.fromisoformat(sheet.handed) if sheet.handed else start
    except ValueError:
        return None
    sets_off = max(start, handed.replace(tzinfo=None))
    times = [
        start + timedelta(minutes=s // _MINUTE) for s in sheet.check_ins
    ]  # as printed
    due = (*(at for at in times[:-1] if at > sets_off), times[-1])
    return Outing(sheet.team, sheet.number, sheet.code, sheet.day, sets_off, due)


def _watched(operation: Operation) -> Iterator[Watched]:
    picture, now = operation.picture, hour_of(operation)
    said, rules = said_of(picture), PlanRules.shipped()
    for outing in map(outing_of, all_sheets(picture)):
        if outing is not None:
            words = [saying.word for saying in said.get(key_of(outing), ())]
            yield watched(outing, words, now, rules)


def _urgency(one: Watched) -> tuple[bool, datetime, int, str]:
    return one.out is not Out.OVERDUE, one.due, one.outing.team, one.outing.code
