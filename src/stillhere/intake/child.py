"""The child process that parses files: bytes of a stranger in, plain rows out.

Runs as ``python -P -m stillhere.intake.child``. One request a line on standard input
(JSON: file, caps, and a path or a number of bytes, which follow), one answer a line on
standard output (JSON: sheets, or a code and its values). It limits its own memory and processor time, so that a hostile file
ends this process and nothing else.
"""

import contextlib
import io
import json
import sys
from pathlib import Path
from typing import Any

from stillhere.errors import StillHereError
from stillhere.intake.caps import Caps
from stillhere.intake.delimited import read_delimited
from stillhere.intake.sheet import Sheet
from stillhere.intake.workbook import is_workbook, read_workbook

if sys.platform != "win32":
    import resource


def parse_bytes(data: bytes, file: str, caps: Caps) -> list[Sheet]:
    """Every sheet of a file with at least one filled cell.

    Raises:
        StillHereError: The file is empty, damaged, unreadable or beyond a cap.
    """
    if not data.strip(b" \t\r\n\0"):
        raise StillHereError("intake/file-empty", file=file)
    reader = read_workbook if is_workbook(data, file) else read_delimited
    sheets = reader(data, file, caps)
    if not sheets:
        raise StillHereError("intake/file-empty", file=file)
    return sheets


def load(path: Path, file: str, caps: Caps) -> bytes:
    """The bytes of a file no larger than the cap.

    Raises:
        StillHereError: There is no such file, or it is too large.
    """
    try:
        size = path.stat().st_size
        if size > caps.bytes:
            raise StillHereError(
                "intake/file-too-large", file=file, size=size, cap=caps.bytes
            )
        return path.read_bytes()
    except OSError as error:
        raise StillHereError("intake/file-not-found", file=file) from error


def main() -> None:
    """Answer requests until standard input ends."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    asked = sys.stdin.buffer
    while line := asked.readline():
        request = json.loads(line)
        sent = asked.read(request["bytes"]) if "bytes" in request else None
        answer = json.dumps(_answer(request, sent), ensure_ascii=False, allow_nan=False)
        sys.stdout.write(f"{answer}\n")
        sys.stdout.flush()


def _answer(request: dict[str, Any], sent: bytes | None) -> dict[str, Any]:
    file = request["file"]
    caps = Caps(**request["caps"])
    try:
        _limit(caps)
        data = load(Path(request["path"]), file, caps) if sent is None else sent
        sheets = parse_bytes(data, file, caps)
    except StillHereError as error:
        return {"code": error.code, "values": error.values}
    except MemoryError:
        return {"code": "intake/needs-too-much", "values": {"file": file}}
    return {"sheets": [[s.name, s.rows, s.merged] for s in sheets]}


def _limit(caps: Caps) -> None:
    """Allow this much memory, and this much processor time from now on."""
    if sys.platform == "win32":
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime) + 1 + caps.seconds
    for kind, wanted in (
        (resource.RLIMIT_AS, caps.memory_bytes),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(kind)[1]
        soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (soft, hard))


if __name__ == "__main__":
    main()
