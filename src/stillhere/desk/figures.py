"""Figures by their address: every number that is shown, and the way back to it.

In: a picture and what an address asks for. Out: the figure with its reports. Promise:
for every figure of the ledger and of the pages of `publish`, `address_of` leads to a page
that shows the same number and all reports behind it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from stillhere.desk.believed import belief_of
from stillhere.desk.operation.current import the_operation
from stillhere.ledger import Entry, Figure, Picture, PlaceKey, Visited
from stillhere.publish.figures import (
    by_reason,
    expected,
    joined,
    met,
    of_settlement,
    passenger_lists,
)
from stillhere.reports import ReportId
from stillhere.reports.statements import CountStatement
from stillhere.vocabulary import PersonEvent, Status


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks for.

    Attributes:
        name: Of the figure; with a source, an event of a person.
        source: As one source counts it.
        place: Key of a settlement: in it alone.
        reason: Among those without word, by what makes them of concern.
    """

    name: str
    source: str = ""
    place: str = ""
    reason: str = ""

    @property
    def address(self) -> str:
        """The page of the figure."""
        parts = {"source": self.source, "place": self.place, "reason": self.reason}
        query = urlencode({name: value for name, value in parts.items() if value})
        page = reverse("figure", args=[self.name])
        return f"{page}?{query}" if query else page


def figure_at(picture: Picture, asked: Asked) -> Figure:
    """The figure an address asks for; raises KeyError where there is none."""
    if asked.source:
        return _of_source(picture, asked.name, asked.source)
    if asked.place:
        return _of_place(picture, asked.name, PlaceKey(asked.place))
    if asked.reason:
        return {f.name: f for f in by_reason(picture)}[asked.reason]
    own = OWN.get(asked.name)
    return own(picture) if own is not None else picture.count(asked.name)


def _of_source(picture: Picture, name: str, source: str) -> Figure:
    if name not in set(PersonEvent):
        raise KeyError(name)
    told = picture.by_source(PersonEvent(name))
    return {figure.source: figure for figure in told}[source]


def _of_place(picture: Picture, name: str, place: PlaceKey) -> Figure:
    if not picture.place(place).is_settlement:
        raise KeyError(place)
    return of_settlement(picture, picture.place(place))[name]


def of_people(
    picture: Picture, name: str, test: Callable[[Entry], bool], value: str
) -> Figure:
    """People without word for whom a test holds, with the reports behind a value."""
    found = [e for e in picture.without_word() if test(e)]
    cites = joined(e.cites(value) or e.cites("status") for e in found)
    return Figure(name, len(found), cites, as_of=picture.as_of)


def listed_alone(picture: Picture) -> Figure:
    """People without word who are alone."""
    return of_people(picture, "listed_alone", lambda e: e.alone, "alone")


def listed_dependent(picture: Picture) -> Figure:
    """People without word who depend on others."""
    return of_people(picture, "listed_dependent", lambda e: e.dependent, "dependent")


def places_not_visited(picture: Picture) -> Figure:
    """Settlements nobody has visited by any report, and the reports that name them."""
    places = [p for p in picture.settlements if p.visited is not Visited.VISITED]
    keys = {place.key for place in places}
    dwellings = (d for key in keys for d in picture.dwellings(key))
    own = [place.cites for place in (*places, *dwellings)]
    homes = (e for e in picture.entries.values() if e.home is not None)
    living = [e.cites("home") for e in homes if e.home and e.home.settlement in keys]
    return Figure(
        "settlements_not_visited",
        len(places),
        joined([*own, *living]),
        as_of=picture.as_of,
        unit="places",
    )


def expected_there(picture: Picture) -> Figure:
    """People not met who may still be there, by the model."""
    return expected(picture, belief_of(the_operation(), picture))


OWN: Mapping[str, Callable[[Picture], Figure]] = {
    "expected": expected_there,
    "listed_alone": listed_alone,
    "listed_dependent": listed_dependent,
    "met": met,
    "passenger_lists": passenger_lists,
    "settlements_not_visited": places_not_visited,
}
"""Figures the ledger does not count itself."""


def address_of(picture: Picture, figure: Figure) -> str:
    """The page that shows a figure with its reports.

    Args:
        picture: The one the figure was taken from, or a newer one.
        figure: Of the ledger, of this module or of a page of `publish`.
    """
    stated = _stated_in(picture, figure)
    if stated:
        return stated
    if figure.source:
        return Asked(figure.name, source=figure.source).address
    if figure.place:
        return Asked(figure.name, place=figure.place).address
    name = figure.name.replace(" ", "_")
    if _is_reason(picture, figure):
        return Asked("listed", reason=figure.name).address
    return Asked(name).address


def address_of_reports(picture: Picture, cites: tuple[ReportId, ...]) -> str:
    """Where words without a number lead: to their report, or to who was met.

    Returns:
        An address; empty where several reports stand behind the words and no figure
        does.
    """
    if len(cites) == 1:
        return reverse("report", args=cites)
    return Asked("met").address if cites and cites == met(picture).cites else ""


def _stated_in(picture: Picture, figure: Figure) -> str:
    """The report itself, for a figure one source states in so many words."""
    if len(figure.cites) != 1:
        return ""
    said = picture.evidence.statement(figure.cites[0])
    if not isinstance(said, CountStatement) or said.what != figure.name:
        return ""
    return reverse("report", args=figure.cites)


def _is_reason(picture: Picture, figure: Figure) -> bool:
    """Whether it counts the listed by a reason; "asked for" is also a count of all."""
    if figure.name not in REASONS:
        return False
    return figure.name != "asked_for" or figure != picture.count("asked_for")


REASONS = frozenset(
    {
        *("bedridden", "power", "medicine", "alone", "medical", "disabled"),
        *("old_age", "seen_there", "no_word_at_all", "asked_for", "no_address"),
    }
)
"""What makes somebody of concern, as far as it is counted."""

_LISTS = {
    "people": "",
    "listed": "?listed=on",
    "listed_alone": "?listed=on&alone=on",
    "listed_dependent": "?listed=on&dependent=on",
    "asked_for": "?asked=on",
    "conflicts": "?conflicting=on",
    **{status.value: f"?status={status.value}" for status in Status},
}


def list_of(asked: Asked) -> str:
    """The list of the people a figure counts; empty where there is no such list."""
    if asked.source or asked.place or asked.reason or asked.name not in _LISTS:
        return ""
    return reverse("people") + _LISTS[asked.name]
