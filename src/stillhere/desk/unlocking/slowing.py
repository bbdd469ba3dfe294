"""Guessing gets slower: after each wrong try a longer pause, for everybody alike."""

import threading
import time
from collections.abc import Callable

LONGEST_S = 60
FREE = 2
"""Wrong tries that cost no pause: people mistype."""


class Slowing:
    """Counts wrong tries in a row and says how long to wait."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._wrong = 0
        self._until = 0.0
        self._guard = threading.Lock()

    def seconds_left(self) -> int:
        """Whole seconds until the next try is looked at; 0 for now."""
        with self._guard:
            left = self._until - self._clock()
        return max(0, int(left) + (left > int(left)))

    def note_wrong(self) -> None:
        """A try was wrong."""
        with self._guard:
            self._wrong += 1
            late = self._wrong - FREE
            pause = min(2**late, LONGEST_S) if late > 0 else 0
            self._until = self._clock() + pause
