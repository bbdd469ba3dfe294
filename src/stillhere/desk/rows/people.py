"""Lists of people: filtered, ordered, in pages that go on from a row, not a number."""

from dataclasses import dataclass

from django.db.models import F, Q, QuerySet

from stillhere.desk.models import PersonRow
from stillhere.ledger import MentionId

PAGE = 50


@dataclass(frozen=True, slots=True)
class Filters:
    """What a list of people is narrowed to; an empty value narrows nothing.

    Attributes:
        status: Code of `vocabulary.Status`.
        listed: Only those without word.
        settlement: Key of the home's settlement.
        dwelling: Key of the home itself.
        alone, dependent, asked, conflicting: Only those.
    """

    status: str = ""
    listed: bool = False
    settlement: str = ""
    dwelling: str = ""
    alone: bool = False
    dependent: bool = False
    asked: bool = False
    conflicting: bool = False


@dataclass(frozen=True, slots=True)
class Slice:
    """One page of a list.

    Attributes:
        referents: In order.
        after: Where the next page goes on; empty on the last.
    """

    referents: tuple[MentionId, ...]
    after: str


def people(
    filters: Filters, *, by_concern: bool = False, after: str = "", limit: int = PAGE
) -> Slice:
    """A page of people by name, or by concern with who was heard of longest ago first.

    Args:
        filters: All have to hold.
        by_concern: Order of the list without word.
        after: `Slice.after` of the page before; an unknown one begins at the start.
        limit: At most so many.
    """
    found = _narrowed(filters)
    last = PersonRow.objects.filter(referent=after).first() if after else None
    if by_concern:
        if last is not None:
            found = found.filter(_after_concern(last))
        found = found.order_by(F("concern").desc(), "last_word", "referent")
    else:
        if last is not None:
            found = found.filter(_after_name(last))
        found = found.order_by("sort_name", "referent")
    names = list(found.values_list("referent", flat=True)[: limit + 1])
    more = names[limit - 1] if len(names) > limit else ""
    return Slice(tuple(MentionId(n) for n in names[:limit]), more)


def count_people(filters: Filters) -> int:
    """How many people a list holds."""
    return _narrowed(filters).count()


def _narrowed(filters: Filters) -> "QuerySet[PersonRow]":
    found = PersonRow.objects.all()
    for name in ("status", "settlement", "dwelling"):
        if value := getattr(filters, name):
            found = found.filter(**{name: value})
    for name in ("listed", "alone", "dependent", "asked", "conflicting"):
        if getattr(filters, name):
            found = found.filter(**{name: True})
    return found


def _after_concern(last: PersonRow) -> Q:
    same = Q(concern=last.concern)
    later = Q(last_word__gt=last.last_word)
    tied = Q(last_word=last.last_word, referent__gt=last.referent)
    return Q(concern__lt=last.concern) | (same & (later | tied))


def _after_name(last: PersonRow) -> Q:
    tied = Q(sort_name=last.sort_name, referent__gt=last.referent)
    return Q(sort_name__gt=last.sort_name) | tied
