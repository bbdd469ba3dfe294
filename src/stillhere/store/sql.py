"""Every question asked of the database, in the words both engines understand.

Numbers (`seq`) rise by one with each arrival and mean nothing else. Ids are 16 bytes here
and 32 hex digits outside.
"""

import json
from collections.abc import Iterable, Iterator, Sequence

from stillhere.store.engine import Connection
from stillhere.store.rows import Row

PAGE = 4096

COLUMNS = """r.seq, r.id, r.kind, r.source, r.ordinal, b.source_key, b.body,
  r.author, r.basis, r.scopes, r.source_date, r.derived_from, r.expires"""
_READ = f"SELECT {COLUMNS} FROM reports r JOIN bodies b ON b.seq = r.seq"  # noqa: S608 (constants)

ACCOUNTS = "desk_account"
"""Where the desk keeps who signs in, in the same place as the reports."""

INSERT_REPORT = "INSERT INTO reports VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
INSERT_BODY = "INSERT INTO bodies VALUES (?, ?, ?)"
INSERT_PROVENANCE = "INSERT INTO provenance VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"
INSERT_SNAPSHOT = "INSERT INTO snapshots VALUES (?, ?, ?, ?, ?)"
INSERT_META = "INSERT INTO meta VALUES (?, ?)"


def _number(connection: Connection, question: str, *values: object) -> int:
    found: int = connection.execute(question, values).fetchone()[0]
    return found


def last_seq(connection: Connection) -> int:
    """The number of the latest row; 0 in an empty store."""
    return _number(connection, "SELECT coalesce(max(seq), 0) FROM reports")


def count(connection: Connection) -> int:
    """How many reports there are, variants not counted."""
    # Two narrow indexes answer this; `WHERE variant = 0` would walk every row.
    further = "SELECT count(*) FROM reports WHERE variant > 0"
    return _number(connection, f"SELECT count(*) - ({further}) FROM reports")  # noqa: S608 (constants)


def page(connection: Connection, after: int, last: int) -> list[Row]:
    """The rows numbered above `after`, up to `last`, by number."""
    # Both tables are cut to the page, so that no engine starts at their beginning.
    question = (
        f"{_READ} WHERE r.seq > ? AND r.seq <= ? AND b.seq > ? AND b.seq <= ? "
        "ORDER BY r.seq"
    )
    bounds = (after, last, after, last)
    rows: list[Row] = connection.execute(question, bounds).fetchall()
    return rows


def rows_among(connection: Connection, ids: Sequence[bytes]) -> list[Row]:
    """All variants of those of these ids that are here."""
    if not ids:
        return []
    marks = ",".join("?" * len(ids))
    question = f"{_READ} WHERE r.id IN ({marks}) ORDER BY r.id, r.variant"
    rows: list[Row] = connection.execute(question, ids).fetchall()
    return rows


def ids_of_kinds(connection: Connection, kinds: Sequence[str]) -> list[str]:
    """The ids of every report of these kinds, as 32 hex digits, in id order."""
    marks = ",".join("?" * len(kinds))
    question = f"SELECT DISTINCT id FROM reports WHERE kind IN ({marks}) ORDER BY id"  # noqa: S608 (marks)
    found = connection.execute(question, kinds).fetchall()
    return [bytes(name).hex() for (name,) in found]


def without_body(connection: Connection) -> int:
    """How many rows of `reports` have none in `bodies`; 0 in a sound store."""
    question = (
        "SELECT count(*) FROM reports r WHERE NOT EXISTS "
        "(SELECT 1 FROM bodies b WHERE b.seq = r.seq)"
    )
    return _number(connection, question)


def varied(connection: Connection) -> set[bytes]:
    """Ids with more than one variant."""
    question = "SELECT DISTINCT id FROM reports WHERE variant > 0"
    return {name for (name,) in connection.execute(question)}


def seq_of(connection: Connection, name: bytes) -> int | None:
    """The number under which an id arrived first."""
    question = "SELECT seq FROM reports WHERE id = ? AND variant = 0"
    row: Row | None = connection.execute(question, (name,)).fetchone()
    return None if row is None else row[0]


def erased(connection: Connection) -> set[bytes]:
    """Ids that are to stay empty, here or yet to come."""
    return {name for (name,) in connection.execute("SELECT id FROM erased")}


def corrections(connection: Connection) -> list[Row]:
    """Corrections that still say something, in order of arrival."""
    question = (
        f"{_READ} WHERE r.kind = 'correction' AND b.body <> '{{}}' ORDER BY r.seq"
    )
    rows: list[Row] = connection.execute(question).fetchall()
    return rows


