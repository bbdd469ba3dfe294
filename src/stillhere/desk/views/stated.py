"""What a report states, as it was read: labels and values in words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stillhere.desk.saying import day, number
from stillhere.desk.wording import in_words
from stillhere.reports import ReportId
from stillhere.reports.statements import (
    Birth,
    JudgementKind,
    PersonStatement,
    Statement,
    VisitStatement,
    WrittenName,
    WrittenPlace,
)
from stillhere.vocabulary import Care
from stillhere.vocabulary.fields import Field

_ID = re.compile(r"[0-9a-f]{32}")
_UNSAID = frozenset({"report", "source", "order", "language"})
_FIELD_OF = {
    "documents": Field.DOCUMENT,
    "phones": Field.PHONE,
    "birth": Field.BIRTH_DATE,
    "event": Field.EVENT,
    "full": Field.NAME,
    "given": Field.GIVEN_NAME,
    "handed": Field.GIVEN,
    "family": Field.FAMILY_NAME,
    "patronymic": Field.PATRONYMIC,
    "maiden": Field.MAIDEN_NAME,
    "lat": Field.LATITUDE,
    "lon": Field.LONGITUDE,
}
"""Fields of statements whose column bears another name."""

_LABELS: dict[str, str | Promise] = {
    "a": gettext_lazy("first report"),
    "b": gettext_lazy("second report"),
    "about": gettext_lazy("asked about"),
    "area": gettext_lazy("place whose search ends"),
    "authority": gettext_lazy("authority"),
    "base": gettext_lazy("base"),
    "conditions": gettext_lazy("conditions"),
    "count": gettext_lazy("number"),
    "document": gettext_lazy("document"),
    "initials": gettext_lazy("initials"),
    "intention": gettext_lazy("intention"),
    "judgement": gettext_lazy("judgement"),
    "kind": gettext_lazy("kind"),
    "number": gettext_lazy("number on file"),
    "outcome": gettext_lazy("what came of the call"),
    "of_source": gettext_lazy("of the source"),
    "person": gettext_lazy("person"),
    "second": gettext_lazy("needs a second reader"),
    "place": gettext_lazy("place"),
    "target": gettext_lazy("about the report"),
    "targets": gettext_lazy("about the reports"),
    "vehicles": gettext_lazy("vehicles"),
    "whose": gettext_lazy("who was to answer"),
    "why": gettext_lazy("why"),
    "words": gettext_lazy("in which words"),
}
_JUDGED: dict[str, str | Promise] = {
    JudgementKind.SAME: gettext_lazy("the same person"),
    JudgementKind.DIFFERENT: gettext_lazy("different people"),
    JudgementKind.UNSURE: gettext_lazy("unsure"),
}


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing a report states.

    Attributes:
        label: What it is.
        text: In words; as written where it was written.
        reports: Where the value names reports: their ids.
        written: Whether the text is the source's own.
    """

    label: str
    text: str = ""
    reports: tuple[ReportId, ...] = ()
    written: bool = False


def facts(
    statement: Statement | PersonStatement, *, children: bool = False
) -> list[Fact]:
    """Everything a statement holds, in the order of its fields; nothing empty or twice.

    Args:
        statement: As read.
        children: Whether the reader may learn that a child is alone.
    """
    hidden = () if children else (Care.CHILD_ALONE,)
    return list(dict.fromkeys(_facts(statement, hidden)))


def _facts(value: Any, hidden: tuple[Care, ...]) -> Iterator[Fact]:
    for field in fields(value):
        held = getattr(value, field.name)
        if field.name == "note" and hidden and _says(value, hidden):
            continue
        if field.name == "care":
            held = tuple(need for need in held if need not in hidden)
        if field.name in _UNSAID or held is False or held in (None, "", ()):
            continue
        if isinstance(held, WrittenName | WrittenPlace | PersonStatement):
            yield from _facts(held, hidden)
        else:
            name = "handed" if _is_gift(value, field.name) else field.name
            yield _fact(name, held)


def _says(value: Any, hidden: tuple[Care, ...]) -> bool:
    """Whether a statement is read as any of these needs: its note says so, too."""
    return not set(hidden).isdisjoint(getattr(value, "care", ()))


def _is_gift(value: Any, name: str) -> bool:
    """Whether "given" means what a team gave, not a given name."""
    return isinstance(value, VisitStatement) and name == "given"


def _fact(name: str, held: Any) -> Fact:
    ids = held if isinstance(held, tuple) else (held,)
    if all(isinstance(i, str) and _ID.fullmatch(i) for i in ids):
        return Fact(label(name), reports=tuple(ReportId(i) for i in ids))
    text = "; ".join(_text(name, one) for one in ids)
    written = name not in _DATES and all(type(one) is str for one in ids)
    return Fact(label(name), text, written=written)


def _text(name: str, value: Any) -> str:
    if isinstance(value, Birth):
        return birth_words(value)
    if isinstance(value, JudgementKind):
        return str(_JUDGED[value])
    if isinstance(value, StrEnum):
        return in_words(value)
    if isinstance(value, bool):
        return _("yes")
    if isinstance(value, int):
        return number(value) if name != "ordinal" else str(value)
    return day(value) if name in _DATES else str(value)


_DATES = frozenset({"date", "since", "until", "expected", "met"})


def label(name: str) -> str:
    """What a field of a statement is called."""
    known = _LABELS.get(name)
    return str(known) if known else in_words(_FIELD_OF.get(name) or Field(name))


def birth_words(birth: Birth) -> str:
    """A birth as read: a day, a month, a year, or the years it lies between."""
    if birth.first != birth.last:
        return years_words(birth.first, birth.last)
    if birth.month and birth.day:
        return day(f"{birth.first:04}-{birth.month:02}-{birth.day:02}")
    if birth.month:
        return f"{birth.month:02}/{birth.first}"
    return str(birth.first)


def years_words(first: int | str, last: int | str) -> str:
    """The years a birth lies between."""
    return _("between {first} and {last}").format(first=first, last=last)
