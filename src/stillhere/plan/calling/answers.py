"""What came of a call, as reports.

The call itself is one report, whatever came of it. Who is said to be safe is one report
each, made as an entry typed at a desk would be, with the decision whom it is about: it
counts as one list more. Where much hangs on that decision it takes a second reader, as
every other.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import count

from stillhere.intake.decisions import NEEDED
from stillhere.ledger import Entry, MentionId, Picture
from stillhere.plan.calling.named import as_on_file
from stillhere.plan.calling.ranking import CallToMake
from stillhere.plan.rules import PlanRules
from stillhere.plan.second import needs_second
from stillhere.reports import (
    Json,
    OperationKey,
    Report,
    ReportId,
    Stamp,
    make_report,
)
from stillhere.vocabulary import CallOutcome, PersonEvent, ReportKind, WhoseNumber

SOURCE = "calls made"
"""One source for every answer: two calls about one person are one list."""
_TOLD = "told on the phone"
_WHY = "named on the phone"
_DAY, _CLOCK = slice(10), slice(11, 16)


@dataclass(frozen=True, slots=True)
class Caller:
    """Who calls, and with what in hand.

    Attributes:
        picture: The newest.
        key: The operation's.
        author: As whom reports are entered.
        taken_back: Whether a report is stored and was taken back: the same is then
            stated anew, under the next number among identical statements.
    """

    picture: Picture
    key: OperationKey
    author: str = "node"
    taken_back: Callable[[ReportId], bool] = lambda _: False


@dataclass(frozen=True, slots=True)
class Told:
    """What was said beside who is safe.

    Attributes:
        where: Where those who are safe are, as said.
        there: Who is said to be still there.
        note: Anything else, as said.
    """

    where: str = ""
    there: tuple[MentionId, ...] = ()
    note: str = ""


_NOTHING_MORE = Told()


def answered(
    call: CallToMake,
    safe: Sequence[MentionId],
    when: str,
    caller: Caller,
    told: Told = _NOTHING_MORE,
) -> tuple[Report, ...]:
    """The reports of a call that was answered.

    Args:
        call: As it was ranked.
        safe: Who of it is said to be safe, out of the region; others were not named.
        when: ISO date or time of the call.
        caller: Who called.
        told: What else was said.

    Returns:
        The call first; then, for each person named, what is said of them and whom that
        is about. People who are in no picture any more are left out.
    """
    reports = [_dialled(call, CallOutcome.ANSWERED, when, caller, told.note)]
    gone = _entries(caller.picture, safe)
    for entry in gone.values():
        said = _safe(call, entry, when, caller, told.where)
        reports += _about(said, entry, when, caller)
    for name, entry in _entries(caller.picture, told.there).items():
        if name not in gone:
            said = _there(entry, when, caller)
            reports += _about(said, entry, when, caller)
    return tuple(reports)


def _entries(picture: Picture, people: Iterable[MentionId]) -> dict[MentionId, Entry]:
    """People by id, each once, in the order given; a ranking may be a little older."""
    found = {}
    for person in people:
        with suppress(KeyError):
            entry = picture.entry(person)
            found[entry.id] = entry
    return found


def unanswered(
    call: CallToMake,
    outcome: CallOutcome,
    when: str,
    caller: Caller,
    note: str = "",
) -> Report:
    """The report of a call that told nothing of anybody."""
    return _dialled(call, outcome, when, caller, note)


def _dialled(
    call: CallToMake, outcome: CallOutcome, when: str, caller: Caller, note: str
) -> Report:
    fields: dict[str, Json] = {
        "number": call.id,
        "outcome": outcome.value,
        "whose": call.whose.value,
        "about": list(call.people),
        "note": note,
        **_moment(when),
    }
    return _made(ReportKind.DIALLED, SOURCE, fields, when, caller)


def _safe(
    call: CallToMake, entry: Entry, when: str, caller: Caller, where: str
) -> Report:
    """One person who is safe; those of one household are one party."""
    fields: dict[str, Json] = {
        **as_on_file(caller.picture, entry),
        "event": PersonEvent.ARRIVED.value,
        "destination": where,
        **_moment(when),
    }
    if call.whose is WhoseNumber.HOUSEHOLD:
        fields |= {"phone": call.written, "household": f"call {call.id}"}
    return _made(ReportKind.PERSON, SOURCE, fields, when, caller)


def _there(entry: Entry, when: str, caller: Caller) -> Report:
    fields: dict[str, Json] = {
        **as_on_file(caller.picture, entry),
        "how_known": _TOLD,
        **_moment(when),
    }
    return _made(ReportKind.CALL, SOURCE, fields, when, caller)


def _about(said: Report, entry: Entry, when: str, caller: Caller) -> Iterator[Report]:
    """What is said, and the decision whom it is about."""
    first, other = sorted((said.id, entry.id))
    fields: dict[str, Json] = {
        "judgement": "same",
        "a": first,
        "b": other,
        "why": _WHY,
        "date": when,
    }
    if _takes_two(said, entry):
        fields["second"] = NEEDED
    yield said
    yield _made(ReportKind.JUDGEMENT, caller.author, fields, when, caller)


def _takes_two(said: Report, entry: Entry) -> bool:
    """Whether the decision takes somebody of high concern off the list."""
    if said.kind is not ReportKind.PERSON:
        return needs_second([entry])
    least = PlanRules.shipped().number("doubt", "second_from")
    return needs_second([entry]) or (entry.listed and entry.concern >= least)


def _made(
    kind: ReportKind, source: str, fields: dict[str, Json], when: str, caller: Caller
) -> Report:
    stamp = Stamp(author=caller.author, source_date=when)
    alike = (
        make_report(caller.key, kind, source, fields, ordinal=n, stamp=stamp)
        for n in count()
    )
    return next(report for report in alike if not caller.taken_back(report.id))


def _moment(when: str) -> dict[str, Json]:
    return {"date": when[_DAY], "time": when[_CLOCK]}
