"""Until the picture stands, every page says how far it is."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation

from stillhere.desk.middleware.headers import GetResponse
from stillhere.desk.operation.current import the_start
from stillhere.desk.saying import said
from stillhere.desk.stages import stage_words


class UntilReady:
    """Answers with the progress of the start until the operation is open."""

    def __init__(self, get_response: GetResponse) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on once ready; static files always."""
        start = the_start()
        if start.ready or request.path.startswith(settings.STATIC_URL):
            return self._get_response(request)
        with translation.override(translation.get_language_from_request(request)):
            page = render_to_string(
                "desk/starting.html",
                {
                    "start": start,
                    "sentence": "" if start.error is None else said(start.error),
                    "percent": round(100 * start.share),
                    "stage": stage_words(start.stage),
                },
            )
        response = HttpResponse(page, status=503)
        response.headers["Retry-After"] = "1"
        return response
