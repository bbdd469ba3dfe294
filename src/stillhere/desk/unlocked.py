"""The store this process has unlocked: one at a time, in memory only."""

from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from stillhere.store import DataKey


@dataclass(frozen=True, slots=True)
class Unlocked:
    """Where the operation rests and what opens it.

    Attributes:
        path: The encrypted file; None on PostgreSQL.
        key: Its data key; None on PostgreSQL.
        url: Address of the PostgreSQL database, without a password; else empty.
        signing: 32 bytes that sign sessions and forms; differs for every store.
    """

    path: Path | None = None
    key: DataKey | None = field(default=None, repr=False)
    url: str = ""
    signing: bytes = field(default=b"", repr=False)

    @classmethod
    def file(cls, path: Path, key: DataKey) -> "Unlocked":
        """An encrypted file whose key is known."""
        return cls(path=path, key=key, signing=key.subkey("desk signing"))

    @classmethod
    def server(cls, url: str, operation_secret: bytes) -> "Unlocked":
        """A PostgreSQL database that let us in."""
        mark = b"desk signing"
        signing = blake2b(mark, digest_size=32, key=operation_secret).digest()
        return cls(url=url, signing=signing)


_held: list[Unlocked] = []


def hold(unlocked: Unlocked) -> None:
    """Make this the store of the process."""
    _held[:] = [unlocked]


def held() -> Unlocked:
    """The store of the process; RuntimeError before one is unlocked."""
    if not _held:
        raise RuntimeError("no store is unlocked in this process")
    return _held[0]
