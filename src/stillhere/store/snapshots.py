"""Snapshots of what was computed: a cache inside the encrypted file, never the truth.

Only the latest is kept. An erasure deletes it, since names live on in an index.
"""

from dataclasses import dataclass, field

from stillhere.store import sql
from stillhere.store.engine import Connection

_PART = 4 << 20


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What was computed from the reports up to one row, under one set of rules.

    Attributes:
        rules: Digest of the rules.
        picture: Digest of the picture it belongs to.
        position: Number of the latest row it knows of.
        data: The bytes, as they were given.
    """

    rules: str
    picture: str
    position: int
    data: bytes = field(repr=False)


def save(connection: Connection, snapshot: Snapshot) -> None:
    """Replace every snapshot by this one, inside a transaction of the caller."""
    sql.delete_snapshots(connection)
    data = memoryview(snapshot.data)
    starts = range(0, max(len(data), 1), _PART)
    sql.insert_snapshot(
        connection,
        (
            (
                snapshot.rules,
                snapshot.picture,
                snapshot.position,
                n,
                data[i : i + _PART],
            )
            for n, i in enumerate(starts)
        ),
    )


def load(connection: Connection, rules: str) -> Snapshot | None:
    """The latest snapshot under these rules; None where there is none."""
    row = sql.latest_snapshot(connection, rules)
    if row is None:
        return None
    picture, position = row
    data = sql.snapshot_bytes(connection, rules, picture)
    return Snapshot(rules, picture, position, data)
