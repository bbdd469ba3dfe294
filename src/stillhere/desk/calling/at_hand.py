"""The calls to make now, and which of them somebody has in hand.

Ranked anew when the list is looked at; while call follows call, the list of a moment ago
serves, less what was done since, so that the next number is there at once. Who has which
number stays in memory: two people at two screens do not ring the same phone.
"""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from threading import Lock

from stillhere.desk.believed import belief_of
from stillhere.desk.operation.live import Operation
from stillhere.ledger import Picture
from stillhere.plan import Belief, CallToMake, PlanRules, calls_to_make

IN_HAND_S = 15 * 60
ON_PAPER_S = 2 * 60 * 60
_FRESH_S = 60
_KEPT = 500
"""Calls that were opened: what came of one may be sent when it is ranked no more."""


@dataclass(frozen=True, slots=True)
class _Held:
    """A number somebody has in hand; of nobody where it was left for later."""

    account: str
    until: float


class CallsAtHand:
    """The calls of one operation; every thread of the desk asks the same one."""

    def __init__(self) -> None:
        self._lock = Lock()
        self.forget()

    def forget(self) -> None:
        """Forget everything: another operation is open."""
        self._calls: tuple[CallToMake, ...] = ()
        self._of: Picture | None = None
        self._made = 0.0
        self._believed: Belief | None = None
        self._held: dict[str, _Held] = {}
        self._opened: dict[str, CallToMake] = {}

    def all(self, operation: Operation) -> tuple[CallToMake, ...]:
        """Every call to make by the newest picture and what is believed of it now."""
        picture = operation.picture
        with self._lock:
            late = time.monotonic() - self._made > _FRESH_S
            if late or self._of is not picture:
                self._believed = belief_of(operation, picture)
                self._rank(operation, picture)
            return self._calls

    def next(self, operation: Operation, account: str) -> CallToMake | None:
        """The first call nobody else has in hand; the caller's own until it is over."""
        picture, now = operation.picture, time.monotonic()
        with self._lock:
            if self._believed is None:
                self._believed = belief_of(operation, picture)
            if now - self._made > _FRESH_S:
                self._rank(operation, picture)
            free = list(self._free(picture, account, now))
            own = (call for call in free if self._owner(call) == account)
            found = next(own, next(iter(free), None))
            if found is not None:
                self._hold(found, account, now + IN_HAND_S)
            return found

    def several(
        self, operation: Operation, account: str, most: int
    ) -> tuple[CallToMake, ...]:
        """The first calls nobody else has in hand, for paper; they are held for long."""
        self.all(operation)
        now = time.monotonic()
        with self._lock:
            free = self._free(operation.picture, account, now)
            found = tuple(call for call, _ in zip(free, range(most), strict=False))
            for call in found:
                self._hold(call, account, now + ON_PAPER_S)
        return found

    def open(self, operation: Operation, code: str, account: str) -> CallToMake | None:
        """A call by its id, taken in hand; None where it is in the list no more."""
        with self._lock:
            known = next((call for call in self._calls if call.id == code), None)
        if known is None:
            known = next((c for c in self.all(operation) if c.id == code), None)
        if known is not None:
            with self._lock:
                self._hold(known, account, time.monotonic() + IN_HAND_S)
        return known

    def opened(self, code: str) -> CallToMake | None:
        """A call somebody opened; None once it was made."""
        with self._lock:
            return self._opened.get(code)

    def over(self, code: str) -> None:
        """A call was made: it is in the list no more."""
        with self._lock:
            self._calls = tuple(call for call in self._calls if call.id != code)
            self._held.pop(code, None)
            self._opened.pop(code, None)

    def leave(self, code: str) -> None:
        """A call is left for later: everybody is offered others for a while."""
        with self._lock:
            self._held[code] = _Held("", time.monotonic() + IN_HAND_S)

    def others(self, account: str) -> frozenset[str]:
        """Ids of calls somebody else has in hand, or that were left for later."""
        now = time.monotonic()
        with self._lock:
            return frozenset(
                code
                for code, held in self._held.items()
                if held.account != account and held.until > now
            )

    def _rank(self, operation: Operation, picture: Picture) -> None:
        assert self._believed is not None  # noqa: S101 (set by who calls)
        rules = PlanRules.shipped()
        self._calls = calls_to_make(picture, self._believed, rules, operation.today)
        self._of, self._made = picture, time.monotonic()

    def _free(self, picture: Picture, account: str, now: float) -> Iterator[CallToMake]:
        for call in self._calls:
            held = self._held.get(call.id)
            mine = held is None or held.until <= now or held.account == account
            if mine and still_open(picture, call):
                yield call

    def _owner(self, call: CallToMake) -> str:
        held = self._held.get(call.id)
        return held.account if held is not None else ""

    def _hold(self, call: CallToMake, account: str, until: float) -> None:
        self._held[call.id] = _Held(account, until)
        self._opened.pop(call.id, None)
        self._opened[call.id] = call
        for old in list(self._opened)[:-_KEPT]:
            del self._opened[old]


def still_open(picture: Picture, call: CallToMake) -> bool:
    """Whether there is still no word of anybody a call was to settle."""
    return any(_listed(picture, call.people))


def _listed(picture: Picture, people: Sequence[str]) -> Iterator[bool]:
    for person in people:
        entry = picture.entries.get(person)
        yield entry is not None and entry.listed


_at_hand = CallsAtHand()


def calls_at_hand() -> CallsAtHand:
    """The calls of this process."""
    return _at_hand
