"""What changed since somebody looked: who moved from which status to which."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from stillhere.desk import rows
from stillhere.desk.naming import PersonName, person_name
from stillhere.desk.wording import in_words
from stillhere.ledger import MentionId, Picture
from stillhere.vocabulary import Status


@dataclass(frozen=True, slots=True)
class Move:
    """One person's way since the last look.

    Attributes:
        referent: Whose page to open; empty where the entry is gone.
        name: As written; None where the entry is gone.
        before, after: Statuses in words; empty for no entry.
        listed: Whether without word now.
        at: ISO time of the latest change.
    """

    referent: MentionId | None
    name: PersonName | None
    before: str
    after: str
    listed: bool
    at: str


@dataclass(frozen=True, slots=True)
class Group:
    """How many people moved the same way."""

    before: str
    after: str
    people: int


@dataclass(frozen=True, slots=True)
class Latest:
    """Everything that changed.

    Attributes:
        moved: People whose status is another one, came or went, the latest first.
        groups: The same by way, the largest first.
        touched: How many more entries have other reports behind the same status.
    """

    moved: Sequence[rows.Changed]
    groups: tuple[Group, ...]
    touched: int


def latest(picture: Picture, position: int) -> Latest:
    """What changed after a position of the store, up to a picture."""
    changed = _followed(picture, rows.changed_since(position))
    moved = [one for one in changed if one.moved]
    ways = Counter((one.before, one.after) for one in moved)
    ordered = sorted(ways.items(), key=lambda item: (-item[1], item[0]))
    groups = tuple(Group(_words(b), _words(a), n) for (b, a), n in ordered)
    return Latest(moved, groups, len(changed) - len(moved))


def _followed(picture: Picture, changed: Sequence[rows.Changed]) -> list[rows.Changed]:
    """Changes with entries that only took another id told as one.

    An entry is called after its smallest mention: a new report can rename it. Then the
    old id is gone, the new one is new, and nobody came or went.
    """
    renamed: dict[str, rows.Changed] = {}
    for one in changed:
        if not one.after and one.referent in picture.referents:
            renamed.setdefault(picture.referents[one.referent], one)
    new = {one.referent for one in changed if not one.before}
    told = {old.referent for name, old in renamed.items() if name in new}
    return [
        replace(one, before=renamed[one.referent].before)
        if one.referent in renamed and not one.before
        else one
        for one in changed
        if one.referent not in told
    ]


def moves(picture: Picture, changed: Sequence[rows.Changed]) -> list[Move]:
    """Changes as lines."""
    return [_move(picture, one) for one in changed]


def _move(picture: Picture, changed: rows.Changed) -> Move:
    entry = picture.entries.get(changed.referent)
    return Move(
        referent=entry.id if entry is not None else None,
        name=person_name(entry) if entry is not None else None,
        before=_words(changed.before),
        after=_words(changed.after),
        listed=bool(changed.after) and Status(changed.after).listed,
        at=changed.at,
    )


def _words(status: str) -> str:
    return in_words(Status(status)) if status else ""
