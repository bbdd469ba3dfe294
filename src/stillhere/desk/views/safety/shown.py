"""One team as its page shows it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from stillhere.desk.operation.live import Operation
from stillhere.desk.planning.handing import HandedSheet, HandedStop
from stillhere.desk.planning.register import all_sheets
from stillhere.desk.safety.positions import Position, positions_of
from stillhere.desk.safety.said import OutingKey, Saying, key_of, said_of
from stillhere.desk.views.entering.words import address_words
from stillhere.desk.views.safety.words import SAID, STANDS, clock, name_of
from stillhere.plan.safety import Out, Watched
from stillhere.reports import ReportId


@dataclass(frozen=True, slots=True)
class LastWord:
    """What was said of a team last.

    Attributes:
        report: That says it.
        words: What.
        at: Hour and minute.
        by: Who entered it.
    """

    report: ReportId
    words: str
    at: str
    by: str


@dataclass(frozen=True, slots=True)
class Near:
    """Where a team is to be about now by its sheet: a stop and its address."""

    stop: int
    address: str


@dataclass(frozen=True, slots=True)
class TeamOut:
    """One team that is out.

    Attributes:
        watched: How it stands.
        stands: The same in words.
        due: Hour and minute of the check-in that is next, or missed.
        heard: When it last gave word; empty for never.
        last: What was said of it last; None for nothing.
        taken_by: Who looks into its silence; empty while nobody does.
        near: Where it is to be by its sheet; None before the first stop.
        position: Where it said it is, from memory; None where it did not say.
        neighbours: Numbers of other teams that are out, those in the same settlement first.
    """

    watched: Watched
    stands: str
    due: str
    heard: str
    last: LastWord | None
    taken_by: str
    near: Near | None
    position: Position | None
    neighbours: tuple[int, ...]

    @property
    def alarms(self) -> bool:
        """Whether the desk is alarmed about it."""
        return self.watched.out is Out.OVERDUE


def teams_shown(operation: Operation, out: Sequence[Watched]) -> list[TeamOut]:
    """The teams that are out, in their order."""
    picture = operation.picture
    sheets = {OutingKey(s.day, s.code): s for s in all_sheets(picture)}
    said = said_of(picture)
    return [
        _shown(operation, one, said.get(key_of(one.outing), ()), sheets, out)
        for one in out
    ]


def _shown(
    operation: Operation,
    one: Watched,
    said: Iterable[Saying],
    sheets: dict[OutingKey, HandedSheet],
    out: Sequence[Watched],
) -> TeamOut:
    key = key_of(one.outing)
    return TeamOut(
        watched=one,
        stands=str(STANDS[one.out]),
        due=clock(one.due),
        heard=clock(one.heard.at) if one.heard is not None else "",
        last=_last(said),
        taken_by=name_of(one.taken_up.by) if one.taken_up is not None else "",
        near=_near(operation, one, sheets[key]),
        position=positions_of(operation).of(key),
        neighbours=_neighbours(one, sheets, out),
    )


def _last(said: Iterable[Saying]) -> LastWord | None:
    newest = max(said, key=lambda s: (s.word.at, s.report), default=None)
    if newest is None:
        return None
    word = newest.word
    words = str(SAID[word.told])
    return LastWord(newest.report, words, clock(word.at), name_of(word.by))


def _near(operation: Operation, one: Watched, sheet: HandedSheet) -> Near | None:
    """The stop a team is to be at when it is to call in."""
    start = one.outing.due[-1] - timedelta(seconds=sheet.check_ins[-1])
    since = int((one.due - start).total_seconds())
    reached = [stop for stop in sheet.stops if stop.arrive_s <= since]
    stop = reached[-1] if reached else next(iter(sheet.stops), None)
    return Near(stop.number, _address(operation, stop)) if stop is not None else None


def _address(operation: Operation, stop: HandedStop) -> str:
    return address_words(stop.key, operation)


def _neighbours(
    one: Watched, sheets: dict[OutingKey, HandedSheet], out: Sequence[Watched]
) -> tuple[int, ...]:
    here = _settlements(sheets[key_of(one.outing)])
    others = {
        other.outing.team: bool(here & _settlements(sheets[key_of(other.outing)]))
        for other in out
        if other.outing.team != one.outing.team and other.out is not Out.NOT_YET
    }
    return tuple(sorted(others, key=lambda team: (not others[team], team)))


def _settlements(sheet: HandedSheet) -> set[str]:
    return {stop.key.partition("/")[0] for stop in sheet.stops}
