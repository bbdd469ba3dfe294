"""Pages for what is not answered: each says why and what to do."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from stillhere.desk.forms.uploads import was_refused
from stillhere.desk.saying import said
from stillhere.errors import StillHereError


def not_understood(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A request the program cannot read."""
    del exception
    sentence = _(
        "This request could not be understood. Nothing was changed. Go back and try "
        "again."
    )
    return _refusal(request, sentence, 400)


def not_allowed(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A page the account's roles do not include."""
    del exception
    sentence = _(
        "Your role does not include this page. Nothing was changed. Whoever keeps the "
        "accounts can give you the role, or do it for you."
    )
    return _refusal(request, sentence, 403, _("Not allowed"))


def not_here(request: HttpRequest, exception: Exception) -> HttpResponse:
    """An address nothing stands at."""
    del exception
    sentence = _(
        "Nothing stands at this address. It may belong to something that was taken "
        "back. Search for it, or begin at the overview."
    )
    return _refusal(request, sentence, 404)


def failed(request: HttpRequest) -> HttpResponse:
    """A mistake of the program outside a view."""
    sentence = _(
        "This page failed. What you sent may be stored or not. Go back and send it again: "
        "the same entry twice is one. If it happens again, tell whoever looks after the "
        "program what you did and when."
    )
    return _refusal(request, sentence, 500)


def form_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without a valid token: open for too long, from outside, or too large."""
    del reason
    if was_refused(request):
        return too_large(request)
    sentence = _(
        "This form was open for too long, or your sign-in changed meanwhile. Nothing "
        "was stored. Go back, load the page again and send it once more."
    )
    return _refusal(request, sentence, 403)


def too_large(request: HttpRequest) -> HttpResponse:
    """Files that were not read, for they are too large together."""
    limit = settings.UPLOAD_BYTES >> 20
    error = StillHereError("desk/upload-too-large", limit=limit)
    return _refusal(request, said(error), 413)


def _refusal(
    request: HttpRequest, sentence: str, status: int, heading: str = ""
) -> HttpResponse:
    page = {"sentence": sentence, "heading": heading or _("Not answered")}
    return render(request, "desk/fault.html", page, status=status)
