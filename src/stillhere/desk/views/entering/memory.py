"""What a session remembers between two entries: ids and codes, and the last team."""

from collections.abc import Collection
from contextlib import suppress
from typing import Any

from django.contrib.sessions.backends.base import UpdateError
from django.http import HttpRequest

from stillhere.desk.clock import now
from stillhere.desk.entering.effect import Effect, effect
from stillhere.desk.entering.writing import Hand
from stillhere.desk.forms.entering import EntryForm, Known
from stillhere.desk.operation.live import Entered, Operation
from stillhere.desk.views.entering.length import the_length
from stillhere.ledger import Picture
from stillhere.pipeline.evidence import evidence_of
from stillhere.reports import Report, ReportId
from stillhere.vocabulary import Scope

_LAST, _USED = "entered", "used in entries"


def hand_of(request: HttpRequest, operation: Operation) -> Hand:
    """Who is typing."""
    picture = operation.picture
    return Hand(
        key=operation.key,
        account=request.user.get_username(),
        today=operation.today,
        taken_back=lambda report: is_taken_back(picture, report),
    )


def is_taken_back(picture: Picture, report: ReportId) -> bool:
    """Whether a report is stored and was withdrawn."""
    book = evidence_of(picture).bench.book
    return report in book.reports and book.withdrawn(report)


def known_of(request: HttpRequest, operation: Operation) -> Known:
    """What a form begins with."""
    used = request.session.get(_USED, {})
    return Known(operation.today, used.get("settlement", ""), used.get("team", ""))


def remember_used(request: HttpRequest, form: EntryForm) -> None:
    """Let the next form begin with the same team and settlement."""
    used = request.session.get(_USED, {})
    request.session[_USED] = {**used, **form.remembered()}


def remember_entry(
    request: HttpRequest,
    entered: Entered,
    reports: list[Report],
    *,
    known: Collection[ReportId] = (),
    page: str = "",
) -> Effect:
    """Keep what was just stored and what it moved, for the page that follows.

    Args:
        request: Of who typed it.
        entered: What came of it.
        reports: The entry itself first.
        known: Those that were stored before: of another session they are not its own.
        page: Of the entry that was taken back; empty for an entry.
    """
    ids = [report.id for report in reports]
    before = (last_entry(request) or {}).get("own", ())
    moved = effect(entered.before, entered.after, ids)
    request.session[_LAST] = {
        "reports": ids,
        "own": [name for name in ids if name not in known or name in before],
        "new": entered.stored.new,
        "at": now(),
        "listed": the_length.after(entered, moved.listed),
        "undo": bool(page),
        "page": page or request.path,
        "restricted": not any(Scope.OPERATIONS in r.stamp.scopes for r in reports),
        "effect": moved.kept(),
    }
    return moved


def last_entry(request: HttpRequest) -> dict[str, Any] | None:
    """What `remember_entry` kept; None before a first entry."""
    found: dict[str, Any] | None = request.session.get(_LAST)
    return found


def unshown_entry(request: HttpRequest) -> dict[str, Any] | None:
    """The latest entry where it was made on this page and not shown yet; else None."""
    kept = last_entry(request)
    if kept is None or kept.get("page") != request.path or kept.get("shown"):
        return None
    request.session[_LAST] = {**kept, "shown": True}
    with suppress(
        UpdateError
    ):  # on a full disk it is shown once more, and the page stays
        request.session.save()
    request.session.modified = False
    return kept


def forget_entry(request: HttpRequest) -> None:
    """Forget what was stored last: it was taken back elsewhere."""
    request.session.pop(_LAST, None)
