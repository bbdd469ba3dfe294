"""The key of an operation: who holds it can tell that two rows are one report.

The key hides content behind ids (nobody outside can guess a name back from an id); it
does not encrypt anything. Exercises use a public key, so that their ids are the same
everywhere.
"""

import os
import secrets
from dataclasses import dataclass, field
from pathlib import Path

from stillhere.errors import StillHereError

_PREFIX = "stillhere-operation-key-1:"
_LONGEST = 1_000
"""Characters read of a key file; a file that is none may be of any size."""


@dataclass(frozen=True, slots=True)
class OperationKey:
    """Thirty-two secret bytes; kept out of `repr`."""

    secret: bytes = field(repr=False)

    @classmethod
    def generate(cls) -> "OperationKey":
        """A new random key; made once for an operation, by its coordinator."""
        return cls(secrets.token_bytes(32))

    @classmethod
    def from_hex(cls, text: str, path: str = "-") -> "OperationKey":
        """Read 64 hex digits; raises `StillHereError` for anything else."""
        try:
            secret = bytes.fromhex(text)
        except ValueError as error:
            raise _damaged(path, "not hexadecimal") from error
        if len(secret) != 32:
            raise _damaged(path, "not 32 bytes")
        return cls(secret)

    @classmethod
    def load(cls, path: Path) -> "OperationKey":
        """Read a key file written by `save`.

        Raises:
            StillHereError: The file is absent, unreadable, or holds something else.
        """
        try:
            with path.open(encoding="ascii") as file:
                text = file.read(_LONGEST).strip()
        except FileNotFoundError as error:
            raise _damaged(str(path), "there is no such file") from error
        except (OSError, UnicodeDecodeError) as error:
            raise _damaged(str(path), "it cannot be read") from error
        if not text.startswith(_PREFIX):
            raise _damaged(str(path), "its first words are not those of a key file")
        return cls.from_hex(text.removeprefix(_PREFIX), str(path))

    def save(self, path: Path) -> None:
        """Write a new file only its owner may read.

        Raises:
            StillHereError: A file is there already, or none can be written.
        """
        try:
            number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError as error:
            raise StillHereError("reports/key-file-exists", path=path) from error
        except OSError as error:
            raise StillHereError("reports/key-file-unwritable", path=path) from error
        with os.fdopen(number, "w", encoding="ascii") as file:
            file.write(f"{_PREFIX}{self.secret.hex()}\n")


def _damaged(path: str, reason: str) -> StillHereError:
    return StillHereError("reports/key-file-damaged", path=path, reason=reason)


EXERCISE_KEY = OperationKey(b"stillhere public exercise key 01")
"""Public on purpose: exercises hold invented people only."""
