"""A death, by the code of the body alone: there is no field for a name."""

import re
from typing import ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stillhere.desk.forms.entering import parts
from stillhere.desk.forms.entering.base import MOMENT, EntryForm
from stillhere.vocabulary import ReportKind, Scope
from stillhere.vocabulary.fields import Field

_CODE = re.compile(r"[^\W_]+(?:[-./][^\W_]+)*")
_LONGEST_CODE = 24
_MOST_LETTERS = 4


class DeathForm(EntryForm):
    """Remains under their code; visible to who works for the dead."""

    kind = ReportKind.REMAINS
    scopes = (Scope.THE_DEAD,)
    meanings: ClassVar = {
        "code": Field.CODE,
        "settlement": Field.SETTLEMENT,
        "address": Field.ADDRESS,
        "state": Field.STATE,
        "recorder": Field.ACTOR,
        **MOMENT,
    }

    code = parts.line(
        gettext_lazy("Code of the body"),
        gettext_lazy("Letters and digits as on the label. Never a name."),
        autocapitalize="characters",
        spellcheck="false",
    )
    settlement = parts.settlement()
    address = parts.line(gettext_lazy("Where it was found"))
    state = parts.line(gettext_lazy("Condition"))
    recorder = parts.line(gettext_lazy("Recorded by"))
    date = parts.date(gettext_lazy("Day it was found"))
    time = parts.time(gettext_lazy("Time"))

    def clean_code(self) -> str:
        """A code, and nothing that may be a name."""
        code: str = self.cleaned_data["code"]
        if not code:
            raise forms.ValidationError(
                _("Type the code on the label. Nothing is stored without one.")
            )
        if not is_code(code):
            raise forms.ValidationError(
                _(
                    "This may be a name. A code has digits, at most four letters and no "
                    "spaces, such as B-0041. Nothing was stored; type the code on the "
                    "label."
                )
            )
        return code


def is_code(text: str) -> bool:
    """Whether a text can only be a code: digits, and no more letters than a prefix."""
    return (
        len(text) <= _LONGEST_CODE
        and any(c.isdecimal() for c in text)
        and sum(c.isalpha() for c in text) <= _MOST_LETTERS
        and _CODE.fullmatch(text) is not None
    )
