"""The one answer for what is not there and for what may not be seen.

Both get the same sentence with the same status, so that nobody learns from a refusal
that something exists.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from stillhere.desk.access import Act, may, roles_of
from stillhere.reports import Report
from stillhere.vocabulary import Scope


def nothing(request: HttpRequest) -> HttpResponse:
    """The page that says nothing about what was asked for."""
    sentence = _("Nothing can be shown about this.")
    return render(request, "desk/fault.html", {"sentence": sentence}, status=404)


def may_see(request: HttpRequest, report: Report) -> bool:
    """Whether the account's roles may see a report: any of its scopes is enough."""
    roles = roles_of(request.user)  # type: ignore[arg-type]  # signed in by the rule
    return any(may(roles, Act.SEE, scope) for scope in report.stamp.scopes)


def sees_children(request: HttpRequest) -> bool:
    """Whether the account may read that a child is alone."""
    roles = roles_of(request.user)  # type: ignore[arg-type]  # signed in by the rule
    return may(roles, Act.SEE, Scope.CHILDREN)
