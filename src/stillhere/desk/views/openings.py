"""The log of who opened which person."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from stillhere.desk import rows
from stillhere.desk.access import Act, asks

_PAGE = 100


@asks(Act.AUDIT)
def openings(request: HttpRequest) -> HttpResponse:
    """Lines of the log, newest first; of one person or one account where asked for."""
    referent = request.GET.get("person", "").replace("\x00", "")
    account = request.GET.get("account", "").replace("\x00", "")
    before = request.GET.get("before", "")
    lines = rows.openings(
        referent=referent,
        account=account,
        before=int(before) if before.isdecimal() and len(before) < 19 else 0,
        limit=_PAGE + 1,
    )
    page = {
        "lines": lines[:_PAGE],
        "before": lines[_PAGE - 1].number if len(lines) > _PAGE else 0,
        "person": referent,
        "account": account,
        "accounts": rows.accounts(),
    }
    return render(request, "desk/openings.html", page)
