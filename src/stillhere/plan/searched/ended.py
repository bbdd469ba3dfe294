"""Searches a person has ended, with the reasons given: reports, which can be withdrawn.

An ended search takes nothing away: effort and the people expected there stay in view.
"""

from collections.abc import Iterator
from typing import NamedTuple

from stillhere.ledger import Picture, PlaceKey
from stillhere.plan.atlas import Atlas
from stillhere.reports import ReportId
from stillhere.reports.statements import SearchEnded


class Ended(NamedTuple):
    """The search of one place was ended.

    Attributes:
        place: Key of a settlement, street, building or dwelling.
        by: Who decided.
        why: The reasons, as written.
        date: ISO date or time of the decision; None where none is stated.
        report: That says so; a withdrawal of it begins the search anew.
    """

    place: PlaceKey
    by: str
    why: str
    date: str | None
    report: ReportId


def ended(picture: Picture) -> tuple[Ended, ...]:
    """Searches of places that are ended, the latest first, ties by report."""
    found = [
        Ended(PlaceKey(said.area), said.source, said.why, said.date, said.report)
        for said in picture.statements.values()
        if isinstance(said, SearchEnded) and said.area
    ]
    found.sort(key=lambda one: one.report)
    return tuple(sorted(found, key=lambda one: one.date or "", reverse=True))


def ended_doors(picture: Picture, atlas: Atlas) -> frozenset[PlaceKey]:
    """Dwellings that are in no plan any more, because their search was ended."""
    places = {one.place for one in ended(picture)}
    if not places:
        return frozenset()
    return frozenset(k for k in atlas.keys if not places.isdisjoint(_around(k, atlas)))


def _around(door: PlaceKey, atlas: Atlas) -> Iterator[PlaceKey]:
    """A door, and the building, street and settlement it belongs to."""
    yield door
    settlement, code, *_ = door.split("/")
    yield PlaceKey(settlement)
    yield PlaceKey(f"{settlement}/{code}")
    building = atlas.building_of(door)
    street = atlas.buildings.street_of(building.code) if building else ""
    if street:
        yield PlaceKey(f"{settlement}/{street}")
