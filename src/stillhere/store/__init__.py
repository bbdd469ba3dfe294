"""Where reports rest, append-only: an encrypted file, or a database of a server.

In: reports and where they were read, from `intake` or a person's hand. Out: the same
reports, merged over what several nodes stamped on them, in order of arrival; snapshots;
backups. Promise: what `append` acknowledged survives the loss of power; a batch is there
whole or not at all; nothing is changed or deleted but by an erasure, and what an erasure
names stays empty whatever arrives later; no file of the store on this machine, at any
moment, holds a readable word of a report.
"""

from stillhere.store.append import Appended
from stillhere.store.backup import Restored, restore
from stillhere.store.check import Checked
from stillhere.store.digest import digest_of
from stillhere.store.keys import DataKey, change_passphrase, unlock
from stillhere.store.passphrase import read_passphrase
from stillhere.store.snapshots import Snapshot
from stillhere.store.store import Store

__all__ = [
    "Appended",
    "Checked",
    "DataKey",
    "Restored",
    "Snapshot",
    "Store",
    "change_passphrase",
    "digest_of",
    "read_passphrase",
    "restore",
    "unlock",
]
