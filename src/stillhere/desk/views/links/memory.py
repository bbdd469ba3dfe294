"""The decision taken last in this session: ids and codes, told once on the next page."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.http import HttpRequest

from stillhere.desk.forms.links import From, came_from
from stillhere.desk.linking.outcome import Outcome, outcome
from stillhere.desk.naming import PersonName, person_name
from stillhere.desk.operation.current import the_operation
from stillhere.desk.operation.live import Entered
from stillhere.desk.tallies import people_in
from stillhere.desk.views.lines import Line, lines
from stillhere.ledger import Entry, Picture
from stillhere.plan import waits_on
from stillhere.reports import Report, ReportId
from stillhere.reports.statements import JudgementKind
from stillhere.vocabulary import Status

SHOWN = 5
"""Most people of one decision that are named."""

_BOTH = 2
_LAST = "decided on a link"


class Stayed(NamedTuple):
    """One person of the same status, with their concern before and now."""

    entry: Entry
    name: PersonName
    before: int
    after: int


class Crossed(NamedTuple):
    """One report that was held to be about one person and is about another now."""

    line: Line
    before: Entry
    was: PersonName
    after: Entry
    now: PersonName


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
        waits: Whether it counts only once another person has said the same.
        news: Whether anything of it was new.
        moved: Whose status moved, at most `SHOWN`.
        more: How many further people.
        stayed: Whose status did not, although what is known of them changed; at most
            `SHOWN`.
        more_stayed: How many further people.
        crossed: Reports that are about somebody else now, at most `SHOWN`.
        people: By how many the people grew: -1 where two became one.
        before, after: Length of the list without word.
        where: Where in a queue it was decided.
    """

    report: ReportId
    a: ReportId
    b: ReportId
    judgement: JudgementKind
    undone: bool
    waits: bool
    news: bool
    moved: tuple[Moved, ...]
    more: int
    stayed: tuple[Stayed, ...]
    more_stayed: int
    crossed: tuple[Crossed, ...]
    people: int
    before: int
    after: int
    where: From


def remember(
    request: HttpRequest,
    report: Report,
    entered: Entered | None,
    *,
    undone: bool,
    where: From,
) -> None:
    """Keep a decision, or its withdrawal, for the page that follows.

    Args:
        request: Of who decides.
        report: The judgement.
        entered: What came of it; None where nothing was new.
        undone: Whether it was withdrawn.
        where: Where in a queue it was decided.
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
        "where": where.fields,
    }


def _listed() -> int:
    """Length of the list without word."""
    operation = the_operation()
    return people_in(operation, operation.picture, "listed")


def told(request: HttpRequest) -> Told | None:
    """The decision that was kept, once; None where there is none."""
    kept = request.session.pop(_LAST, None)
    return None if kept is None else _told(request, kept)


def _told(request: HttpRequest, kept: dict[str, Any]) -> Told:
    picture = the_operation().picture
    moved = Outcome.of_kept(kept["outcome"])
    return Told(
        report=ReportId(kept["report"]),
        a=ReportId(kept["a"]),
        b=ReportId(kept["b"]),
        judgement=JudgementKind(kept["judgement"]),
        undone=kept["undone"],
        waits=not kept["undone"] and waits_on(picture, (kept["a"], kept["b"])),
        news=kept["news"],
        moved=tuple(_moved(picture, moved)),
        more=max(0, len(moved.moves) - SHOWN),
        stayed=tuple(_stayed(picture, moved)),
        more_stayed=max(0, len(moved.stays) - SHOWN),
        crossed=tuple(_crossed(request, picture, moved)),
        people=moved.people,
        before=kept["listed"] - moved.listed,
        after=kept["listed"],
        where=came_from(kept["where"]),
    )


def _moved(picture: Picture, outcome: Outcome) -> Iterator[Moved]:
    for move in outcome.moves[:SHOWN]:
        for entry in _known(picture, move.person):
            was, now = Status(move.before), Status(move.after)
            yield Moved(entry, person_name(entry), was, now)


def _stayed(picture: Picture, outcome: Outcome) -> Iterator[Stayed]:
    for stay in outcome.stays[:SHOWN]:
        for entry in _known(picture, stay.person):
            yield Stayed(entry, person_name(entry), stay.before, stay.after)


def _crossed(
    request: HttpRequest, picture: Picture, outcome: Outcome
) -> Iterator[Crossed]:
    for cross in outcome.crosses[:SHOWN]:
        people = [*_known(picture, cross.before), *_known(picture, cross.after)]
        (line,) = lines(request, picture, [ReportId(cross.mention)])
        if line.source and len(people) == _BOTH:
            was, now = people
            yield Crossed(line, was, person_name(was), now, person_name(now))


def _known(picture: Picture, person: str) -> Iterator[Entry]:
    """The person of an id, none where an import took them back meanwhile."""
    with suppress(KeyError):
        yield picture.entry(ReportId(person))
