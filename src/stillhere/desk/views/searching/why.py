"""What is believed of one dwelling: the case, the rates with their sources, the reports."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from stillhere.desk.access import Act, asks
from stillhere.desk.believed import atlas_of, belief_of, why_believed
from stillhere.desk.naming import place_names
from stillhere.desk.operation.current import the_operation
from stillhere.desk.views.entering.words import address_words
from stillhere.desk.views.lines import lines
from stillhere.desk.views.pages import page_of
from stillhere.desk.views.searching.dwellings import closed_today
from stillhere.desk.views.searching.shown import thousandths
from stillhere.desk.views.unshown import nothing
from stillhere.ledger import PlaceKey
from stillhere.plan import PlanRules
from stillhere.plan.reasons import reason
from stillhere.plan.rules import MILLION


@asks(Act.SEE)
def why(request: HttpRequest, key: str) -> HttpResponse:
    """One dwelling that a table or a report names; anything else has nothing to show."""
    operation = the_operation()
    picture, door = operation.picture, PlaceKey(key)
    believed = belief_of(operation, picture)
    known = door in atlas_of(operation).index or door in believed.doors
    if not known and not ("/" in door and door in picture.places):
        return nothing(request)
    told = why_believed(operation, picture, door)
    settlement = PlaceKey(door.partition("/")[0])
    page = page_of(request, told.cites)
    context = {
        "key": door,
        "settlement": settlement,
        "address": address_words(door, operation),
        "names": place_names(operation.gazetteer, settlement),
        "told": told,
        "reason": reason(door, picture, believed),
        "closed": closed_today(operation).words(door),
        "old": PlanRules.shipped().number("stayed", "old_age_years"),
        "homes": [(home, thousandths(home.expected)) for home in told.homes],
        "left": thousandths(told.door.expected),
        "elsewhere": thousandths(told.elsewhere),
        "visited": told.missed < MILLION,
        "called": thousandths(told.called),
        "rates": [(rate, thousandths(rate.halved)) for rate in told.rates],
        "rules": PlanRules.shipped().digest,
        "page": page,
        "lines": lines(request, picture, page.items),
    }
    return render(request, "desk/dwelling_why.html", context)
