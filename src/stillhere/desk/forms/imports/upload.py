"""What is sent: files, or rows pasted from a spreadsheet."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

_SOURCE_LENGTH = 200


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
