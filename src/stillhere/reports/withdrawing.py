"""Taking reports back, and bringing them back: decisions, which are reports too.

A withdrawal names a source or single reports; whatever it named counts again once the
withdrawal is withdrawn. Nothing is deleted.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from stillhere.reports.book import Book
from stillhere.reports.canonical import Json
from stillhere.reports.decided import targets, withdrawn_source
from stillhere.reports.key import OperationKey
from stillhere.reports.report import Report, ReportId, Stamp, make_report
from stillhere.vocabulary.kinds import ReportKind

NAMED = "import"
"""Field of a withdrawal that says which import it undoes."""


@dataclass(frozen=True, slots=True)
class Signed:
    """Who decides what, when and why.

    Attributes:
        key: The operation's key.
        by: Key of the person or node; source and author of the decision.
        at: ISO time of the decision.
        why: The reason in words.
    """

    key: OperationKey
    by: str
    at: str
    why: str = ""


def withdraw_source(source: str, signed: Signed) -> Report:
    """Take back all claims of a source, also those that are still to come."""
    return _withdrawal({"source": source}, signed)


def withdraw_reports(
    reports: Iterable[ReportId],
    signed: Signed,
    note: Mapping[str, Json] | None = None,
) -> Report:
    """Take back exactly these reports.

    Args:
        reports: At least one; order and repetition do not matter.
        signed: Who decides.
        note: Further fields of the body, such as `NAMED`.

    Raises:
        ValueError: There are none.
    """
    named = sorted(set(reports))
    if not named:
        message = "a withdrawal of nothing"
        raise ValueError(message)
    what: dict[str, Json] = {"target": named[0]} if len(named) == 1 else {}
    return _withdrawal({**(what or {"targets": named}), **(note or {})}, signed)


def bring_back(
    reports: Collection[ReportId],
    book: Book,
    signed: Signed,
    undone: Json = None,
) -> tuple[Report, ...]:
    """Decisions after which these reports are no longer taken back.

    Each withdrawal in force that takes back any of them is withdrawn. What else it took
    back stays so, by a new withdrawal of those reports by name; an import it undid stays
    undone.

    Args:
        reports: Rows and other claims.
        book: All decisions, and the reports of every source that was taken back.
        signed: Who decides.
        undone: The import, as under `NAMED`, that is undone no longer.

    Returns:
        Withdrawals, in the order of those they replace; empty where none of the reports
        is taken back.
    """
    back = frozenset(reports)
    decisions: list[Report] = []
    for withdrawal in withdrawals(book):
        named = frozenset(_taken_back(withdrawal, book))
        note = withdrawal.fields.get(NAMED)
        over = note is not None and note == undone
        if over or named & back:
            decisions.append(withdraw_reports([withdrawal.id], signed))
            kept = None if over else note
            decisions += _instead(withdrawal, named - back, kept, signed)
    return tuple(decisions)


def withdrawals(book: Book) -> list[Report]:
    """The withdrawals in force, in id order."""
    found = (r for r in book.reports.values() if r.kind is ReportKind.WITHDRAWAL)
    return sorted((r for r in found if book.in_force(r.id)), key=lambda r: r.id)


def _instead(
    withdrawal: Report, rest: frozenset[ReportId], note: Json, signed: Signed
) -> Iterator[Report]:
    """What goes on of a withdrawal that is withdrawn.

    One that undoes an import goes on without rows too, naming the withdrawal it stands
    for: to withdraw that a second time changes nothing.
    """
    if note is not None:
        yield withdraw_reports({withdrawal.id, *rest}, signed, {NAMED: note})
    elif rest:
        yield withdraw_reports(rest, signed)


def _taken_back(withdrawal: Report, book: Book) -> Iterator[ReportId]:
    """What it takes back, without the withdrawals it stands for."""
    of_import = withdrawal.fields.get(NAMED) is not None
    for target in targets(withdrawal):
        known = book.reports.get(target)
        decides = known is not None and known.kind is ReportKind.WITHDRAWAL
        if not (of_import and decides):
            yield target
    source = withdrawn_source(withdrawal)
    if source is not None:
        for report in book.reports.values():
            if report.source == source and not report.kind.decides:
                yield report.id


def _withdrawal(what: Mapping[str, Json], signed: Signed) -> Report:
    return make_report(
        signed.key,
        ReportKind.WITHDRAWAL,
        signed.by,
        {**what, "why": signed.why, "at": signed.at},
        stamp=Stamp(author=signed.by, source_date=signed.at),
    )
