"""What is asked of the pages of doubtful links, and what is decided there."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from stillhere.desk.linking.queues import Queued
from stillhere.reports.statements import JudgementKind

_LONGEST = 9
"""Digits of a place in a queue that are looked at."""


@dataclass(frozen=True, slots=True)
class From:
    """Where in a queue somebody stands.

    Attributes:
        queue: None for a pair that was opened from elsewhere.
        place: In the queue, from 1; 0 where none is known.
    """

    queue: Queued | None = None
    place: int = 0

    @property
    def fields(self) -> dict[str, str]:
        """As fields of a form; none for elsewhere."""
        if self.queue is None:
            return {}
        return {"queue": self.queue.value, "place": str(self.place)}

    @property
    def query(self) -> str:
        """As the query of an address; empty for elsewhere."""
        return "?" + urlencode(self.fields) if self.fields else ""


def came_from(query: Mapping[str, str]) -> From:
    """Where an address or a form says somebody stands; elsewhere where it is unclear."""
    queue, place = query.get("queue", ""), query.get("place", "")
    if queue not in set(Queued):
        return From()
    known = place.isdecimal() and len(place) <= _LONGEST
    return From(Queued(queue), int(place) if known else 0)


def judgement_of(sent: Mapping[str, str]) -> JudgementKind | None:
    """The decision a form states; None for none."""
    judgement = sent.get("judgement", "")
    return JudgementKind(judgement) if judgement in set(JudgementKind) else None
