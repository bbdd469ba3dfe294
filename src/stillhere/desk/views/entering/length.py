"""How long the list without word is, followed from entry to entry.

Counting the rows anew after each entry would take longer than the entry itself.
"""

import threading

from stillhere.desk import rows
from stillhere.desk.operation.live import Entered


class Length:
    """The length at the picture of the latest entry; safe for any thread."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._latest: Entered | None = None
        self._people = 0

    def after(self, entered: Entered, grown: int) -> int:
        """The length after an entry.

        Args:
            entered: What came of it.
            grown: By how many it grew; below zero where it shrank.
        """
        with self._guard:
            if self._latest is not None and self._latest.after is entered.before:
                self._people += grown
            else:
                self._people = rows.count_people(rows.Filters(listed=True))
            self._latest = entered
            return self._people


the_length = Length()
