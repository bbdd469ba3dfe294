"""What a list of people is asked for, read from an address."""

from dataclasses import dataclass

from django.http import QueryDict

from stillhere.desk.rows import Filters
from stillhere.vocabulary import Status

_LONGEST = 200
"""Letters of a search that are looked at; no name is longer."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A search, filters and an order.

    Attributes:
        text: A name in any script, a number, or nothing.
        filters: All have to hold.
        order: ``name``, ``concern``, or nothing for the usual one.
        after: Where the page before ended.
    """

    text: str
    filters: Filters
    order: str
    after: str

    @property
    def by_concern(self) -> bool:
        """Whether of most concern first: the usual order of the list without word."""
        return self.order == "concern" or (self.filters.listed and not self.order)

    @property
    def narrowed(self) -> bool:
        """Whether any filter holds."""
        return self.filters != Filters()


def wanted(query: QueryDict) -> Wanted:
    """What an address asks for; what it cannot mean narrows nothing."""
    status = query.get("status", "")
    filters = Filters(
        status=status if status in set(Status) else "",
        settlement=_text(query, "settlement"),
        listed="listed" in query,
        alone="alone" in query,
        dependent="dependent" in query,
        asked="asked" in query,
        conflicting="conflicting" in query,
    )
    order = query.get("order", "")
    known = order if order in ("name", "concern") else ""
    return Wanted(_text(query, "q"), filters, known, _text(query, "after"))


def _text(query: QueryDict, name: str) -> str:
    """What is typed, without a character no database holds."""
    return query.get(name, "").replace("\x00", "").strip()[:_LONGEST]
