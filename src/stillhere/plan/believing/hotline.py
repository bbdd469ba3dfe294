"""All calls together, kept level with a picture."""

from collections.abc import Iterable

from stillhere.ledger import Picture, PlaceKey
from stillhere.plan.atlas import Atlas, Ints
from stillhere.plan.believing.days import Days
from stillhere.plan.calls import Call, CallEvidence, CallReader
from stillhere.plan.rules import PlanRules
from stillhere.reports import ReportId
from stillhere.reports.statements import CallStatement


class Hotline:
    """Calls, each with the dwellings it may mean."""

    def __init__(self, picture: Picture, atlas: Atlas, rules: PlanRules) -> None:
        self._rules = rules
        self._reader = CallReader(atlas, rules)
        self._place: dict[ReportId, PlaceKey] = {}
        self._calls: dict[ReportId, Call] = {}
        self._received: dict[ReportId, str | None] = {}
        self._days = Days()
        for place in picture.places.values():
            for report in place.calls:
                self._place[report] = place.key
        self._read(picture, map(ReportId, picture.statements))

    def follow(
        self, picture: Picture, before: Picture, places: Iterable[PlaceKey]
    ) -> bool:
        """Come level with another picture; whether any call came, went or moved.

        Args:
            picture: The other.
            before: The last one.
            places: Places that differ between the two.
        """
        stale = {*map(ReportId, picture.statements.differing(before.statements))}
        moved = set()
        for key in places:
            for one, sign in ((before, False), (picture, True)):
                place = one.places.get(key)
                for report in place.calls if place is not None else ():
                    moved.add(report)
                    if sign:
                        self._place[report] = key
        for report in moved - _calls_of(picture, places):
            self._place.pop(report, None)
        return self._read(picture, stale | moved)

    def _read(self, picture: Picture, reports: Iterable[ReportId]) -> bool:
        changed = False
        for report in reports:
            said = picture.statements.get(report)
            if report in self._received:
                changed = True
                self._days.remove(self._received.pop(report))
                self._calls.pop(report, None)
            if not isinstance(said, CallStatement):
                continue
            changed = True
            self._received[report] = said.date
            self._days.add(said.date)
            call = self._reader.located(said, self._place.get(report, PlaceKey("")))
            if call is not None:
                self._calls[report] = call
        return changed

    def evidence(self, mistaken: Ints) -> CallEvidence:
        """What they say of each dwelling.

        Args:
            mistaken: Per dwelling, millionths: the chance of a call without people there.
        """
        calls = [self._calls[report] for report in sorted(self._calls)]
        passed = self._days.passed(self._rules.number("called", "days"))
        return CallEvidence(calls, mistaken, passed, self._rules)


def _calls_of(picture: Picture, places: Iterable[PlaceKey]) -> set[ReportId]:
    found = (picture.places.get(key) for key in places)
    return {report for place in found if place is not None for report in place.calls}
