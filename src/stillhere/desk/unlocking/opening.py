"""From a passphrase to an unlocked store."""

from pathlib import Path

from stillhere.desk.unlocked import Unlocked
from stillhere.store import Store, unlock
from stillhere.store.connection import look_at_file


def unlocked_file(path: Path, passphrase: str) -> Unlocked:
    """Unlock a store and read its first page, so that a damaged one is known at once.

    Raises:
        StillHereError: `store/not-found`, `store/not-encrypted`, `store/keys-missing`,
            `store/keys-damaged`, `store/wrong-passphrase`, `store/damaged` or
            `store/newer`.
    """
    look_at_file(path)
    key = unlock(path, passphrase)
    Store.open_with_key(path, key).close()
    return Unlocked.file(path.absolute(), key)
