"""One name: how it is written, where it stands, and the places it may mean."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from stillhere.desk.access import Act, asks
from stillhere.desk.forms.settling import Standing, standing_of
from stillhere.desk.operation.current import the_operation
from stillhere.desk.operation.live import Operation
from stillhere.desk.saying import language
from stillhere.desk.settling.said import Said
from stillhere.desk.settling.waiting import Names, code_of, names_of
from stillhere.desk.views.lines import Line, lines
from stillhere.desk.views.settling.told import decision, told, waiting
from stillhere.desk.views.unshown import nothing
from stillhere.ledger import Picture
from stillhere.ledger.described import line
from stillhere.places import Gazetteer, Place, PlaceId, PlaceMatch, distance_km
from stillhere.plan.unplaced import Unplaced, candidates
from stillhere.reports import ReportId
from stillhere.reports.statements import WrittenPlace

_ROWS = 5
_KEYS = 9
"""Places that can be chosen by a digit."""
_OF_DISTRICT = 3
"""Names of a district that are shown."""
_FOUND = 6
_WHOLE = 100
_LONGEST = 200
"""Letters of a search that are looked at."""
_KINDS: Mapping[str, Promise] = {
    "city": _("city"),
    "town": _("town"),
    "village": _("village"),
    "hamlet": _("hamlet"),
    "isolated_dwelling": _("single dwelling"),
}
"""Words of tables for the kind of a settlement; of others nothing is said."""


@dataclass(frozen=True, slots=True)
class Offered:
    """A place the name may mean.

    Attributes:
        code: What a decision keeps of it.
        key: Of its page.
        names: Every name of it, the reader's first.
        met: The name that is like the one written.
        likeness: Of the two, 0 to 100, both folded.
        kind: Of the place, in words; empty for a word of a table.
        districts: It lies in, by their names.
        km: As the crow flies from the settlement with most people; None for itself, and
            where no table knows it.
        registered: How many people are registered there.
        digit: The key that chooses it; empty beyond nine.
        chosen: Whether the decision that counts says so.
    """

    code: str
    key: str
    names: tuple[str, ...]
    met: str
    likeness: int
    kind: str
    districts: tuple[str, ...]
    km: int | None
    registered: int
    digit: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One report the name stands in: its line, and the place as it writes it."""

    line: Line
    place: str


@asks(Act.DECIDE)
def doubtful_place(request: HttpRequest, code: str) -> HttpResponse:
    """Everything a person needs to decide what a name means.

    A search for another place is sent as a form: its words stand in no address.
    """
    operation = the_operation()
    where = standing_of({**request.GET.dict(), **request.POST.dict()})
    with operation.evidence() as picture:
        names = names_of(operation, picture)
    one = names.every.get(code)
    if one is None:
        return nothing(request)
    shown = waiting(request, one, names, where.place)
    said = shown.decision.said if shown.decision is not None else None
    asked = request.POST.get("find", "").strip()[:_LONGEST]
    page = {
        "code": code,
        "one": shown,
        "meant": said.meant.value if said is not None else "",
        "offered": list(_offered(operation, picture, _matches(one, asked), said)),
        "centre": _names_of(centre_of(picture, operation.gazetteer)),
        "asked": asked,
        "rows": list(_rows(request, picture, one)),
        "decisions": [
            decision(request, s, names) for s in names.said.every if s.text in one.texts
        ],
        "where": where,
        "following": _following(names, one, where.place),
        "told": told(request, names),
    }
    return render(request, "desk/doubtful_place.html", page)


def _matches(one: Unplaced, asked: str) -> list[PlaceMatch]:
    """The likeliest places; where somebody searches, those they search for."""
    gazetteer = the_operation().gazetteer
    if not asked:
        return candidates(one, gazetteer)
    coded = gazetteer.coded(asked)
    if coded is not None:
        return [PlaceMatch(gazetteer[coded], asked, _WHOLE, exact=True)]
    return gazetteer.find(asked, _FOUND)


def _offered(
    operation: Operation,
    picture: Picture,
    matches: list[PlaceMatch],
    said: Said | None,
) -> Iterator[Offered]:
    gazetteer = operation.gazetteer
    wanted = gazetteer.coded(said.place) if said and said.place else None
    centre = centre_of(picture, gazetteer)
    for number, match in enumerate(matches, 1):
        place = match.place
        entry = picture.places.get(place.id)
        yield Offered(
            code=next(iter(place.codes), place.id),
            key=place.id,
            names=tuple(dict.fromkeys((place.name(language()), *place.names))),
            met=match.name,
            likeness=match.score,
            kind=str(_KINDS.get(place.kind, "")),
            districts=tuple(_districts(gazetteer, place)),
            km=_km(centre, place),
            registered=entry.registered if entry is not None else 0,
            digit=str(number) if number <= _KEYS else "",
            chosen=place.id == wanted,
        )


def centre_of(picture: Picture, gazetteer: Gazetteer) -> Place | None:
    """The settlement of the tables with most people registered; None for none."""
    known = [p for p in picture.settlements if p.key in gazetteer]
    largest = max(known, key=lambda p: (p.registered, p.key), default=None)
    return None if largest is None else gazetteer[PlaceId(largest.key)]


def _names_of(place: Place | None) -> str:
    return "" if place is None else place.name(language())


def _km(centre: Place | None, place: Place) -> int | None:
    if centre is None or centre.id == place.id:
        return None
    return round(distance_km(centre.lat, centre.lon, place.lat, place.lon))


def _districts(gazetteer: Gazetteer, place: Place) -> Iterator[str]:
    named = {area.code: area.names for area in gazetteer.areas if place.areas}
    for code in place.areas:
        if names := named.get(code):
            yield " · ".join(names[:_OF_DISTRICT])


def _rows(request: HttpRequest, picture: Picture, one: Unplaced) -> Iterator[Row]:
    """Some reports, of as many sources as there are."""
    by_source: dict[str, list[ReportId]] = {}
    for report in one.reports:
        found = picture.evidence.report(report)
        if found is not None:
            by_source.setdefault(found.source, []).append(report)
    first = [reports[0] for reports in by_source.values()]
    rest = [report for reports in by_source.values() for report in reports[1:]]
    for shown in lines(request, picture, [*first, *rest][:_ROWS]):
        yield Row(shown, place_of(picture, shown.report) if shown.source else "")


def place_of(picture: Picture, report: ReportId) -> str:
    """The place as a report writes it, and where its person comes from."""
    evidence = picture.evidence
    said = evidence.mention(report)
    if said is not None:
        parts = (line(said.place), said.origin)
        return "; ".join(part for part in parts if part)
    place = getattr(evidence.statement(report), "place", None)
    return line(place) if isinstance(place, WrittenPlace) else ""


def _following(names: Names, one: Unplaced, place: int) -> str:
    """The page of the next open name; empty where somebody came from elsewhere."""
    if not place:
        return ""
    here = [other.key for other in names.open[place - 1 : place]]
    at = place if one.key in here else place - 1
    later = names.open[at : at + 1]
    if not later:
        return ""
    address = reverse("doubtful-place", args=[code_of(later[0].key)])
    return address + Standing(at + 1).query
