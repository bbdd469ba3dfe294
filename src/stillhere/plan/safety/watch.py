"""How every team that is out stands: when it is to call in next, and whether it is late.

A team is out from the time its sheet says until somebody says it is back; a sheet nobody
set off with has to be said so, too. So what is forgotten alarms, and never the other way
round. What was handed out and what was said are reports: the answer is the same after a
restart and on every laptop.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from stillhere.plan.rules import PlanRules


class Told(StrEnum):
    """What is said of a team."""

    CHECKED_IN = "checked_in"
    """It gave word."""
    BACK = "back"
    """It is back, or did not set off."""
    TAKEN_UP = "taken_up"
    """Somebody looks into its silence."""


class Out(StrEnum):
    """How a team stands."""

    NOT_YET = "not_yet"
    """It sets off later."""
    OUT = "out"
    """It is out, and its next check-in is not due."""
    DUE = "due"
    """A check-in is due, for less time than alarms the desk."""
    OVERDUE = "overdue"
    """A check-in was due so long ago that the desk is alarmed."""
    BACK = "back"


@dataclass(frozen=True, slots=True)
class Outing:
    """One team with one sheet.

    Attributes:
        team: Its number.
        sheet: Number of its sheet.
        code: Of the sheet.
        day: ISO date.
        sets_off: When it sets off.
        due: When it is to call in, in order; the last is when it is to be back.
    """

    team: int
    sheet: int
    code: str
    day: str
    sets_off: datetime
    due: tuple[datetime, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """What was said of one outing.

    Attributes:
        told: What.
        at: When.
        by: Who entered it.
    """

    told: Told
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Watched:
    """How an outing stands at one time.

    Attributes:
        outing: The outing.
        out: How it stands.
        due: The check-in it is to make next, or missed; the last is to be back.
        late_minutes: Whole minutes since then; 0 before.
        heard: The last time it gave word; None for never.
        taken_up: Who looks into this silence; None while nobody does.
    """

    outing: Outing
    out: Out
    due: datetime
    late_minutes: int
    heard: Word | None
    taken_up: Word | None

    @property
    def back_due(self) -> bool:
        """Whether it is to be back next."""
        return self.due == self.outing.due[-1]


def watched(
    outing: Outing, words: Iterable[Word], now: datetime, rules: PlanRules
) -> Watched:
    """How an outing stands.

    A check-in counts for every time it was due until then, and for one that is due within
    `early_minutes`: whoever calls a little early has called. That it is back is said, never
    concluded. A word of a later time than `now`, from a clock that is fast, counts as of
    now.

    Args:
        outing: With at least one time.
        words: What was said of it, in any order.
        now: On the same clock as its times.
        rules: `[safety]`.
    """
    said = sorted(words, key=lambda word: (word.at, word.told, word.by))
    heard = _last(said, Told.CHECKED_IN)
    due = _due(outing, heard, now, _minutes(rules, "early_minutes"))
    late = max(timedelta(), now - due)
    taken = _last((word for word in said if word.at >= due), Told.TAKEN_UP)
    return Watched(
        outing=outing,
        out=_out(outing, said, now, late, _minutes(rules, "alarm_minutes")),
        due=due,
        late_minutes=late // timedelta(minutes=1),
        heard=heard,
        taken_up=taken,
    )


def _out(
    outing: Outing,
    said: list[Word],
    now: datetime,
    late: timedelta,
    alarm: timedelta,
) -> Out:
    if any(word.told is Told.BACK for word in said):
        return Out.BACK
    if now < outing.sets_off:
        return Out.NOT_YET
    if not late:
        return Out.OUT
    return Out.DUE if late < alarm else Out.OVERDUE


def _due(
    outing: Outing, heard: Word | None, now: datetime, early: timedelta
) -> datetime:
    """The first time no check-in counts for; that of being back stays to the end."""
    until = min(heard.at, now) + early if heard is not None else outing.sets_off
    return next((at for at in outing.due[:-1] if at > until), outing.due[-1])


def _last(words: Iterable[Word], told: Told) -> Word | None:
    return max((w for w in words if w.told is told), key=_when, default=None)


def _when(word: Word) -> datetime:
    return word.at


def _minutes(rules: PlanRules, name: str) -> timedelta:
    return timedelta(minutes=rules.number("safety", name))
