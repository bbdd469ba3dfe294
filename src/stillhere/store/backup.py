"""Backups: a consistent encrypted copy beside its keys, taken while others write.

A backup is a folder: the store, its key file and a manifest with their digests. It
appears under its name only when it is whole.
"""

import json
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from stillhere.errors import StillHereError
from stillhere.store import files, sql
from stillhere.store.connection import open_connection, settle
from stillhere.store.creation import remove_store
from stillhere.store.digest import digest_of_merged
from stillhere.store.faults import told
from stillhere.store.keys import DataKey, keys_path, unlock
from stillhere.store.reading import reports_since

FORMAT = "stillhere-backup-1"
MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Restored:
    """A store brought back from a backup.

    Attributes:
        path: The restored store.
        reports: How many it holds.
        digest: Digest of its set of reports; the backup's own.
    """

    path: Path
    reports: int
    digest: str


def take(folder: Path, name: str, write: Callable[[Path], DataKey]) -> Path:
    """Make a backup in a new folder of its own inside `folder`.

    Args:
        folder: Where backups are kept; made if it is not there.
        name: What the store is called inside the backup.
        write: Writes store and key file to the path it is given; returns the key.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    partial = folder / f"{name}{files.PARTIAL}"
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(mode=0o700)
    try:
        key = write(partial / name)
        content = _content(partial / name, key)
        _write_manifest(partial, name, content)
        target = _free(
            folder / f"{name}-{content['position']}-{content['digest'][:12]}"
        )
        partial.rename(target)
    except BaseException:
        shutil.rmtree(partial, ignore_errors=True)
        raise
    files.sync_folder(folder)
    return target


def _content(copy: Path, key: DataKey) -> dict[str, Any]:
    """Read the whole copy, and wait until the disk has it."""
    connection = open_connection(copy, key)
    try:
        content = {
            "position": sql.last_seq(connection),
            "reports": sql.count(connection),
            "digest": digest_of_merged(reports_since(connection, 0)),
        }
        settle(connection)
    finally:
        connection.close()
    files.sync_file(copy)
    return content


def _write_manifest(folder: Path, name: str, content: Mapping[str, Any]) -> None:
    kept = (folder / name, keys_path(folder / name))
    listed = {path.name: files.digest_of_file(path) for path in kept}
    manifest = {"format": FORMAT, "store": name, **content, "files": listed}
    text = json.dumps(manifest, indent=1, sort_keys=True)
    files.write_atomically(folder / MANIFEST, text.encode() + b"\n")


def _free(path: Path) -> Path:
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.name}-{number}")
    return free


def restore(backup: Path, target: Path, passphrase: str) -> Restored:
    """Bring a backup back as a new store, and read all of it to be sure.

    Args:
        backup: A folder written by `Store.backup`.
        target: Where the store is to stand; nothing may stand there yet.
        passphrase: The one in force when the backup was taken.

    Raises:
        StillHereError: `store/exists`, `store/not-a-backup`, `store/backup-damaged`,
            or what opening says of the keys. Nothing is left at `target` then.
    """
    manifest = _read_manifest(backup)
    source = backup / manifest["store"]
    for path in (target, keys_path(target)):
        if path.exists():
            raise StillHereError("store/exists", path=path)
    _verify(backup, manifest["files"])
    key = unlock(source, passphrase)
    with told(target):
        _bring(backup, source, target, key, manifest["digest"])
    return Restored(target, manifest["reports"], manifest["digest"])


def _bring(backup: Path, source: Path, target: Path, key: DataKey, digest: str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_name(target.name + files.PARTIAL)
    remove_store(partial)
    try:
        files.copy_synced(source, partial)
        _compare(partial, key, digest, backup)
        files.copy_synced(keys_path(source), keys_path(target))
        partial.rename(target)
    except BaseException:
        if not target.exists():
            keys_path(target).unlink(missing_ok=True)
        raise
    finally:
        remove_store(partial)
    files.sync_folder(target.parent)


def _read_manifest(backup: Path) -> dict[str, Any]:
    try:
        manifest: dict[str, Any] = json.loads((backup / MANIFEST).read_bytes())
        whole = _is_manifest(manifest)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        whole = False
    if not whole:
        reason = "its manifest is missing or cannot be read"
        raise StillHereError("store/not-a-backup", path=backup, reason=reason)
    return manifest


def _is_manifest(manifest: Mapping[str, Any]) -> bool:
    name = str(manifest["store"])
    return (
        manifest["format"] == FORMAT
        and Path(name).name == name
        and sorted(manifest["files"]) == sorted((name, f"{name}.keys"))
        and isinstance(manifest["reports"], int)
        and isinstance(manifest["digest"], str)
    )


def _verify(backup: Path, listed: Mapping[str, str]) -> None:
    for name, digest in sorted(listed.items()):
        path = backup / name
        if not path.is_file() or files.digest_of_file(path) != digest:
            raise _damaged(backup, f"{name} is not as it was written")


def _compare(copy: Path, key: DataKey, digest: str, backup: Path) -> None:
    connection = open_connection(copy, key)
    try:
        found = digest_of_merged(reports_since(connection, 0))
        settle(connection)
    finally:
        connection.close()
    if found != digest:
        raise _damaged(backup, "its reports are not those it was taken from")


def _damaged(backup: Path, reason: str) -> StillHereError:
    return StillHereError("store/backup-damaged", path=backup, reason=reason)
