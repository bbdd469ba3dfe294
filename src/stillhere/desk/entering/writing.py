"""One typed entry becomes one report."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count

from stillhere.reports import (
    Json,
    OperationKey,
    Report,
    ReportId,
    Stamp,
    make_report,
)
from stillhere.reports.withdrawing import Signed, withdraw_reports
from stillhere.vocabulary import ReportKind, Scope
from stillhere.vocabulary.fields import Field

MISTYPED = "taken back by who typed it in"
"""Why an entry is undone at once: the words of the report, the same in every language."""


@dataclass(frozen=True, slots=True)
class Hand:
    """Who types.

    Attributes:
        key: The operation's key.
        account: Sign-in name.
        today: ISO date or time of the entry.
        taken_back: Whether a report is stored and was taken back.
    """

    key: OperationKey
    account: str
    today: str
    taken_back: Callable[[ReportId], bool]

    @property
    def author(self) -> str:
        """As whom reports are entered."""
        return f"desk:{self.account}"


@dataclass(frozen=True, slots=True)
class Entry:
    """What was typed.

    Attributes:
        kind: Of the report.
        source: Who said it.
        fields: Meaning to text as typed; empty texts are left out.
        scopes: What it may be used for.
        beside: Further keys of the body that state nothing, such as number and line of
            a sheet.
    """

    kind: ReportKind
    source: str
    fields: Mapping[Field, str]
    scopes: tuple[Scope, ...] = (Scope.OPERATIONS,)
    beside: Mapping[str, Json] | None = None


def written(entry: Entry, hand: Hand) -> Report:
    """The report of an entry.

    The same entry twice is one report. One whose report was taken back is stated anew,
    under the next number among identical statements.
    """
    return next(r for r in _alike(entry, hand) if not hand.taken_back(r.id))


def _alike(entry: Entry, hand: Hand) -> Iterator[Report]:
    body: dict[str, Json] = {f.value: text for f, text in entry.fields.items()}
    stamp = Stamp(
        author=hand.author,
        scopes=entry.scopes,
        source_date=said_at(entry.fields) or hand.today,
    )
    for ordinal in count():
        yield make_report(
            hand.key,
            entry.kind,
            entry.source,
            {**body, **(entry.beside or {})},
            ordinal=ordinal,
            stamp=stamp,
        )


def said_at(fields: Mapping[Field, str]) -> str | None:
    """When it was so, as far as stated: ISO date, with the time where there is one."""
    date, time = fields.get(Field.DATE), fields.get(Field.TIME)
    return f"{date}T{time}" if date and time else date or None


def same_person(mention: ReportId, known: ReportId, hand: Hand) -> Report:
    """The decision that a mention just typed is a person who is known."""
    first, second = sorted((mention, known))
    fields: dict[str, Json] = {
        "judgement": "same",
        "a": first,
        "b": second,
        "why": "said so while typing it in",
        "date": hand.today,
    }
    stamp = Stamp(author=hand.author, source_date=hand.today)
    return make_report(hand.key, ReportKind.JUDGEMENT, hand.author, fields, stamp=stamp)


def undone(reports: tuple[Report, ...], hand: Hand, at: str) -> Report:
    """The withdrawal of entries, for the purposes they were for.

    Args:
        reports: At least one.
        hand: Who takes them back.
        at: ISO time of the decision.
    """
    signed = Signed(hand.key, by=hand.author, at=at, why=MISTYPED)
    withdrawal = withdraw_reports([r.id for r in reports], signed)
    scopes = tuple({scope for r in reports for scope in r.stamp.scopes})
    return replace(withdrawal, stamp=replace(withdrawal.stamp, scopes=scopes))
