"""The forms of quick entry: typed, sent with Enter, and empty again for the next one."""

import re
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from stillhere.desk.access import Act, asks, may, roles_of
from stillhere.desk.clock import now
from stillhere.desk.entering.doors import places_offered
from stillhere.desk.entering.writing import same_person, undone, written
from stillhere.desk.forms.entering import (
    CallForm,
    DeathForm,
    EntryForm,
    FoundForm,
    NeedForm,
    ServiceForm,
    VisitForm,
    WayForm,
    teams_of,
)
from stillhere.desk.linking.judging import Pair, in_force
from stillhere.desk.operation.current import the_operation
from stillhere.desk.operation.live import Operation
from stillhere.desk.planning.register import sheets_out
from stillhere.desk.saying import language
from stillhere.desk.views.entering.memory import (
    forget_entry,
    hand_of,
    is_taken_back,
    known_of,
    last_entry,
    remember_entry,
    remember_used,
)
from stillhere.desk.views.entering.shown import stored
from stillhere.desk.views.entering.who import likely
from stillhere.ledger import Picture
from stillhere.reports import Report, ReportId
from stillhere.vocabulary import Scope

_ID = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class Sort:
    """One sort of entry.

    Attributes:
        name: Last part of its address.
        words: Title of the form.
        form: Its fields.
        key: Of the keyboard, that leads to it from the first page.
        asks_who: Whether the page shows who a typed name may be.
    """

    name: str
    words: Promise
    form: type[EntryForm]
    key: str
    asks_who: bool = False


SORTS = (
    Sort("call", _("A call"), CallForm, "1", asks_who=True),
    Sort("visit", _("A visit"), VisitForm, "2"),
    Sort("found", _("Somebody found"), FoundForm, "3", asks_who=True),
    Sort("need", _("A need"), NeedForm, "4"),
    Sort("death", _("A death, by code only"), DeathForm, "5"),
    Sort("way", _("A road or place"), WayForm, "7"),
    Sort("service", _("A service"), ServiceForm, "8"),
)
CALL, VISIT, FOUND, NEED, DEATH, WAY, SERVICE = SORTS


@asks(Act.ENTER)
def first(request: HttpRequest) -> HttpResponse:
    """What can be entered, and the sheets that are out."""
    operation = the_operation()
    page = {
        "sorts": SORTS,
        "sheets": sheets_out(operation.picture),
        "stored": stored(request, operation),
    }
    return render(request, "desk/enter.html", page)


@asks(Act.ENTER)
def call(request: HttpRequest) -> HttpResponse:
    """Somebody called."""
    return _answer(request, CALL)


@asks(Act.ENTER)
def visit(request: HttpRequest) -> HttpResponse:
    """A team was somewhere."""
    return _answer(request, VISIT)


@asks(Act.ENTER)
def found(request: HttpRequest) -> HttpResponse:
    """Somebody was found."""
    return _answer(request, FOUND)


@asks(Act.ENTER)
def need(request: HttpRequest) -> HttpResponse:
    """Something is lacking."""
    return _answer(request, NEED)


@asks(Act.ENTER, Scope.THE_DEAD)
def death(request: HttpRequest) -> HttpResponse:
    """A body was found, under its code."""
    return _answer(request, DEATH)


@asks(Act.CLEAR)
def way(request: HttpRequest) -> HttpResponse:
    """A road or place is open, closed, or hazardous."""
    return _answer(request, WAY)


@asks(Act.ENTER)
def service(request: HttpRequest) -> HttpResponse:
    """Water, power or a health post works, or does not."""
    return _answer(request, SERVICE)


@asks(Act.ENTER)
@require_POST
def undo(request: HttpRequest) -> HttpResponse:
    """Take back what this session stored last, and nothing another stored before."""
    operation = the_operation()
    kept = last_entry(request)
    page = _page(kept)
    if kept is not None and not kept["undo"]:
        reports = _standing(operation.picture, kept["own"])
        if reports:
            hand = hand_of(request, operation)
            entered = operation.enter([undone(reports, hand, now())])
            remember_entry(request, entered, list(reports), page=page)
        else:
            forget_entry(request)
    return redirect(page)


