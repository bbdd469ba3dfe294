"""What calls say of single dwellings: exact ones of one, vague ones of many.

A call that means one of many dwellings raises each of them a little. Of several calls
that may mean one dwelling the one that says most counts: callers talk to each other.
"""

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

import numpy as np

from stillhere.intake.located import PlaceReader
from stillhere.ledger import Picture, PlaceKey
from stillhere.plan.atlas import Atlas, Ints
from stillhere.plan.rules import MILLION, PlanRules
from stillhere.reports import ReportId
from stillhere.reports.statements import CallStatement, WrittenPlace

_PIECES = re.compile(r"[.;:()]\s|[.;:()]$|\n")
_FEWEST_PARTS = 2


class Call(NamedTuple):
    """One call and the dwellings it may mean.

    Attributes:
        report: Its id.
        doors: Numbers of dwellings in the atlas, rising.
        weights: How well each fits, whole numbers.
    """

    report: ReportId
    doors: Ints
    weights: Ints


def locate_calls(picture: Picture, atlas: Atlas, rules: PlanRules) -> list[Call]:
    """Every call that can be placed among the dwellings, by report."""
    keys = {r: p.key for p in picture.places.values() for r in p.calls}
    reader = PlaceReader(atlas.gazetteer, atlas.buildings)
    step, weights = rules.number("called", "step_m"), rules.row("called", "weights")
    found = []
    for key, said in picture.statements.items():
        if not isinstance(said, CallStatement):
            continue
        report = ReportId(key)
        doors = _doors(said, keys.get(report, PlaceKey("")), atlas, reader)
        if len(doors):
            found.append(Call(report, doors, np.ones(len(doors), dtype=np.int64)))
            continue
        point = _point(said.place)
        if point is not None:
            found.append(_around(report, point, atlas, step, weights))
    return [call for call in found if len(call.doors)]


def _doors(
    said: CallStatement, key: PlaceKey, atlas: Atlas, reader: PlaceReader
) -> Ints:
    inside = atlas.inside(key)
    if not inside:
        inside = next((d for d in _told(said.note, atlas, reader)), ())
    return np.array(inside, dtype=np.int64)


def _told(note: str, atlas: Atlas, reader: PlaceReader) -> Iterator[range | tuple[int]]:
    """Dwellings an address inside the words of a call may mean."""
    for piece in _PIECES.split(note):
        parts = [part.strip() for part in piece.split(",")]
        for first in range(len(parts) - 1):
            for last in range(len(parts), first + 1, -1):
                text = ", ".join(parts[first:last])
                place = _as_place(text, atlas)
                if place is None:
                    continue
                inside = atlas.inside(reader.locate(place).dwelling)
                if inside:
                    yield range(inside[0], inside[-1] + 1)


def _as_place(text: str, atlas: Atlas) -> WrittenPlace | None:
    """An address whose first words end in a settlement that is known."""
    head, _, rest = text.partition(", ")
    words = head.split()
    for n in range(len(words)):
        name = " ".join(words[n:])
        if atlas.gazetteer.resolve(name) is not None:
            return WrittenPlace(settlement=name, address=rest)
    return None


def _point(place: WrittenPlace) -> tuple[int, int] | None:
    try:
        return round(Decimal(place.x_km) * 1000), round(Decimal(place.y_km) * 1000)
    except InvalidOperation:
        return None


def _around(
    report: ReportId,
    point: tuple[int, int],
    atlas: Atlas,
    step: int,
    weights: tuple[int, ...],
) -> Call:
    x, y = atlas.x_m - point[0], atlas.y_m - point[1]
    reach = step * (len(weights) - 1)
    near = np.flatnonzero(x * x + y * y <= reach * reach)
    far = x[near] * x[near] + y[near] * y[near]
    steps = np.arange(1, len(weights), dtype=np.int64) * step
    at = np.searchsorted(steps * steps, far, side="left")
    return Call(report, near, np.array(weights, dtype=np.int64)[at])


class CallEvidence:
    """What all calls together say of each dwelling.

    Attributes:
        ratios: Per dwelling, millionths: how much likelier the calls are if it holds
            people. Below a million where nobody called about it; all a million where
            nobody called about anything.
        about: Dwelling number to the calls that speak for it, sorted.
    """

    def __init__(self, calls: list[Call], mistaken: Ints, rules: PlanRules) -> None:
        """Weigh the calls.

        Args:
            calls: As `locate_calls` gives them.
            mistaken: Per dwelling, millionths: the chance of a call without people there.
            rules: Section ``called``.
        """
        self.ratios = np.full(len(mistaken), MILLION, dtype=np.int64)
        self.about: dict[int, list[ReportId]] = {}
        if not calls:
            return
        occupied = rules.number("called", "occupied")
        speaks = rules.number("called", "speaks_from")
        silent = MILLION - occupied
        self.ratios -= occupied
        background = mistaken + rules.number("called", "elsewhere")
        for call in calls:
            among = int((call.weights * background[call.doors]).sum())
            raised = silent + occupied * call.weights * MILLION // among
            self.ratios[call.doors] = np.maximum(self.ratios[call.doors], raised)
            for number in call.doors[raised >= speaks].tolist():
                self.about.setdefault(number, []).append(call.report)
