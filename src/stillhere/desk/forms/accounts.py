"""Forms for accounts."""

from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from stillhere.desk import rows
from stillhere.desk.access.words import ROLE_WORDS

_PLAIN = RegexValidator(
    r"^[a-z0-9][a-z0-9._-]*$",
    _("Use small Latin letters, digits, full stop, hyphen or underscore."),
)


def _roles() -> list[tuple[str, Any]]:
    return [(role.value, words) for role, words in ROLE_WORDS.items()]


class NewAccount(forms.Form):
    """Somebody who is to sign in."""

    name = forms.CharField(
        label=_("Name for signing in"), max_length=40, validators=[_PLAIN]
    )
    shown = forms.CharField(
        label=_("Name as colleagues see it"), max_length=120, required=False
    )
    roles = forms.MultipleChoiceField(
        label=_("Roles"), choices=_roles, widget=forms.CheckboxSelectMultiple
    )

    def clean_name(self) -> str:
        """A name nobody has yet."""
        name: str = self.cleaned_data["name"]
        if rows.get_account(name) is not None:
            raise forms.ValidationError(
                _("Somebody signs in by this name already. Choose another one.")
            )
        return name


class Roles(forms.Form):
    """The roles of an account."""

    roles = forms.MultipleChoiceField(
        label=_("Roles"), choices=_roles, widget=forms.CheckboxSelectMultiple
    )
