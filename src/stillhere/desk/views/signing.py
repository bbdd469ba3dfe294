"""Sign-in and sign-out, and the choice of a language."""

from typing import Any

from django.conf import settings
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

from stillhere.desk import rows
from stillhere.desk.access import anyone
from stillhere.desk.forms.signing import SignIn

sign_in = anyone(
    LoginView.as_view(
        authentication_form=SignIn,
        template_name="desk/sign_in.html",
        redirect_authenticated_user=True,
    )
)
sign_out = anyone(LogoutView.as_view(next_page="sign-in"))


@anyone
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Switch the language of this browser, and remember it for the account."""
    chosen = request.POST.get("language", "")
    if request.user.is_authenticated and chosen in dict(settings.LANGUAGES):
        rows.remember_language(request.user.pk, chosen)
    return set_language(request)


def too_many(request: HttpRequest, response: Any, credentials: Any) -> HttpResponse:
    """The answer after too many wrong passwords for one name."""
    del response, credentials
    sentence = _(
        "Too many wrong passwords for this name. Nobody else is affected. Wait five "
        "minutes and try again, or ask whoever keeps the accounts for a new password."
    )
    page = {"sentence": sentence, "form": SignIn(request)}
    return render(request, "desk/sign_in.html", page, status=429)
