"""Headers on every answer: nothing from outside, nothing kept, nothing framed."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from stillhere.desk.secure import ALWAYS

GetResponse = Callable[[HttpRequest], HttpResponse]


class SecureHeaders:
    """Adds them; pages are never kept by the browser, static files are."""

    def __init__(self, get_response: GetResponse) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer with every header set."""
        response = self._get_response(request)
        for name, value in ALWAYS.items():
            response.headers.setdefault(name, value)
        if not request.path.startswith(settings.STATIC_URL):
            response.headers["Cache-Control"] = "no-store"
        if settings.BEHIND_TLS:
            response.headers["Strict-Transport-Security"] = "max-age=31536000"
        return response