def erase(connection: Connection, name: bytes, by: bytes) -> int:
    """Mark one id as erased and empty what is here of it; how many rows held text."""
    known = "INSERT INTO erased VALUES (?, ?) ON CONFLICT DO NOTHING"
    connection.execute(known, (name, by))
    numbers = "(SELECT seq FROM reports WHERE id = ? AND kind <> 'erasure')"
    connection.execute(f"DELETE FROM provenance WHERE seq IN {numbers}", (name,))  # noqa: S608 (constants)
    emptied = connection.execute(
        f"UPDATE bodies SET source_key = '', body = '{{}}' WHERE seq IN {numbers} "  # noqa: S608 (constants)
        "AND (source_key <> '' OR body <> '{}')",
        (name,),
    )
    return int(emptied.rowcount)


def forget_derived(connection: Connection) -> None:
    """Delete what an erasure leaves without ground: snapshots and names of files."""
    connection.execute("DELETE FROM snapshots")
    connection.execute(
        "DELETE FROM files WHERE NOT EXISTS "
        "(SELECT 1 FROM provenance p WHERE p.file = files.number)"
    )


def file_number(connection: Connection, file: str, sheet: str) -> int:
    """The number of a file and sheet, given one where it has none yet."""
    place = (file, sheet)
    known = "INSERT INTO files (file, sheet) VALUES (?, ?) ON CONFLICT DO NOTHING"
    connection.execute(known, place)
    question = "SELECT number FROM files WHERE file = ? AND sheet = ?"
    return _number(connection, question, *place)


def provenance_of(connection: Connection, name: bytes) -> list[Row]:
    """Where one id was read: (file, sheet, line, entry date), sorted."""
    rows: list[Row] = connection.execute(
        "SELECT f.file, f.sheet, p.line, p.entry_date FROM provenance p "
        "JOIN files f ON f.number = p.file "
        "WHERE p.seq IN (SELECT seq FROM reports WHERE id = ?) ORDER BY 1, 2, 3, 4",
        (name,),
    ).fetchall()
    return rows


def all_provenance(connection: Connection) -> Iterator[Row]:
    """Every line anything was read from: (id, file, sheet, line, entry date)."""
    yield from connection.execute(
        "SELECT r.id, f.file, f.sheet, p.line, p.entry_date FROM provenance p "
        "JOIN files f ON f.number = p.file JOIN reports r ON r.seq = p.seq "
        "ORDER BY p.seq, p.file, p.line"
    )


def recall(connection: Connection, name: str) -> str | None:
    """What is remembered under a name."""
    question = "SELECT value FROM meta WHERE name = ?"
    row: Row | None = connection.execute(question, (name,)).fetchone()
    return None if row is None else row[0]


def remember(connection: Connection, name: str, value: str) -> None:
    """Remember a text under a name."""
    connection.execute(
        f"{INSERT_META} ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (name, value),
    )


def account_roles(connection: Connection) -> dict[str, tuple[str, ...]]:
    """Codes of roles by name, of accounts in the table the desk lays out; by name."""
    # The roles are text in a file, and of a type of its own on a server.
    question = "SELECT name, CAST(roles AS TEXT) FROM {} ORDER BY name"
    rows = connection.execute(question.format(ACCOUNTS))
    return {name: tuple(json.loads(roles)) for name, roles in rows}


def delete_snapshots(connection: Connection) -> None:
    """Delete every snapshot; it can be computed again."""
    connection.execute("DELETE FROM snapshots")


def insert_snapshot(connection: Connection, parts: Iterable[Row]) -> None:
    """Store the parts of one snapshot."""
    connection.executemany(INSERT_SNAPSHOT, parts)


def latest_snapshot(connection: Connection, rules: str) -> Row | None:
    """Picture and position of the latest snapshot under these rules."""
    row: Row | None = connection.execute(
        "SELECT picture, position FROM snapshots WHERE rules = ? "
        "ORDER BY position DESC, picture LIMIT 1",
        (rules,),
    ).fetchone()
    return row


def snapshot_bytes(connection: Connection, rules: str, picture: str) -> bytes:
    """The parts of one snapshot, joined."""
    rows = connection.execute(
        "SELECT bytes FROM snapshots WHERE rules = ? AND picture = ? ORDER BY part",
        (rules, picture),
    )
    return b"".join(part for (part,) in rows)
