"""What was searched by the end of each day, worked out once for each picture."""

from collections import OrderedDict
from threading import Lock

from stillhere.desk.believed import atlas_of
from stillhere.desk.operation.live import Operation
from stillhere.ledger import Picture
from stillhere.plan import PlanRules
from stillhere.plan.searched import Ground, Searched, searched

KEPT_DAYS = 16
_DAY = len("2023-10-05")


class Done:
    """Effort at the newest picture anybody asked for; safe for any thread."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._picture: Picture | None = None
        self._ground: Ground | None = None
        self._by_day: OrderedDict[str | None, Searched] = OrderedDict()

    def of(self, operation: Operation, picture: Picture, until: str | None) -> Searched:
        """What was done by the end of an ISO day; None for everything."""
        with self._lock:
            if self._picture is not picture or self._ground is None:
                self._picture = picture
                self._ground = Ground.of(picture, atlas_of(operation))
                self._by_day.clear()
            known = self._by_day.get(until)
            if known is None:
                known = searched(
                    picture,
                    atlas_of(operation),
                    PlanRules.shipped(),
                    until=until,
                    ground=self._ground,
                )
                self._by_day[until] = known
                while len(self._by_day) > KEPT_DAYS:
                    self._by_day.popitem(last=False)
            return known


_done = Done()


def searched_of(
    operation: Operation, picture: Picture, until: str | None = None
) -> Searched:
    """What was searched by the end of a day, in the operation of this process."""
    return _done.of(operation, picture, until)


def days_of(picture: Picture) -> tuple[str, ...]:
    """ISO days on which anybody visited anything, in order."""
    dates = (v.date for place in picture.places.values() for v in place.visits)
    return tuple(sorted({date[:_DAY] for date in dates if date}))
