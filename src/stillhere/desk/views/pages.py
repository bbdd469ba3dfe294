"""Long lists of something that is at hand already, page by page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.http import HttpRequest

PAGE = 50
_LONGEST = 9
"""Digits of a number in an address that are looked at."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One page of a list.

    Attributes:
        items: On this page.
        first, last: Their places in the list, from 1; 0 for an empty list.
        total: Length of the list.
        before, after: Address queries of the neighbours; empty where there is none.
    """

    items: Sequence[T]
    first: int
    last: int
    total: int
    before: str
    after: str


def page_of(request: HttpRequest, items: Sequence[T]) -> Page[T]:
    """The page the address asks for with ``page=``, from 1; the nearest there is."""
    asked = request.GET.get("page", "")
    most = max(1, -(-len(items) // PAGE))
    known = asked.isdecimal() and len(asked) <= _LONGEST
    number = min(max(1, int(asked)), most) if known else 1
    start = (number - 1) * PAGE
    shown = items[start : start + PAGE]
    return Page(
        items=shown,
        first=start + 1 if shown else 0,
        last=start + len(shown),
        total=len(items),
        before=_query(request, number - 1) if number > 1 else "",
        after=_query(request, number + 1) if number < most else "",
    )


def _query(request: HttpRequest, number: int) -> str:
    query = request.GET.copy()
    query["page"] = str(number)
    return f"?{query.urlencode()}"
