"""Which settlements teams may go to. Unknown is closed."""

from dataclasses import dataclass

from stillhere.intake.located import PlaceReader
from stillhere.ledger import Picture, PlaceKey
from stillhere.plan.atlas import Atlas
from stillhere.reports import ReportId
from stillhere.reports.statements import ClearanceStatement

_OPEN = frozenset({"", "open", "cleared", "yes", "working"})


@dataclass(frozen=True, slots=True)
class Clearances:
    """Settlements that are open at one time.

    Attributes:
        everything: The operation declares every road, village and track open (core and
            tutorial worlds of the exercise).
        places: Keys of settlements with a clearance in force, sorted.
        cites: Reports behind them, sorted.
    """

    everything: bool = False
    places: tuple[PlaceKey, ...] = ()
    cites: tuple[ReportId, ...] = ()

    @classmethod
    def declared(cls) -> "Clearances":
        """Everything is open, because the operation says so."""
        return cls(everything=True)

    @classmethod
    def of(cls, picture: Picture, atlas: Atlas, at: str) -> "Clearances":
        """Clearances in force at an ISO time, by the reports of the security officer.

        The latest report on a settlement counts (by date, then id); one that has run
        out, or says anything but open, closes it.
        """
        reader = PlaceReader(atlas.gazetteer, atlas.buildings)
        latest: dict[PlaceKey, ClearanceStatement] = {}
        for said in picture.statements.values():
            if isinstance(said, ClearanceStatement):
                place = reader.locate(said.place).settlement
                known = latest.get(place)
                if place and (known is None or _when(said) > _when(known)):
                    latest[place] = said
        holding = {key: said for key, said in latest.items() if _holds(said, at)}
        cites = sorted(said.report for said in holding.values())
        return cls(False, tuple(sorted(holding)), tuple(cites))

    def allows(self, settlement: PlaceKey) -> bool:
        """Whether teams may go there."""
        return self.everything or settlement in self.places


def _when(said: ClearanceStatement) -> tuple[str, str]:
    return (said.date or "", said.report)


def _holds(said: ClearanceStatement, at: str) -> bool:
    if said.state.strip().lower() not in _OPEN:
        return False
    return said.until is None or said.until[: len(at)] >= at[: len(said.until)]
