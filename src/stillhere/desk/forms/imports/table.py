"""How one sheet is to be read, with what is doubtful beside its column or setting."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from stillhere.desk.forms.imports.fields import (
    header_field,
    meaning_field,
    said_in,
    setting_field,
    shown,
)
from stillhere.desk.saying import voice
from stillhere.desk.wording import choices_of
from stillhere.errors import Finding
from stillhere.intake import SETTINGS, Answer, DraftTable, Proposal
from stillhere.reports import Column, Profile
from stillhere.vocabulary import Scope
from stillhere.vocabulary.fields import Field

_VALUES = 3
"""Different values of a column that are shown beside its meaning."""

_ABOUT = {
    "intake/kind-not-of-lists": "kind",
    "intake/profile-lacks": "kind",
    "intake/register-lacks": "register",
    "intake/date-order": "month_first",
    "intake/list-date-unreadable": "date",
    "intake/ages-without-date": "date",
}
"""Findings that are about one setting."""


@dataclass(frozen=True, slots=True)
class ColumnField:
    """One column of a table, ready to be shown."""

    header: str
    field: forms.BoundField
    values: tuple[str, ...]
    findings: tuple[Finding, ...]
    why: str
    unsure: bool


@dataclass(frozen=True, slots=True)
class SettingField:
    """One setting of a table, ready to be shown."""

    field: forms.BoundField
    findings: tuple[Finding, ...]
    choice: bool


class TableForm(forms.Form):
    """How one sheet is to be read.

    Args:
        here: The sheet with its profile.
        proposal: What the program proposed for it; None for a known source.
        scopes: What it may be used for.
        read: Whether it is to be read at all.
    """

    read = forms.BooleanField(label=_("Read this sheet"), required=False)
    scopes = forms.MultipleChoiceField(
        label=_("May be used for"),
        choices=lambda: choices_of(Scope),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Say what it may be used for, or nobody can see it.")
        },
    )

    def __init__(
        self,
        *args: Any,
        here: DraftTable,
        proposal: Proposal | None,
        scopes: Sequence[Scope],
        read: bool,
        **values: Any,
    ) -> None:
        super().__init__(*args, **values)
        self.here = here
        self._proposal = proposal
        self.initial["read"] = read
        self.initial["scopes"] = [scope.value for scope in scopes]
        self.fields["header"] = header_field(here)
        self.initial["header"] = str(here.table.header)
        for setting in SETTINGS:
            self.fields[setting.name] = setting_field(setting)
            self.initial[setting.name] = shown(getattr(here.profile, setting.name))
        meanings = {c.header: c.field for c in here.profile.columns}
        for place, header in enumerate(here.table.headers):
            now = meanings.get(header, Field.IGNORE)
            self.fields[f"column-{place}"] = meaning_field(here.profile.kind, now)
            self.initial[f"column-{place}"] = now.value

    def other_header(self) -> int | None:
        """Another line for the header; None where it stays where it is."""
        line = int(self.cleaned_data["header"])
        return None if line == self.here.table.header else line

    def header(self) -> forms.BoundField:
        """Where the header stands, ready to be shown."""
        return self["header"]

    def profile(self) -> Profile:
        """The profile as the form has it; columns the sheet lacks stay as they are."""
        given, before = self.cleaned_data, self.here.profile
        headers = self.here.table.headers
        columns = [
            Column(header, Field(given[f"column-{place}"]))
            for place, header in enumerate(headers)
        ]
        columns += [c for c in before.columns if c.header not in headers]
        said = {s.name: said_in(s, given[s.name]) for s in SETTINGS}
        return replace(before, columns=tuple(columns), **said)

    def for_scopes(self) -> tuple[Scope, ...]:
        """What it may be used for."""
        return tuple(map(Scope, self.cleaned_data["scopes"]))

    def settings(self) -> Iterator[SettingField]:
        """The settings with what is doubtful in each."""
        for setting in SETTINGS:
            about = [f for f in self._doubts if _ABOUT.get(f.code) == setting.name]
            yes_or_no = setting.answer is Answer.YES_OR_NO
            yield SettingField(self[setting.name], tuple(about), yes_or_no)

    def columns(self) -> Iterator[ColumnField]:
        """The columns with some of their values and what is doubtful in each."""
        unsure = frozenset() if self._proposal is None else self._proposal.unsure
        why = self._reasons()
        for place, header in enumerate(self.here.table.headers):
            about = tuple(f for f in self._doubts if header in _headers(f))
            field = self[f"column-{place}"]
            values = _values(self.here, place)
            because = why.get(header, "")
            doubtful = header in unsure and header in why
            yield ColumnField(header, field, values, about, because, doubtful)

    def reasons(self) -> list[str]:
        """Why the list as a whole is read as it is; empty for a known source."""
        proposal = self._proposal
        if proposal is None or proposal.profile != self.here.profile:
            return []
        return [r.spoken(voice()) for r in proposal.reasons if not r.header]

    def _reasons(self) -> dict[str, str]:
        """Why columns mean what was proposed, where that still stands."""
        now = {c.header: c.field for c in self.here.profile.columns}
        reasons = () if self._proposal is None else self._proposal.reasons
        return {
            r.header: r.because(voice())
            for r in reasons
            if r.header and now.get(r.header) is r.field
        }

    def findings(self) -> tuple[Finding, ...]:
        """What is doubtful in the table as a whole."""
        known = set(self.here.table.headers)
        return tuple(
            f
            for f in self._doubts
            if f.code not in _ABOUT and not known.intersection(_headers(f))
        )

    @cached_property
    def _doubts(self) -> tuple[Finding, ...]:
        """Without that the proposal is unsure: that stands beside each column."""
        code = "intake/profile-unsure"
        return tuple(f for f in self.here.findings if f.code != code)


def _headers(finding: Finding) -> Iterable[str]:
    values = dict(finding.values)
    named = values.get("headers")
    return named.split(", ") if named else filter(None, [values.get("header")])


def _values(here: DraftTable, place: int) -> tuple[str, ...]:
    """The first different values of a column."""
    found: dict[str, None] = {}
    for _line, cells in here.table.rows:
        if place < len(cells) and cells[place].strip():
            found[cells[place].strip()] = None
        if len(found) == _VALUES:
            break
    return tuple(found)
