"""The fields of a sheet: where its header stands, its settings, its columns."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from stillhere.desk.forms.imports.dates import ListDateField
from stillhere.desk.wording import choices_of, in_words
from stillhere.intake import Answer, DraftTable, Setting, meanings_of
from stillhere.names import NameOrder
from stillhere.vocabulary import Language, PersonEvent, ReportKind
from stillhere.vocabulary.fields import Field

_LINES = 40
"""Lines of a sheet among which a person can point to the header."""

_LINE_LENGTH = 60

_Text = Any
"""Words said when they are shown; the types of Django know no name for them."""

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
    "date": _("As 2023-09-27 or 27.09.2023, or the year alone."),
    "register": _("Other lists are measured by a register. Say so only if it is one."),
}
_PROFILE: dict[str, type[StrEnum]] = {
    "kind": ReportKind,
    "event": PersonEvent,
    "language": Language,
    "name_order": NameOrder,
}


def header_field(here: DraftTable) -> forms.Field:
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


def setting_field(setting: Setting) -> forms.Field:
    """The field of one setting."""
    label, hint = LABELS[setting.name], _HINTS.get(setting.name, "")
    if setting.answer is Answer.YES_OR_NO:
        return forms.BooleanField(label=label, help_text=hint, required=False)
    if setting.answer is Answer.DATE:
        return ListDateField(label=label, help_text=hint)
    choices: list[tuple[str, _Text]] = [
        (code.value, in_words(code)) for code in setting.codes
    ]
    if setting.may_be_empty:
        choices = [("", _EMPTY[setting.name]), *choices]
    return forms.ChoiceField(
        label=label, choices=choices, required=not setting.may_be_empty
    )


def meaning_field(kind: ReportKind, now: Field) -> forms.Field:
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


def shown(value: object) -> object:
    """A value of a profile as a form holds it."""
    return value.value if isinstance(value, StrEnum) else value


def said_in(setting: Setting, given: Any) -> Any:
    """What a form holds as a value of a profile."""
    code = _PROFILE.get(setting.name)
    if code is not None:
        return code(given) if given else None
    return given or None if setting.answer is Answer.DATE else given
