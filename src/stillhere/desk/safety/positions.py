"""Where teams said they are: in the memory of this process, and nowhere else.

Nothing of it is a report, a row, part of a session, of an address or of the log; no
backup, export or bundle can hold it. It goes when the team is back, when its plan is taken
back, and when the operation is closed or the program ends. What it shows of itself names no place, so that no fault
told anywhere can.
"""

import threading
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from stillhere.desk.safety.said import OutingKey

if TYPE_CHECKING:
    from stillhere.desk.operation.live import Operation


@dataclass(frozen=True, slots=True)
class Position:
    """Where a team said it is, and when."""

    where: str = field(repr=False)
    at: datetime


class Positions:
    """The last place each team that is out was heard from."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._known: dict[OutingKey, Position] = {}

    def note(self, outing: OutingKey, position: Position) -> None:
        """Remember where a team is; what was known before is forgotten."""
        with self._guard:
            self._known[outing] = position

    def of(self, outing: OutingKey) -> Position | None:
        """Where a team last said it is; None where it did not say."""
        with self._guard:
            return self._known.get(outing)

    def keep(self, out: AbstractSet[OutingKey]) -> None:
        """Forget every team but those that are out."""
        with self._guard:
            self._known = {key: at for key, at in self._known.items() if key in out}

    def __len__(self) -> int:
        with self._guard:
            return len(self._known)


_positions: "WeakKeyDictionary[Operation, Positions]" = WeakKeyDictionary()


def positions_of(operation: "Operation") -> Positions:
    """Those of an open operation; they go with it."""
    return _positions.setdefault(operation, Positions())
