"""The gate before every view: no rule, no answer."""

from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from stillhere.desk.access.roles import may, roles_of
from stillhere.desk.access.rules import rule_of
from stillhere.desk.middleware.headers import GetResponse


class AskedByEveryView:
    """Lets a request reach its view only as the view's rule says."""

    def __init__(self, get_response: GetResponse) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer; the gate itself stands where the view is known."""
        return self._get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, _args: Any, _values: Any
    ) -> HttpResponse | None:
        """None lets the request through.

        Raises:
            PermissionDenied: The view has no rule, or the account's roles do not allow
                what it asks for.
        """
        rule = rule_of(view)
        if rule is None:
            raise PermissionDenied
        if rule.open:
            return None
        account = request.user
        if not account.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if rule.act is None or may(roles_of(account), rule.act, rule.scope):
            return None
        raise PermissionDenied
