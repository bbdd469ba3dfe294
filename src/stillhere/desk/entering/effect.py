"""What an entry moved: the difference of the two pictures around it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from stillhere.ledger import Changes, Entry, MentionId, Picture, PlaceKey
from stillhere.reports import ReportId


class Step(NamedTuple):
    """One person whose status is another one; empty where there was, or is, nobody."""

    referent: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Effect:
    """What reports moved, as ids and codes: it can be kept without a name in it.

    Attributes:
        people: Whose status changed, and who is new or gone, by id.
        about: The people the reports are held to be about, sorted.
        places: Settlements and dwellings that changed, by key.
        listed: By how many the list without word grew; below zero where it shrank.
    """

    people: tuple[Step, ...] = ()
    about: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    listed: int = 0

    def kept(self) -> dict[str, Any]:
        """As plain values, for a session."""
        return {
            "people": [list(step) for step in self.people],
            "about": list(self.about),
            "places": list(self.places),
            "listed": self.listed,
        }

    @classmethod
    def of_kept(cls, values: dict[str, Any]) -> "Effect":
        """Read what `kept` gave."""
        return cls(
            tuple(Step(*step) for step in values["people"]),
            tuple(values["about"]),
            tuple(values["places"]),
            values["listed"],
        )


def effect(before: Picture, after: Picture, reports: Iterable[ReportId]) -> Effect:
    """What the step from one picture to the next of its line did.

    Args:
        before: Without the reports.
        after: With them.
        reports: Those whose people and places are of interest.
    """
    if after is before:
        return Effect()
    changes = after.changes(before)
    return Effect(
        people=tuple(sorted(_steps(before, after, changes.entries))),
        about=tuple(sorted({*_about(after, reports)})),
        places=_places(changes),
        listed=_listed(after, changes.entries) - _listed(before, changes.entries),
    )


def _steps(
    before: Picture, after: Picture, changed: Sequence[MentionId]
) -> Iterator[Step]:
    for name in changed:
        entry = after.entries.get(name)
        if entry is None:
            if not _goes_on(before.entries[name], after):
                yield Step(name, before.entries[name].status.value, "")
            continue
        was = _was(entry, before)
        status = "" if was is None else was.status.value
        if status != entry.status.value:
            yield Step(name, status, entry.status.value)


def _was(entry: Entry, before: Picture) -> Entry | None:
    """Who the person was: under another id where an earlier mention joined it."""
    for member in entry.members:
        try:
            return before.entry(member)
        except KeyError:
            continue
    return None


def _goes_on(entry: Entry, after: Picture) -> bool:
    """Whether any mention of a person stands under another id now."""
    return any(m in after.entries or m in after.referents for m in entry.members)


def _about(after: Picture, reports: Iterable[ReportId]) -> Iterator[MentionId]:
    for report in reports:
        if report in after.entries or report in after.referents:
            yield after.referent(report)


def _places(changes: Changes) -> tuple[PlaceKey, ...]:
    """Dwellings before their settlement, which changes with each of them."""
    inner = [key for key in changes.places if "/" in key]
    within = {key.partition("/")[0] for key in inner}
    outer = [key for key in changes.places if "/" not in key and key not in within]
    return (*inner, *outer)


def _listed(picture: Picture, names: Iterable[MentionId]) -> int:
    return sum(e.listed for n in names if (e := picture.entries.get(n)) is not None)
