"""The log of who opened which person."""

from collections.abc import Iterable
from dataclasses import dataclass

from stillhere.desk.models import Opening


@dataclass(frozen=True, slots=True)
class Opened:
    """One line of the log."""

    number: int
    at: str
    account: str
    referent: str
    page: str


def note_opening(at: str, account: str, referent: str, page: str) -> None:
    """Add a line; lines are never changed."""
    Opening.objects.create(at=at, account=account, referent=referent, page=page)


def note_openings(at: str, account: str, referents: Iterable[str], page: str) -> None:
    """Add a line for each person of a page that shows several."""
    Opening.objects.bulk_create(
        Opening(at=at, account=account, referent=referent, page=page)
        for referent in referents
    )


def openings(
    *, referent: str = "", account: str = "", before: int = 0, limit: int = 100
) -> list[Opened]:
    """Lines, newest first.

    Args:
        referent: Only of this person.
        account: Only of this account.
        before: Only lines with a smaller number; 0 for all.
        limit: At most so many.
    """
    found = Opening.objects.order_by("-id")
    if referent:
        found = found.filter(referent=referent)
    if account:
        found = found.filter(account=account)
    if before:
        found = found.filter(id__lt=before)
    return [Opened(o.pk, o.at, o.account, o.referent, o.page) for o in found[:limit]]
