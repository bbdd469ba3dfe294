"""A household as lists state it, with who its members turned out to be."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from stillhere.desk import rows
from stillhere.desk.access import Act, asks
from stillhere.desk.clock import now
from stillhere.desk.naming import place_names
from stillhere.desk.operation.current import the_operation
from stillhere.desk.views.lines import lines
from stillhere.desk.views.pages import page_of
from stillhere.desk.views.people.company import members
from stillhere.desk.views.unshown import nothing
from stillhere.ledger import PlaceKey


@asks(Act.SEE)
def household(request: HttpRequest, household: str) -> HttpResponse:
    """Who belongs to it, where they are, and the reports that say so."""
    operation = the_operation()
    picture = operation.picture
    try:
        found = picture.households[household]
    except (KeyError, ValueError):  # none, or not even an id
        return nothing(request)
    settlement = PlaceKey(found.home.partition("/")[0])
    account = request.user.get_username()
    rows.note_openings(now(), account, found.members, "household")
    page = page_of(request, found.cites)
    context = {
        "household": found,
        "home": place_names(operation.gazetteer, settlement) if settlement else "",
        "members": members(picture, found.members),
        "page": page,
        "lines": lines(request, picture, page.items),
    }
    return render(request, "desk/household.html", context)
