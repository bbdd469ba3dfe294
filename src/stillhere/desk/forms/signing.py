"""The form of the sign-in."""

from typing import Any

from django.contrib.auth.forms import AuthenticationForm
from django.utils.translation import gettext_lazy as _


class SignIn(AuthenticationForm):
    """Name and password; one sentence for every way of being wrong."""

    error_messages = {
        "invalid_login": _(
            "This name and password do not belong together. Look at the keyboard "
            "layout and at capital letters, then try again."
        ),
        "inactive": _("This account is closed. Ask whoever keeps the accounts."),
    }

    def __init__(self, *args: Any, **values: Any) -> None:
        super().__init__(*args, **values)
        self.fields["username"].label = _("Name")
        self.fields["password"].label = _("Password")
