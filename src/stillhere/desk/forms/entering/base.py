"""What every form of entry shares: where, when, and how it becomes an entry."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _

from stillhere.desk.entering.writing import Entry
from stillhere.intake.dates import ages_of, read_birth, read_date
from stillhere.vocabulary import ReportKind, Scope
from stillhere.vocabulary.fields import Field

_CLOCK = slice(len("2023-10-05T"), len("2023-10-05T14:30"))


@dataclass(frozen=True, slots=True)
class Known:
    """What a form is filled with before anybody types.

    Attributes:
        today: ISO date or time of entries.
        settlement, team: As used last; empty for a first entry.
    """

    today: str
    settlement: str = ""
    team: str = ""

    @property
    def day(self) -> dt.date:
        """The day of `today`."""
        return dt.date.fromisoformat(self.today[:10])

    @property
    def clock(self) -> str:
        """Hour and minute of `today`; empty where it is only a day."""
        return self.today[_CLOCK]


class EntryForm(forms.Form):
    """One entry of quick entry.

    Attributes:
        kind: Of its report.
        scopes: What the report may be used for.
        remembers: Fields that the next form of any kind begins with.
    """

    kind: ClassVar[ReportKind]
    scopes: ClassVar[tuple[Scope, ...]] = (Scope.OPERATIONS,)
    remembers: ClassVar[tuple[str, ...]] = ()
    meanings: ClassVar[Mapping[str, Field]] = {}

    def __init__(self, data: Any = None, *, known: Known) -> None:
        super().__init__(data, label_suffix="", initial=self.initially(known))
        self._known = known
        self._focus(next(iter(self.fields)))

    def _focus(self, name: str) -> None:
        for field in self.fields.values():
            field.widget.attrs.pop("autofocus", None)
        self.fields[name].widget.attrs["autofocus"] = True

    def full_clean(self) -> None:
        """Look at everything typed; the cursor goes to the first field that is wrong."""
        super().full_clean()
        wrong = next((name for name in self.fields if name in self.errors), None)
        if wrong is not None:
            self._focus(wrong)

    def initially(self, known: Known) -> dict[str, Any]:
        """What the fields hold at first."""
        held = {"date": known.day, "time": known.clock}
        return {**held, **{name: getattr(known, name) for name in self.remembers}}

    def clean_date(self) -> dt.date | None:
        """A day that is not ahead."""
        return self._not_ahead("date")

    def clean_born(self) -> str:
        """A year or date of birth, or an age, that can be read."""
        text: str = self.cleaned_data["born"]
        if text and not _is_birth(text, self._known.day.year):
            raise forms.ValidationError(
                _("Type a year such as 1941, or an age such as 82, or leave it empty.")
            )
        return text

    def _not_ahead(self, name: str) -> dt.date | None:
        day: dt.date | None = self.cleaned_data[name]
        if day is not None and day > self._known.day:
            raise forms.ValidationError(
                _("This day lies ahead. Correct it, or leave it empty.")
            )
        return day

    def source(self) -> str:
        """Who said it."""
        return "desk"

    def typed(self) -> dict[Field, str]:
        """Meaning to text, for the fields whose text is taken as it is."""
        return {
            meaning: _text(self.cleaned_data[name])
            for name, meaning in self.meanings.items()
        }

    def entry(self) -> Entry:
        """The entry of a form that is right."""
        return Entry(self.kind, self.source(), self.typed(), self.scopes)

    def remembered(self) -> dict[str, str]:
        """What the next form begins with."""
        return {name: _text(self.cleaned_data[name]) for name in self.remembers}

    def says_where(self) -> bool:
        """Whether any place was typed."""
        return any(self.cleaned_data.get(n) for n in ("settlement", "address"))


class LastingForm(EntryForm):
    """What lasts: so since a day, as a team told it; it has no time of the day."""

    remembers = ("settlement", "team")

    def initially(self, known: Known) -> dict[str, Any]:
        """The same without a time."""
        held = super().initially(known)
        held.pop("time")
        return held

    def clean_since(self) -> dt.date | None:
        """A day that is not ahead."""
        return self._not_ahead("since")

    def source(self) -> str:
        """The team that told of it."""
        return team_source(self.cleaned_data["team"])


PLACE: Mapping[str, Field] = {
    "settlement": Field.SETTLEMENT,
    "address": Field.ADDRESS,
    "flat": Field.FLAT,
}
MOMENT: Mapping[str, Field] = {"date": Field.DATE, "time": Field.TIME}


_TEAM = "team "


def team_source(team: str) -> str:
    """The source of what a team says; the desk's own where none is named."""
    return f"{_TEAM}{team}" if team else "desk"


def teams_of(sources: Iterable[str]) -> list[str]:
    """The teams among the names of sources, sorted."""
    return sorted(name.removeprefix(_TEAM) for name in sources if _TEAM in name[:5])


def birth_fields(text: str) -> dict[Field, str]:
    """A year or date of birth, or an age, under the meaning it has."""
    if not text:
        return {}
    return {Field.AGE if _is_age(text) else Field.BIRTH_DATE: text}


def _is_birth(text: str, year: int) -> bool:
    """Whether a birth up to a year, or an age, can be read from a text."""
    if _is_age(text):
        return ages_of(text) is not None
    if text.isdecimal() and read_date(text) is None:  # the day number of a spreadsheet
        return False
    birth = read_birth(text)
    return birth is not None and birth.last <= year


def _is_age(text: str) -> bool:
    return text.isdecimal() and len(text) <= len("130")


def _text(value: object) -> str:
    """A cleaned value as it stands in a report."""
    if isinstance(value, dt.time):
        return value.isoformat(timespec="minutes")
    return "" if value is None else str(value)
