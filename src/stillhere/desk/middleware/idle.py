"""A session ends when nobody used it for a while."""

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.timezone import now

from stillhere.desk.middleware.headers import GetResponse

_SEEN = "seen"
_BY_ITSELF = "teams-alarm"
"""What a page asks for by itself is no use of its session."""
_EVERY_S = 60
"""Between two writes of the time a session was last used."""


class IdleEnd:
    """Signs out who was away for longer than the operation allows."""

    def __init__(self, get_response: GetResponse) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Sign out or note the time, then answer."""
        if request.user.is_authenticated:
            used = request.path != reverse(_BY_ITSELF)
            moment = int(now().timestamp())
            seen = request.session.get(_SEEN, moment)
            if moment - seen > settings.IDLE_S:
                logout(request)
            elif used and (moment - seen >= _EVERY_S or _SEEN not in request.session):
                request.session[_SEEN] = moment
        return self._get_response(request)
