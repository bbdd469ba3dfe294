"""The tables, and the triggers that make them append-only.

`reports` holds what names nobody; `bodies`, number by number beside it, holds the rest.
The same statement stamped differently by another node is a further variant: a whole row
of its own. A body may change in one way only: to nothing, once its id stands in `erased`.
"""

from stillhere.errors import StillHereError
from stillhere.reports import OperationKey
from stillhere.store import sql
from stillhere.store.connection import Connection, writing

FORMAT = 1

TABLES = """
CREATE TABLE meta (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE reports (
  seq INTEGER PRIMARY KEY,
  id BLOB NOT NULL CHECK (length(id) = 16),
  variant INTEGER NOT NULL,
  kind TEXT NOT NULL,
  source TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  author TEXT NOT NULL,
  basis TEXT NOT NULL,
  scopes TEXT NOT NULL,
  source_date TEXT,
  derived_from TEXT,
  expires TEXT
) STRICT;
CREATE UNIQUE INDEX reports_by_id ON reports (id, variant);
CREATE INDEX reports_varied ON reports (id) WHERE variant > 0;
CREATE INDEX reports_correcting ON reports (seq) WHERE kind = 'correction';

CREATE TABLE bodies (
  seq INTEGER PRIMARY KEY REFERENCES reports,
  source_key TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;

CREATE TABLE erased (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  by BLOB NOT NULL CHECK (length(by) = 16)
) STRICT, WITHOUT ROWID;

CREATE TABLE files (
  number INTEGER PRIMARY KEY,
  file TEXT NOT NULL,
  sheet TEXT NOT NULL,
  UNIQUE (file, sheet)
) STRICT;

CREATE TABLE provenance (
  seq INTEGER NOT NULL REFERENCES reports,
  file INTEGER NOT NULL REFERENCES files,
  line INTEGER NOT NULL,
  entry_date TEXT NOT NULL,
  PRIMARY KEY (seq, file, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX provenance_by_file ON provenance (file);

CREATE TABLE snapshots (
  rules TEXT NOT NULL,
  picture TEXT NOT NULL,
  position INTEGER NOT NULL,
  part INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (rules, picture, part)
) STRICT;
"""

_IS_ERASED = """EXISTS (
    SELECT 1 FROM reports r JOIN erased e ON e.id = r.id
    WHERE r.seq = OLD.seq AND r.kind <> 'erasure')"""


def _forbid(table: str, action: str, unless: str = "") -> str:
    condition = f"WHEN NOT ({unless})" if unless else ""
    return f"""
CREATE TRIGGER {table}_refuse_{action} BEFORE {action} ON {table} {condition}
BEGIN SELECT RAISE(ABORT, '{table}: append-only, {action} refused'); END;
"""


TRIGGERS = "".join(
    (
        _forbid("reports", "UPDATE"),
        _forbid("reports", "DELETE"),
        _forbid("erased", "UPDATE"),
        _forbid("erased", "DELETE"),
        _forbid(
            "bodies",
            "UPDATE",
            "NEW.seq = OLD.seq AND NEW.body = '{}' AND NEW.source_key = '' AND "
            + _IS_ERASED,
        ),
        _forbid("bodies", "DELETE"),
        _forbid("provenance", "UPDATE"),
        _forbid("provenance", "DELETE", _IS_ERASED),
    )
)


def make_tables(connection: Connection, key: OperationKey, operation: str) -> None:
    """Lay out an empty store for one operation, in one transaction."""
    with writing(connection):
        for statement in _statements(TABLES + TRIGGERS):
            connection.execute(statement)
        connection.executemany(sql.INSERT_META, first_notes(key, operation))


def first_notes(key: OperationKey, operation: str) -> list[tuple[str, str]]:
    """What a new store knows of itself."""
    known = {
        "format": str(FORMAT),
        "operation": operation,
        "operation_key": key.secret.hex(),
    }
    return sorted(known.items())


def check_format(found: str | None, place: object) -> None:
    """Refuse a store of a newer version, and one that names none."""
    if found is None or not found.isdecimal():
        raise StillHereError("store/damaged", path=place, reason="it names no format")
    if int(found) > FORMAT:
        raise StillHereError("store/newer", path=place, found=found, known=FORMAT)


def _statements(script: str) -> list[str]:
    """Split a script whose triggers hold one statement each."""
    return [piece for piece in script.split(";\n") if piece.strip()]
