"""What was said of teams that are out, as reports: when and of which sheets, never where."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from stillhere.desk.planning.following import Following
from stillhere.ledger import Picture
from stillhere.plan.safety import Outing, Told, Word
from stillhere.reports import OperationKey, Report, ReportId, Stamp, make_report
from stillhere.vocabulary import ReportKind


class OutingKey(NamedTuple):
    """Which outing something was said of: the day and the code of its sheet."""

    day: str
    code: str


@dataclass(frozen=True, slots=True)
class Saying:
    """One report on a team.

    Attributes:
        report: The report.
        outings: Which it speaks of.
        word: What it says.
    """

    report: ReportId
    outings: tuple[OutingKey, ...]
    word: Word


def key_of(outing: Outing) -> OutingKey:
    """The day and the code of its sheet."""
    return OutingKey(outing.day, outing.code)


def said_report(
    key: OperationKey, outings: Sequence[Outing], told: Told, at: datetime, author: str
) -> Report:
    """The report of a word of a team.

    Args:
        key: Of the operation.
        outings: At least one, all of one team: a check-in counts for each of its sheets.
        told: What is said.
        at: When, on the clock of the sheets.
        author: Who enters it.
    """
    moment = at.isoformat(timespec="seconds")
    fields = {
        "told": told.value,
        "team": outings[0].team,
        "sheets": [list(key_of(outing)) for outing in outings],
        "at": moment,
    }
    stamp = Stamp(author=author, source_date=moment)
    return make_report(key, ReportKind.CHECK_IN, author, fields, stamp=stamp)


def saying_of(report: Report) -> Saying | None:
    """What a report says of a team; None for another kind or a body that is damaged."""
    if report.kind is not ReportKind.CHECK_IN:
        return None
    try:
        body = report.fields
        outings = tuple(OutingKey(str(day), str(code)) for day, code in body["sheets"])
        at = datetime.fromisoformat(body["at"]).replace(tzinfo=None)
        word = Word(Told(body["told"]), at, report.stamp.author or report.source)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    return Saying(report.id, outings, word)


_following = Following(saying_of)


def said_of(picture: Picture) -> dict[OutingKey, list[Saying]]:
    """What was said of every outing and not taken back."""
    found: dict[OutingKey, list[Saying]] = defaultdict(list)
    for saying in _following.in_force(picture).values():
        if saying is not None:
            for key in saying.outings:
                found[key].append(saying)
    return found
