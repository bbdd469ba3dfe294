"""The end of a search: a decision with reasons."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST = 2000


class EndingForm(forms.Form):
    """Why a search ends; without reasons it does not."""

    why = forms.CharField(
        label=_("Reasons"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "They stand beside the place for everybody in operations. Name nobody."
        ),
        error_messages={"required": _("Write the reasons. No search ends without.")},
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, label_suffix="")
