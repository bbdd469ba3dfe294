"""The profile of a source: which column means what. Itself a report.

The intake proposes one from header words and values; a person confirms or corrects it.
Rows are never changed by it: a corrected profile re-reads them.
"""

from dataclasses import dataclass
from typing import Any

from stillhere.names import NameOrder
from stillhere.reports.canonical import Json
from stillhere.vocabulary.fields import Field
from stillhere.vocabulary.kinds import ReportKind
from stillhere.vocabulary.languages import Language
from stillhere.vocabulary.people import PersonEvent


@dataclass(frozen=True, slots=True, order=True)
class Column:
    """One column of a list: its header as written and what it means."""

    header: str
    field: Field


@dataclass(frozen=True, slots=True)
class Profile:
    """How the rows of one source are to be read.

    Attributes:
        source: Name of the source.
        kind: Kind of statement one row makes.
        columns: In the order of the file.
        language: Language of names and words; None where mixed.
        name_order: Order inside a column of whole names.
        once: A person stands at most once in this list.
        register: A complete register of residents (an anchor list).
        event: What a row says of its person where no column does.
        date: ISO date of the whole list, as stated by it.
        month_first: Numeric dates are month/day/year.
        confirmed: A person has looked at it.
    """

    source: str
    kind: ReportKind
    columns: tuple[Column, ...]
    language: Language | None = None
    name_order: NameOrder = NameOrder.UNKNOWN
    once: bool = False
    register: bool = False
    event: PersonEvent | None = None
    date: str | None = None
    month_first: bool = False
    confirmed: bool = False

    def headers(self, field: Field) -> tuple[str, ...]:
        """Headers with this meaning, in file order; empty where none has it."""
        return tuple(c.header for c in self.columns if c.field is field)

    def to_fields(self) -> dict[str, Json]:
        """The body of the profile's report."""
        return {
            "about": self.source,
            "kind": self.kind.value,
            "columns": [[c.header, c.field.value] for c in self.columns],
            "language": self.language.value if self.language else None,
            "name_order": self.name_order.value,
            "once": self.once,
            "register": self.register,
            "event": self.event.value if self.event else None,
            "date": self.date,
            "month_first": self.month_first,
            "confirmed": self.confirmed,
        }

    @classmethod
    def from_fields(cls, fields: dict[str, Any]) -> "Profile":
        """Read a body written by `to_fields`.

        Raises:
            KeyError, ValueError, TypeError: The body is not that of a profile.
        """
        return cls(
            source=str(fields["about"]),
            kind=ReportKind(fields["kind"]),
            columns=tuple(Column(h, Field(f)) for h, f in fields["columns"]),
            language=Language(fields["language"]) if fields.get("language") else None,
            name_order=NameOrder(fields.get("name_order", NameOrder.UNKNOWN)),
            once=bool(fields.get("once", False)),
            register=bool(fields.get("register", False)),
            event=PersonEvent(fields["event"]) if fields.get("event") else None,
            date=fields.get("date"),
            month_first=bool(fields.get("month_first", False)),
            confirmed=bool(fields.get("confirmed", False)),
        )
