"""One person with everything known of them, and who says so."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from stillhere.desk import rows
from stillhere.desk.access import Act, asks
from stillhere.desk.clock import now
from stillhere.desk.naming import person_name
from stillhere.desk.operation.current import the_operation
from stillhere.desk.views.lines import lines
from stillhere.desk.views.unshown import nothing
from stillhere.reports import ReportId


@asks(Act.SEE)
def person(request: HttpRequest, mention: str) -> HttpResponse:
    """A person by any of their mentions."""
    picture = the_operation().picture
    try:
        entry = picture.entry(ReportId(mention))
    except KeyError:
        return nothing(request)
    if entry.id != mention:
        return redirect("person", entry.id)
    rows.note_opening(now(), request.user.get_username(), entry.id, "person")
    page = {
        "entry": entry,
        "name": person_name(entry),
        "lines": lines(request, picture, entry.cites("words")),
    }
    return render(request, "desk/person.html", page)
