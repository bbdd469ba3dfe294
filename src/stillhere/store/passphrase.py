"""The passphrase: asked for on the terminal or read from a descriptor, nowhere else.

An environment or an argument can be read by every other program of the machine.
"""

import getpass
import os
import warnings

from stillhere.errors import StillHereError

_LONGEST = 4096


def read_passphrase(fd: int | None, prompt: str) -> str:
    """Read one passphrase.

    Args:
        fd: An open descriptor whose next line is the passphrase, in UTF-8; what follows
            is left for the next call. None asks on the terminal without showing what is
            typed.
        prompt: What the terminal shows.

    Raises:
        StillHereError: `store/no-terminal`, `store/passphrase-unreadable` or
            `store/empty-passphrase`.
    """
    passphrase = _ask(prompt) if fd is None else _read_line(fd)
    if not passphrase:
        raise StillHereError("store/empty-passphrase")
    return passphrase


def _ask(prompt: str) -> str:
    try:
        with warnings.catch_warnings():
            # The library would go on and show the passphrase while it is typed.
            warnings.simplefilter("error", getpass.GetPassWarning)
            return getpass.getpass(prompt)
    except (getpass.GetPassWarning, EOFError, OSError) as error:
        raise StillHereError("store/no-terminal") from error


def _read_line(fd: int) -> str:
    line = b""
    try:
        while b"\n" not in line and len(line) <= _LONGEST:
            piece = os.read(fd, 1)
            if not piece:
                break
            line += piece
        return line.removesuffix(b"\n").removesuffix(b"\r").decode()
    except OSError as error:
        reason = error.strerror or "it cannot be read"
    except UnicodeDecodeError:
        reason = "not UTF-8"
    raise StillHereError("store/passphrase-unreadable", fd=fd, reason=reason)
