"""Fields that forms of entry are made of."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TypeAlias

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

LONGEST, LONGEST_NOTE = 200, 2000
MOST_PEOPLE = 999

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

Words: TypeAlias = "str | _StrPromise"
Coded: TypeAlias = tuple[str, Any]


def line(label: Words, hint: Words = "", **attributes: Any) -> forms.CharField:
    """A line of text that may stay empty."""
    return forms.CharField(
        label=label,
        help_text=hint,
        required=False,
        max_length=LONGEST,
        widget=forms.TextInput(attrs={"autocomplete": "off", **attributes}),
    )


def name(label: Words, hint: Words = "", **attributes: Any) -> forms.CharField:
    """A name in any script: no corrections by the browser."""
    plain = {"spellcheck": "false", "autocapitalize": "words", "dir": "auto"}
    return line(label, hint, **plain, **attributes)


def note(label: Words) -> forms.CharField:
    """A longer text that may stay empty; Enter sends from here, too."""
    return forms.CharField(
        label=label,
        required=False,
        max_length=LONGEST_NOTE,
        widget=forms.TextInput(attrs={"autocomplete": "off", "class": "long"}),
    )


def settlement() -> forms.CharField:
    """Which settlement; the places of the operation are offered, any text is taken."""
    return line(_("Settlement"), list="places", dir="auto")


def address() -> forms.CharField:
    """Street and house; buildings are offered while typing, any text is taken."""
    return line(_("Street and house"), list="doors", dir="auto")


def flat() -> forms.CharField:
    """The number of the flat."""
    return line(_("Flat"), inputmode="numeric", size=6)


def date(label: Words) -> forms.DateField:
    """A day, as the browser's own field gives it."""
    return forms.DateField(
        label=label,
        required=False,
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={"invalid": _("This is no day. Type day, month and year.")},
    )


def time(label: Words) -> forms.TimeField:
    """A time of that day."""
    return forms.TimeField(
        label=label,
        required=False,
        input_formats=["%H:%M", "%H:%M:%S"],
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
        error_messages={"invalid": _("This is no time. Type it like 14:30.")},
    )


def people(label: Words) -> forms.IntegerField:
    """A number of people that may stay empty."""
    wrong = _("Type a number from 0 to 999, or leave it empty.")
    return forms.IntegerField(
        label=label,
        required=False,
        min_value=0,
        max_value=MOST_PEOPLE,
        widget=forms.NumberInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), wrong),
    )


def choice(
    label: Words,
    codes: Iterable[Coded],
    *,
    required: bool = False,
    empty: bool = True,
) -> forms.ChoiceField:
    """One of a few: the digit before each picks it."""
    return forms.ChoiceField(
        label=label,
        required=required,
        choices=numbered(codes, empty=empty),
        error_messages={"required": _("Choose one: type its number.")},
    )


def numbered(codes: Iterable[Coded], *, empty: bool = True) -> list[tuple[str, Words]]:
    """Choices with a digit before each, from 1; the empty one first."""
    first: list[Coded] = [("", "")] if empty else []
    several = enumerate(codes, start=1)
    return [*first, *((c, format_lazy("{} {}", n, words)) for n, (c, words) in several)]
