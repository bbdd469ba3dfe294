"""What stands behind the two numbers of a name: the people, and the reports."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from stillhere.desk.access import Act, asks
from stillhere.desk.operation.current import the_operation
from stillhere.desk.settling.waiting import names_of
from stillhere.desk.views.lines import lines
from stillhere.desk.views.pages import Page, page_of
from stillhere.desk.views.people.company import Member, member
from stillhere.desk.views.settling.told import waiting
from stillhere.desk.views.unshown import nothing
from stillhere.ledger import Picture
from stillhere.plan.unplaced import Unplaced
from stillhere.reports import ReportId


@dataclass(frozen=True, slots=True)
class Concerned:
    """Somebody of whom a report says the name, and those reports."""

    person: Member
    reports: tuple[ReportId, ...]


@asks(Act.DECIDE)
def behind(request: HttpRequest, code: str) -> HttpResponse:
    """The reports a name stands in; the people they are about, where asked for."""
    operation = the_operation()
    with operation.evidence() as picture:
        names = names_of(operation, picture)
    one = names.every.get(code)
    if one is None:
        return nothing(request)
    page: Page[str] | Page[ReportId]
    concerned, found = [], []
    if people := request.GET.get("of") == "people":
        page = page_of(request, one.who)
        concerned = [_concerned(picture, one, who) for who in page.items]
    else:
        page = page_of(request, one.reports)
        found = lines(request, picture, page.items)
    context = {
        "one": waiting(request, one, names, 0),
        "people": people,
        "page": page,
        "lines": found,
        "concerned": concerned,
    }
    return render(request, "desk/doubtful_place_reports.html", context)


def _concerned(picture: Picture, one: Unplaced, who: str) -> Concerned:
    entry = picture.entries[who]
    own = {*entry.members}
    return Concerned(member(entry), tuple(r for r in one.reports if r in own))
