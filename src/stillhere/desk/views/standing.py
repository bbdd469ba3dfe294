"""Whether a report counts, and which decisions say so."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from stillhere.ledger import Picture
from stillhere.pipeline.evidence import evidence_of
from stillhere.reports import Book, Report, ReportId
from stillhere.reports.decided import withdrawn_source
from stillhere.reports.withdrawing import withdrawals
from stillhere.vocabulary import ReportKind

_READ = _("This report is in force.")
_SILENT = _(
    "This report is in force, but nothing in it counts: it cannot be read by the "
    "profile of its source, or a later row with the same key replaced it."
)
_OWN: dict[ReportKind, str | Promise] = {
    ReportKind.PROFILE: _("This says how a source is read. It is in force."),
    ReportKind.RULES: _("This is a table or rule of the operation. It is in force."),
    ReportKind.PLAN: _("This is a plan that was accepted. It is in force."),
    ReportKind.CHECK_IN: _("This says how a team that was out stood. It is in force."),
}
_DECISION = _("This is a decision on other reports. It is in force.")
_GONE: dict[str, str | Promise] = {
    "erased": _("This report was erased. Its words are gone for good."),
    "withdrawn": _("This report was withdrawn. It counts for nothing."),
    "expired": _("The date until which this report may be kept is over."),
    "unreadable": _("The body of this report cannot be read. It counts for nothing."),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a report stands.

    Attributes:
        counts: Whether it is in force.
        sentence: Where it stands, in words.
        decisions: Corrections, withdrawals and erasures that name it or its source, with
            whether each is in force.
        corrected: Whether a correction in force changes its words.
    """

    counts: bool
    sentence: str
    decisions: tuple[tuple[Report, bool], ...]
    corrected: bool


def standing_of(picture: Picture, report: Report) -> Standing:
    """Where a report stands; ask while the evidence is held still."""
    book = evidence_of(picture).bench.book
    counts = book.in_force(report.id)
    named = [*book.decisions_on(report.id), *_of_its_source(book, report)]
    decisions = tuple((one, book.in_force(one.id)) for one in named)
    return Standing(
        counts=counts,
        sentence=str(_sentence(picture, report) if counts else _gone(book, report)),
        decisions=decisions,
        corrected=counts and book.effective(report.id).body != report.body,
    )


def _of_its_source(book: Book, report: Report) -> list[Report]:
    if report.kind.decides or not book.withdrawn(report.id):
        return []
    return [w for w in withdrawals(book) if withdrawn_source(w) == report.source]


def _sentence(picture: Picture, report: Report) -> str | Promise:
    if report.kind.decides:
        return _OWN.get(report.kind, _DECISION)
    evidence = picture.evidence
    said = evidence.mention(report.id) or evidence.statement(report.id)
    return _SILENT if said is None else _READ


def _gone(book: Book, report: Report) -> str | Promise:
    return _GONE[reason_gone(book, report.id)]


def reason_gone(book: Book, report: ReportId) -> str:
    """Why a report is not in force: erasure before withdrawal before expiry."""
    if book.erased(report):
        return "erased"
    if book.withdrawn(report):
        return "withdrawn"
    return "expired" if book.expired(report) else "unreadable"
