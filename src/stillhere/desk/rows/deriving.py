"""Rows of a picture: made anew, or following it from one to the next.

A row holds nothing that is not in the entry of the same id. Which picture they belong to
stands beside them, in the same transaction: after a crash they fit or are made anew.
"""

from collections.abc import Iterable, Iterator, Mapping

from django.db import connection, transaction

from stillhere.desk.models import DerivedState, EntryChange, PersonRow
from stillhere.ledger import Entry, Picture
from stillhere.names import fold
from stillhere.reports import ReportId

_COLUMNS = (
    *("referent", "status", "listed", "concern", "last_word", "settlement"),
    *("dwelling", "name", "sort_name", "birth", "alone", "dependent", "asked"),
    "conflicting",
)
_PUT = (
    f"INSERT INTO desk_personrow ({', '.join(_COLUMNS)}) "  # noqa: S608 (constants)
    f"VALUES ({', '.join(['%s'] * len(_COLUMNS))}) "
    "ON CONFLICT (referent) DO UPDATE SET "
    + ", ".join(f"{name} = excluded.{name}" for name in _COLUMNS[1:])
)

Values = tuple[str | int | bool, ...]


def fits(digest: str) -> bool:
    """Whether the rows are those of the picture with this digest."""
    return DerivedState.objects.filter(digest=digest).exists()


def rebuild(picture: Picture, position: int, at: str = "") -> None:
    """Make all rows anew; what changed before stays noted.

    Args:
        picture: What they are of from now on.
        position: Of the store it stands at.
        at: ISO time under which every status that differs from the rows found is noted,
            such as after a crash in the middle of a write; empty notes nothing.
    """
    with transaction.atomic():
        found = PersonRow.objects.values_list("referent", "status") if at else ()
        steps = list(_differing(dict(found), picture, position, at))
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM desk_personrow")
            cursor.executemany(_PUT, [_values(e) for e in picture.entries.values()])
        EntryChange.objects.bulk_create(steps, batch_size=500)
        _state(picture, position)


def _differing(
    known: Mapping[str, str], picture: Picture, position: int, at: str
) -> Iterator[EntryChange]:
    """Steps from the rows found; none where there were no rows yet."""
    for name in sorted({*known, *picture.entries}) if known else ():
        before, after = known.get(name, ""), _status(picture, ReportId(name))
        if before != after:
            yield EntryChange(
                position=position, at=at, referent=name, before=before, after=after
            )


def follow(before: Picture, after: Picture, position: int, at: str) -> None:
    """Bring the rows of one picture to the next of its line.

    Args:
        before: The picture the rows are of.
        after: Made from it by an update.
        position: Of the store `after` stands at.
        at: ISO time of the write.
    """
    if after is before:
        return
    changed = after.changes(before).entries
    with transaction.atomic():
        gone = [name for name in changed if name not in after.entries]
        PersonRow.objects.filter(referent__in=gone).delete()
        with connection.cursor() as cursor:
            here = (after.entries[n] for n in changed if n in after.entries)
            put = [_values(entry) for entry in here]
            if put:
                cursor.executemany(_PUT, put)
        steps = list(_steps(before, after, changed, position, at))
        EntryChange.objects.bulk_create(steps, batch_size=500)
        _state(after, position)


def _steps(
    before: Picture,
    after: Picture,
    changed: Iterable[ReportId],
    position: int,
    at: str,
) -> Iterator[EntryChange]:
    for name in changed:
        yield EntryChange(
            position=position,
            at=at,
            referent=name,
            before=_status(before, name),
            after=_status(after, name),
        )


def _status(picture: Picture, name: ReportId) -> str:
    entry = picture.entries.get(name)
    return "" if entry is None else entry.status.value


def _state(picture: Picture, position: int) -> None:
    known = DerivedState.objects.filter(pk=1)
    if not known.update(digest=picture.digest, position=position):
        DerivedState.objects.create(pk=1, digest=picture.digest, position=position)


def _values(entry: Entry) -> Values:
    home = entry.home
    return (
        entry.id,
        entry.status.value,
        entry.listed,
        entry.concern,
        entry.last_word or "",
        home.settlement if home is not None else "",
        (home.dwelling or "") if home is not None else "",
        entry.name,
        _sorting(entry),
        entry.birth.first if entry.birth is not None else 0,
        entry.alone,
        entry.dependent,
        bool(entry.asked_for),
        bool(entry.conflicts),
    )


def _sorting(entry: Entry) -> str:
    """Folded Latin letters to order by, in the order the name is written in."""
    return fold(entry.name) if entry.name else "~"
