"""What calls say of single dwellings: exact ones of one, vague ones of many.

A call that means one of many dwellings raises each of them a little. Of several calls
that may mean one dwelling the one that says most counts: callers talk to each other.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

import numpy as np

from stillhere.intake.located import PlaceReader
from stillhere.ledger import PlaceKey
from stillhere.plan.atlas import Atlas, Ints
from stillhere.plan.rules import MILLION, PlanRules
from stillhere.reports import ReportId
from stillhere.reports.statements import CallStatement, WrittenPlace

_PIECES = re.compile(r"[.;:()]\s|[.;:()]$|\n")
_FARTHEST_KM = 40_000
"""Once around the earth: what is stated as farther away is a slip of the hand."""


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


class CallReader:
    """Finds the dwellings calls may mean."""

    def __init__(self, atlas: Atlas, rules: PlanRules) -> None:
        self._atlas = atlas
        self._reader = PlaceReader(atlas.gazetteer, atlas.buildings)
        self._step = rules.number("called", "step_m")
        self._weights = rules.row("called", "weights")

    def located(self, said: CallStatement, key: PlaceKey) -> Call | None:
        """A call among the dwellings; None where its words name none.

        Args:
            said: What the caller told.
            key: Of the place the ledger puts the call in; empty where in none.
        """
        doors = _doors(said, key, self._atlas, self._reader)
        point = _point(said.place)
        if not len(doors) and point is not None:
            near = _around(said.report, point, self._atlas, self._step, self._weights)
            if len(near.doors):
                return near
        if not len(doors):
            doors = _village(key, self._atlas)
        if not len(doors):
            return None
        return Call(said.report, doors, np.ones(len(doors), dtype=np.int64))


def _doors(
    said: CallStatement, key: PlaceKey, atlas: Atlas, reader: PlaceReader
) -> Ints:
    inside = atlas.inside(key)
    if not inside:
        inside = next((d for d in _told(said.note, atlas, reader)), ())
    return np.array(inside, dtype=np.int64)


def _village(key: PlaceKey, atlas: Atlas) -> Ints:
    """Every dwelling of a village; none of a town, of which a call says too little."""
    village, _, _ = key.partition("/")
    if village not in atlas.settlements:
        return np.zeros(0, dtype=np.int64)
    number = atlas.settlements.index(PlaceKey(village))
    return np.flatnonzero((atlas.settlement == number) & (not atlas.towns[number]))


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
        x, y = (Decimal(text) for text in (place.x_km, place.y_km))
    except InvalidOperation:
        return None
    if not all(at.is_finite() and abs(at) <= _FARTHEST_KM for at in (x, y)):
        return None
    return round(x * 1000), round(y * 1000)


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
            people. Below a million where nobody called about it, by as much of the
            days of calls as have passed; all a million where nobody called at all.
        about: Dwelling number to the calls that speak for it, sorted.
    """

    def __init__(
        self, calls: Sequence[Call], mistaken: Ints, days: int, rules: PlanRules
    ) -> None:
        """Weigh the calls.

        Args:
            calls: In the order of their reports.
            mistaken: Per dwelling, millionths: the chance of a call without people there.
            days: On how many days calls were received.
            rules: Section ``called``.
        """
        occupied = rules.number("called", "occupied")
        passed = min(days, rules.number("called", "days"))
        silent = MILLION - occupied * passed // rules.number("called", "days")
        self.ratios = np.full(len(mistaken), silent, dtype=np.int64)
        self.about: dict[int, tuple[ReportId, ...]] = {}
        speaks = rules.number("called", "speaks_from")
        background = mistaken + rules.number("called", "elsewhere")
        about: dict[int, list[ReportId]] = defaultdict(list)
        for call in calls:
            among = int((call.weights * background[call.doors]).sum())
            raised = silent + occupied * call.weights * MILLION // among
            self.ratios[call.doors] = np.maximum(self.ratios[call.doors], raised)
            for number in call.doors[raised >= speaks].tolist():
                about[number].append(call.report)
        self.about = {number: tuple(sorted(about[number])) for number in sorted(about)}
