"""People, places and reports by what a person types."""

import string
from pathlib import Path

from stillhere.cli.opening import Opened
from stillhere.errors import StillHereError
from stillhere.identity import Hit
from stillhere.ledger import Entry, MentionId, Picture, PlaceEntry, PlaceKey
from stillhere.places import Gazetteer, PlaceMatch
from stillhere.reports import Report, ReportId

_SHORTEST_ID = 6
_NEAR = 85
"""Likeness from which a place is offered although its name is written otherwise."""
_SURE = 950
"""Likeness from which people are shown beside a place of exactly that name."""

_BEHIND = 250
"""How far behind the best likeness an answer may stay."""


def search(picture: Picture, text: str, limit: int) -> list[Hit]:
    """Mentions that answer, one for each person, best first."""
    return picture.evidence.search(text, limit)


def places(gazetteer: Gazetteer, text: str, limit: int = 5) -> list[PlaceMatch]:
    """Places of exactly this name in any script; near spellings where there is none."""
    found = gazetteer.find(text, limit)
    exact = [match for match in found if match.exact]
    return exact or [match for match in found if match.score >= _NEAR]


def people(
    picture: Picture, text: str, limit: int, *, beside: list[PlaceMatch]
) -> list[tuple[Hit, Entry]]:
    """People who answer, with their entries.

    Args:
        picture: To look in.
        text: As typed.
        limit: Most of them.
        beside: Places already found; a town's name is nobody's but by exact likeness.
    """
    hits = search(picture, text, limit)
    least = max((hit.likeness for hit in hits), default=0) - _BEHIND
    if any(match.exact for match in beside):
        least = max(least, _SURE)
    return [(hit, picture.entry(hit.mention)) for hit in hits if hit.likeness >= least]


def person_of(picture: Picture, text: str, path: Path) -> Entry:
    """The one person of an id or a name.

    Raises:
        StillHereError: Nobody answers, or several do equally well.
    """
    known = _by_id(picture, text)
    if known is not None:
        return known
    hits = search(picture, text, 2)
    if not hits:
        raise StillHereError("cli/nobody-found", path=path, text=text)
    if len(hits) > 1 and hits[0].likeness == hits[1].likeness:
        alike = [h for h in search(picture, text, 50) if h.likeness == hits[0].likeness]
        raise StillHereError(
            "cli/several-found", count=len(alike), path=path, text=text
        )
    return picture.entry(hits[0].mention)


def _by_id(picture: Picture, text: str) -> Entry | None:
    """The person of an id, of one of its mentions, or of their beginning."""
    if not _is_beginning(text):
        return None
    ids = [*picture.entries, *picture.referents]
    begun = (MentionId(ReportId(i)) for i in ids if i.startswith(text.lower()))
    found = {picture.entry(mention).id for mention in begun}
    return picture.entries[min(found)] if len(found) == 1 else None


def _is_beginning(text: str) -> bool:
    return len(text) >= _SHORTEST_ID and set(text) <= set(string.hexdigits)


def place_of(
    picture: Picture, gazetteer: Gazetteer, text: str, path: Path
) -> PlaceEntry:
    """The one place of a key or of any of its names.

    Raises:
        StillHereError: No place of the picture answers.
    """
    if text in picture.places:
        return picture.place(PlaceKey(text))
    for match in places(gazetteer, text):
        if match.place.id in picture.places:
            return picture.place(PlaceKey(match.place.id))
    raise StillHereError("cli/no-such-place", path=path, text=text)


def report_of(found: Opened, text: str) -> Report:
    """The one report of an id or its beginning.

    Raises:
        StillHereError: None has it.
    """
    wanted = text.lower()
    if _is_beginning(text):
        for report in found.reports:
            if report.id.startswith(wanted):
                return report
    raise StillHereError("cli/no-such-report", path=found.path, text=text)
