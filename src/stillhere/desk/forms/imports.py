"""Forms of the import: what is sent, and how each of its sheets is to be read."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from stillhere.desk.saying import voice
from stillhere.desk.wording import choices_of, in_words
from stillhere.errors import Finding
from stillhere.intake import (
    SETTINGS,
    Answer,
    DraftTable,
    Proposal,
    Setting,
    meanings_of,
)
from stillhere.names import NameOrder
from stillhere.reports import Column, Profile
from stillhere.vocabulary import Language, PersonEvent, ReportKind, Scope
from stillhere.vocabulary.fields import Field

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

_SOURCE_LENGTH = 200
_DATE_LENGTH = 10
_LINES = 40
"""Lines of a sheet among which a person can point to the header."""

_LINE_LENGTH = 60
_VALUES = 3
"""Different values of a column that are shown beside its meaning."""

_Text = Any
"""Words said when they are shown; the types of Django know no name for them."""


class _Files(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of files; empty ones too, which the intake has a sentence for."""

    def __init__(self, **values: Any) -> None:
        super().__init__(widget=_Files(), allow_empty_file=True, **values)

    def clean(self, data: Any, initial: Any = None) -> "list[UploadedFile[Any]]":
        """The files, in the order sent."""
        sent = data if isinstance(data, list | tuple) else [data]
        return [
            f for f in (super(FilesField, self).clean(d, initial) for d in sent) if f
        ]


class Upload(forms.Form):
    """Files, or rows pasted from a spreadsheet."""

    lists = FilesField(label=_("Files"), required=False)
    pasted = forms.CharField(
        label=_("Or paste rows from a spreadsheet or a message"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 4, "spellcheck": "false"}),
    )
    source = forms.CharField(
        label=_("Name of the source"),
        required=False,
        max_length=_SOURCE_LENGTH,
        help_text=_(
            "Who says so: “bus 12, 27 September”. The list keeps this name for good. "
            "Without one it is called as the file is."
        ),
    )

    def clean(self) -> dict[str, Any]:
        """At least one file or some rows; a name for one list only."""
        given = super().clean() or {}
        count = len(given.get("lists", ())) + bool(given.get("pasted", "").strip())
        if not count and not self.errors:
            raise forms.ValidationError(_("Choose a file, or paste some rows."))
        if given.get("pasted", "").strip() and not given.get("source"):
            self.add_error("source", _("Say who pasted rows come from."))
        if count > 1 and given.get("source"):
            raise forms.ValidationError(
                _(
                    "One name cannot stand for several lists. Leave it empty, or send "
                    "one list at a time."
                )
            )
        return given


LABELS: dict[str, _Text] = {
    "kind": _("Each row states"),
    "event": _("What it says of its people, where no column does"),
    "language": _("Language of names and words"),
    "name_order": _("Order inside whole names"),
    "date": _("Date of the whole list"),
    "month_first": _("In its dates the month stands before the day"),
    "once": _("Nobody stands in it twice"),
    "register": _("It is a complete register of residents"),
}
_EMPTY: dict[str, _Text] = {
    "event": _("nothing of itself"),
    "language": _("several, or not known"),
}
_HINTS: dict[str, _Text] = {
    "date": _("As 2023-09-27, or the year alone."),
    "register": _("Other lists are measured by a register. Say so only if it is one."),
}
_PROFILE: dict[str, type[StrEnum]] = {
    "kind": ReportKind,
    "event": PersonEvent,
    "language": Language,
    "name_order": NameOrder,
}
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
        self.fields["header"] = _header(here)
        self.initial["header"] = str(here.table.header)
        for setting in SETTINGS:
            self.fields[setting.name] = _field_of(setting)
            self.initial[setting.name] = _shown(getattr(here.profile, setting.name))
        meanings = {c.header: c.field for c in here.profile.columns}
        for place, header in enumerate(here.table.headers):
            now = meanings.get(header, Field.IGNORE)
            self.fields[f"column-{place}"] = _meaning(here.profile.kind, now)
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
        said = {s.name: _said(s, given[s.name]) for s in SETTINGS}
        return replace(before, columns=tuple(columns), **said)

    def for_scopes(self) -> tuple[Scope, ...]:
        """What it may be used for."""
        return tuple(map(Scope, self.cleaned_data["scopes"]))

    def settings(self) -> Iterator[SettingField]:
        """The settings with what is doubtful in each."""
        for setting in SETTINGS:
            about = [f for f in self._doubts() if _ABOUT.get(f.code) == setting.name]
            yes_or_no = setting.answer is Answer.YES_OR_NO
            yield SettingField(self[setting.name], tuple(about), yes_or_no)

    def columns(self) -> Iterator[ColumnField]:
        """The columns with some of their values and what is doubtful in each."""
        unsure = frozenset() if self._proposal is None else self._proposal.unsure
        why = self._reasons()
        for place, header in enumerate(self.here.table.headers):
            about = tuple(f for f in self._doubts() if header in _headers(f))
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
            for f in self._doubts()
            if f.code not in _ABOUT and not known.intersection(_headers(f))
        )

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


def _header(here: DraftTable) -> forms.Field:
    """The first lines of a sheet, one of which is its header."""
    lines = here.sheet.rows[:_LINES] if here.sheet is not None else []
    choices: list[tuple[str, _Text]] = [("0", _("none: it has no header"))]
    choices += [(str(line), _line_words(line, cells)) for line, cells in lines]
    now = here.table.header
    if now and now not in {line for line, _cells in lines}:
        choices.append((str(now), str(now)))
    return forms.ChoiceField(label=_("The header stands in row"), choices=choices)


def _line_words(line: int, cells: Sequence[str]) -> str:
    text = " · ".join(cell.strip() for cell in cells if cell.strip())
    return f"{line}: {text[:_LINE_LENGTH]}"


def _field_of(setting: Setting) -> forms.Field:
    label, hint = LABELS[setting.name], _HINTS.get(setting.name, "")
    if setting.answer is Answer.YES_OR_NO:
        return forms.BooleanField(label=label, help_text=hint, required=False)
    if setting.answer is Answer.DATE:
        return forms.CharField(
            label=label, help_text=hint, required=False, max_length=_DATE_LENGTH
        )
    choices: list[tuple[str, _Text]] = [
        (code.value, in_words(code)) for code in setting.codes
    ]
    if setting.may_be_empty:
        choices = [("", _EMPTY[setting.name]), *choices]
    return forms.ChoiceField(
        label=label, choices=choices, required=not setting.may_be_empty
    )


def _meaning(kind: ReportKind, now: Field) -> forms.Field:
    """Offers what this kind reads and what stands there now; takes any meaning."""
    offered: list[Field] = [f for f in meanings_of(kind) if f is not Field.IGNORE]
    if now is not Field.IGNORE and now not in offered:
        offered.append(now)
    words = sorted((in_words(field), field.value) for field in offered)
    field = forms.ChoiceField(choices=choices_of(Field))
    field.widget.choices = [
        (Field.IGNORE.value, in_words(Field.IGNORE)),
        *((value, text) for text, value in words),
    ]
    return field


def _shown(value: object) -> object:
    return value.value if isinstance(value, StrEnum) else value


def _said(setting: Setting, given: Any) -> Any:
    code = _PROFILE.get(setting.name)
    if code is not None:
        return code(given) if given else None
    return given or None if setting.answer is Answer.DATE else given