def _standing(picture: Picture, ids: list[str]) -> tuple[Report, ...]:
    """Those of some reports that were not taken back."""
    found = (picture.evidence.report(ReportId(name)) for name in ids)
    return tuple(r for r in found if r is not None and not is_taken_back(picture, r.id))


def _page(kept: dict[str, Any] | None) -> str:
    """Where an entry was made; the first page where there is none."""
    page: str = (kept or {}).get("page") or reverse("enter")
    return page


def _answer(request: HttpRequest, sort: Sort) -> HttpResponse:
    operation = the_operation()
    sent = request.method == "POST"
    form = sort.form(request.POST if sent else None, known=known_of(request, operation))
    looking = "look" in request.POST
    if sent and not looking and form.is_valid():
        pair = _store(request, operation, form)
        return redirect("link", *pair) if pair else redirect(f"enter-{sort.name}")
    page = {"sort": sort, "sorts": SORTS, "form": form}
    page |= _offers(request, operation, sort, sent=sent)
    if not sent:
        page["stored"] = stored(request, operation)
    return render(request, "desk/enter_form.html", page)


def _offers(
    request: HttpRequest, operation: Operation, sort: Sort, *, sent: bool
) -> dict[str, Any]:
    """What the page offers beside the fields."""
    offers: dict[str, Any] = {
        "places": places_offered(
            operation.gazetteer, language(), operation.picture.places
        ),
        "teams": teams_of(operation.picture.sources),
    }
    if sort.asks_who and sent:
        offers |= likely(operation, request.POST)
    return offers


def _store(request: HttpRequest, operation: Operation, form: EntryForm) -> Pair | None:
    """Store an entry, and whom it is about where it is typed anew.

    Returns:
        The pair to decide on: the entry was stored before, somebody else is picked for
        it now, and who types may decide on links. None otherwise.
    """
    with operation.writing():  # nobody else ties the same entry meanwhile
        hand, picture = hand_of(request, operation), operation.picture
        report = written(form.entry(), hand)
        picked = _picked(request, picture)
        stands = picture.evidence.report(report.id) is not None
        reports = [report, *(_sent_before(request, picture, report) if stands else ())]
        known = {one.id for one in reports} if stands else set()
        if picked is not None and not stands:
            reports.append(same_person(report.id, picked, hand))
        entered = operation.enter(reports)
    remember_entry(request, entered, reports, known=known)
    remember_used(request, form)
    if picked is None or not stands or not _decides(request):
        return None
    return _apart(picture, report.id, picked)


def _sent_before(
    request: HttpRequest, picture: Picture, report: Report
) -> tuple[Report, ...]:
    """What this session stored with the same entry just before: a second press."""
    kept = (last_entry(request) or {}).get("reports", [])
    return _standing(picture, kept[1:]) if kept[:1] == [report.id] else ()


def _decides(request: HttpRequest) -> bool:
    roles = roles_of(request.user)  # type: ignore[arg-type]  # signed in by the rule
    return may(roles, Act.DECIDE, Scope.OPERATIONS)


def _picked(request: HttpRequest, picture: Picture) -> ReportId | None:
    """The person who was picked; None for nobody."""
    picked = request.POST.get("known", "")
    if not (_ID.fullmatch(picked) and request.POST.get("name")):
        return None
    try:
        return picture.referent(ReportId(picked))
    except KeyError:  # taken back while the form was open
        return None


def _apart(picture: Picture, report: ReportId, picked: ReportId) -> Pair | None:
    """An entry that is stored and a person it is not held to be about.

    To tie it to one person after another would tie those people to each other: that is
    decided on the page of the pair, where it may take a second reader.
    """
    if not in_force(picture, report) or picture.referent(report) == picked:
        return None
    one, two = sorted((report, picked))
    return one, two
