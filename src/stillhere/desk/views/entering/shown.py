"""What was just stored, made ready for the page: names looked up, nothing kept."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.http import HttpRequest

from stillhere.desk.entering.effect import Effect, Step
from stillhere.desk.naming import PersonName, person_name
from stillhere.desk.operation.live import Operation
from stillhere.desk.views.entering.memory import unshown_entry
from stillhere.desk.views.entering.words import door_words
from stillhere.ledger import Entry, PlaceKey
from stillhere.reports import ReportId
from stillhere.vocabulary import Status

SHOWN = 5
"""Most people and places of one entry that are named."""


class Moved(NamedTuple):
    """One person whose status changed; before or after is None for nobody."""

    entry: Entry | None
    name: PersonName | None
    before: Status | None
    after: Status | None


class Door(NamedTuple):
    """A place that changed: its key and its words."""

    key: str
    words: str


@dataclass(frozen=True, slots=True)
class Stored:
    """What the panel above a form says.

    Attributes:
        reports: Ids, the entry itself first.
        news: Whether anything of it was new.
        undone: Whether it took an entry back.
        own: Whether this session may take any of it back.
        restricted: Whether operations may not use it.
        at: ISO time.
        moved: Whose status changed, at most `SHOWN`.
        more: How many further people.
        about: People it is held to be about, whose status stayed.
        places: Places it is about, at most `SHOWN`.
        more_places: How many further places.
        before, after: Length of the list without word.
    """

    reports: tuple[ReportId, ...]
    news: bool
    undone: bool
    own: bool
    restricted: bool
    at: str
    moved: tuple[Moved, ...]
    more: int
    about: tuple[Moved, ...]
    places: tuple[Door, ...]
    more_places: int
    before: int
    after: int

    @property
    def of_nobody(self) -> bool:
        """Whether a new entry names nobody, and no place, the picture knows."""
        named = self.moved or self.about or self.places
        return self.news and not self.undone and not named


def stored(request: HttpRequest, operation: Operation) -> Stored | None:
    """The latest entry of this session, once, on the page it was made on; else None."""
    kept = unshown_entry(request)
    return None if kept is None else _stored(kept, operation)


def _stored(kept: dict[str, Any], operation: Operation) -> Stored:
    moved = Effect.of_kept(kept["effect"])
    named = {step.referent for step in moved.people}
    about = [Step(name, "", "") for name in moved.about if name not in named]
    return Stored(
        reports=tuple(ReportId(report) for report in kept["reports"]),
        news=bool(kept["new"]),
        undone=kept["undo"],
        own=bool(kept["own"]),
        restricted=kept["restricted"],
        at=kept["at"],
        moved=tuple(_moved(step, operation) for step in moved.people[:SHOWN]),
        more=max(0, len(moved.people) - SHOWN),
        about=tuple(m for s in about[:SHOWN] if (m := _moved(s, operation)).entry),
        places=tuple(_doors(moved.places[:SHOWN], operation)),
        more_places=max(0, len(moved.places) - SHOWN),
        before=kept["listed"] - moved.listed,
        after=kept["listed"],
    )


def _moved(step: Step, operation: Operation) -> Moved:
    try:
        entry = operation.picture.entry(ReportId(step.referent))
    except KeyError:
        entry = None
    return Moved(
        entry,
        None if entry is None else person_name(entry),
        Status(step.before) if step.before else None,
        Status(step.after) if step.after else None,
    )


def _doors(keys: tuple[str, ...], operation: Operation) -> Iterator[Door]:
    for key in keys:
        yield Door(key, door_words(PlaceKey(key), operation))
