"""How a failure is told: one line with a code and a sentence, whatever went wrong.

Imports nothing but the errors, so that a command in a hurry can tell one too.
"""

import sys
from pathlib import Path
from traceback import extract_tb

from stillhere.errors import StillHereError

_ROOT = Path(__file__).parents[1]


def plain(text: object) -> str:
    """Text that cannot steer a terminal: control characters become spaces."""
    return "".join(c if c.isprintable() or c == "\n" else " " for c in str(text))


def complain(error: StillHereError) -> None:
    """One line: the code and the sentence. It is not wrapped, so machines can read it."""
    sentence = " ".join(plain(error).split())
    print(f"{error.code}: {sentence}", file=sys.stderr)


def as_sentence(error: Exception) -> StillHereError:
    """Give the error a person is told for whatever was raised."""
    if isinstance(error, StillHereError):
        return error
    if isinstance(error, OSError) and error.filename is not None:
        reason = error.strerror or type(error).__name__
        return StillHereError("cli/file-failed", path=error.filename, reason=reason)
    return StillHereError("cli/fault", kind=type(error).__name__, place=_place(error))


def _place(error: Exception) -> str:
    """The innermost line of this program; its values, which may be names, stay out."""
    for frame in reversed(extract_tb(error.__traceback__)):
        path = Path(frame.filename)
        if path.is_relative_to(_ROOT):
            return f"{path.relative_to(_ROOT).as_posix()}:{frame.lineno}"
    return "an unknown place"
