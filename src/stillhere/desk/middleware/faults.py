"""An error with a sentence becomes a page that says it; no trace reaches a person."""

import logging

from django.core.exceptions import BadRequest, PermissionDenied, SuspiciousOperation
from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from stillhere.desk.middleware.headers import GetResponse
from stillhere.desk.operation.current import the_operation
from stillhere.desk.saying import said
from stillhere.errors import StillHereError

log = logging.getLogger(__name__)

_DJANGO_ANSWERS = (Http404, PermissionDenied, SuspiciousOperation, BadRequest)


class ToldFaults:
    """Catches at the edge what a view let through."""

    def __init__(self, get_response: GetResponse) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer."""
        return self._get_response(request)

    def process_exception(
        self, request: HttpRequest, error: Exception
    ) -> HttpResponse | None:
        """A page with the sentence of the error; None leaves it to Django."""
        if isinstance(error, _DJANGO_ANSWERS):
            return None
        known = known_fault(error)
        if known is not None:
            log.warning("refused: %s", known.code)
            return _page(request, said(known), 409)
        log.error("a page failed", exc_info=error)
        return _page(request, _unexpected(), 500)


def known_fault(error: BaseException) -> StillHereError | None:
    """The error with a sentence, where it is one or the disk is behind it."""
    if isinstance(error, StillHereError):
        return error
    if isinstance(error, DatabaseError):
        return _told(error.__cause__ or error)
    return None


def _told(cause: BaseException) -> StillHereError | None:
    """What the store would say of an error of database or disk."""
    try:
        with the_operation().store.told():
            raise cause
    except StillHereError as error:
        return error
    except type(cause):
        return None


def _page(request: HttpRequest, sentence: str, status: int) -> HttpResponse:
    return render(request, "desk/fault.html", {"sentence": sentence}, status=status)


def _unexpected() -> str:
    return _(
        "This page failed. What you sent may be stored or not. Go back and send it again: "
        "the same entry twice is one. If it happens again, tell whoever looks after the "
        "program what you did and when."
    )
