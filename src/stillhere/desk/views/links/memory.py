"""The decision taken last in this session: ids and codes, told once on the next page."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.http import HttpRequest

from stillhere.desk.linking.outcome import Outcome, outcome
from stillhere.desk.naming import PersonName, person_name
from stillhere.desk.operation.current import the_operation
from stillhere.desk.operation.live import Entered
from stillhere.desk.tallies import tallies_of
from stillhere.ledger import Entry
from stillhere.reports import Report, ReportId
from stillhere.reports.statements import JudgementKind
from stillhere.vocabulary import Status

SHOWN = 5
"""Most people of one decision that are named."""

_LAST = "decided on a link"


class Moved(NamedTuple):
    """One person whose status is another one now."""

    entry: Entry
    name: PersonName
    before: Status
    after: Status


@dataclass(frozen=True, slots=True)
class Told:
    """What the panel above the next pair says.

    Attributes:
        report: The decision.
        a, b: The mentions it is about.
        judgement: What was decided.
        undone: Whether it was taken back.
        news: Whether anything of it was new.
        moved: Whose status moved, at most `SHOWN`.
        more: How many further people.
        people: By how many the people grew: -1 where two became one.
        before, after: Length of the list without word.
    """

    report: ReportId
    a: ReportId
    b: ReportId
    judgement: JudgementKind
    undone: bool
    news: bool
    moved: tuple[Moved, ...]
    more: int
    people: int
    before: int
    after: int


def remember(
    request: HttpRequest, report: Report, entered: Entered | None, *, undone: bool
) -> None:
    """Keep a decision, or its withdrawal, for the page that follows.

    Args:
        request: Of who decides.
        report: The judgement.
        entered: What came of it; None where nothing was new.
        undone: Whether it was withdrawn.
    """
    moved = Outcome() if entered is None else outcome(entered.before, entered.after)
    fields = report.fields
    request.session[_LAST] = {
        "report": report.id,
        "a": fields["a"],
        "b": fields["b"],
        "judgement": fields["judgement"],
        "undone": undone,
        "news": entered is not None,
        "listed": _listed(),
        "outcome": moved.kept(),
    }


def _listed() -> int:
    """Length of the list without word."""
    operation = the_operation()
    tally = tallies_of(operation, operation.picture).get("listed")
    return 0 if tally is None else tally.value


def told(request: HttpRequest) -> Told | None:
    """The decision that was kept, once; None where there is none."""
    kept = request.session.pop(_LAST, None)
    return None if kept is None else _told(kept)


def _told(kept: dict[str, Any]) -> Told:
    moved = Outcome.of_kept(kept["outcome"])
    return Told(
        report=ReportId(kept["report"]),
        a=ReportId(kept["a"]),
        b=ReportId(kept["b"]),
        judgement=JudgementKind(kept["judgement"]),
        undone=kept["undone"],
        news=kept["news"],
        moved=tuple(_moved(moved)),
        more=max(0, len(moved.moves) - SHOWN),
        people=moved.people,
        before=kept["listed"] - moved.listed,
        after=kept["listed"],
    )


def _moved(outcome: Outcome) -> Iterator[Moved]:
    picture = the_operation().picture
    for move in outcome.moves[:SHOWN]:
        try:
            entry = picture.entry(ReportId(move.mention))
        except KeyError:  # an import took them back meanwhile
            continue
        yield Moved(entry, person_name(entry), Status(move.before), Status(move.after))
