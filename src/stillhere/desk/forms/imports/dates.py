"""The date of a whole list: typed in as people write it, kept as ISO."""

import re
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext

_LENGTH = 10
_YEAR = re.compile(r"[0-9]{4}")
_DAY_FIRST = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")


class ListDateField(forms.CharField):
    """A day as 2023-09-28 or 28.09.2023, or a year alone; nothing else is taken."""

    def __init__(self, **values: Any) -> None:
        super().__init__(required=False, max_length=_LENGTH, **values)

    def clean(self, value: Any) -> str:
        """ISO date, four digits of a year, or nothing."""
        text: str = super().clean(value)
        if not text or _YEAR.fullmatch(text):
            return text
        try:
            return _day(text).isoformat()
        except ValueError as error:
            raise forms.ValidationError(_refused(text)) from error


def _day(text: str) -> date:
    """The day of a text; ValueError where it is none."""
    found = _DAY_FIRST.fullmatch(text)
    if found is None:
        return date.fromisoformat(text)
    day, month, year = map(int, found.groups())
    return date(year, month, day)


def _refused(text: str) -> str:
    words = gettext(
        "{text} is no date. Nothing was stored. Write the date as 2023-09-28 or "
        "28.09.2023, or the year alone."
    )
    return words.format(text=text)
