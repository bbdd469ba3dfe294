"""The form that takes a backup."""

from pathlib import Path

from django import forms
from django.utils.translation import gettext_lazy as _


class TakeBackup(forms.Form):
    """Where a backup goes."""

    folder = forms.CharField(
        label=_("Folder or stick"),
        max_length=1000,
        help_text=_(
            "On the machine the desk runs on, as its system names it. The copy goes "
            "into a new folder in it."
        ),
        widget=forms.TextInput(attrs={"list": "sticks", "autocomplete": "off"}),
    )

    def clean_folder(self) -> str:
        """A folder that is there, named in full; the usual one may be made."""
        typed: str = self.cleaned_data["folder"].strip()
        if not Path(typed).is_absolute():
            raise forms.ValidationError(
                _(
                    "Type the whole path of the folder, as the system names it. Nothing "
                    "was copied."
                )
            )
        if not Path(typed).is_dir() and typed != self.initial.get("folder"):
            raise forms.ValidationError(
                _(
                    "There is no such folder on this machine. Nothing was copied. Put "
                    "the stick in and look how the system names it."
                )
            )
        return typed
