"""The parent's side of the child process: paths or bytes in, sheets or one sentence out.

Bytes go through the child's standard input and rest nowhere: what a person gives to the
program is on no disk until it is stored.

One child serves many files, so that its start is paid once. When a file ends the child,
that file gets a sentence and a new child goes on with the next.
"""

import contextlib
import json
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

from stillhere.errors import StillHereError
from stillhere.intake.caps import Caps
from stillhere.intake.sheet import Sheet

_WAIT_FACTOR = 3
"""Times the allowed processor time before the clock on the wall ends a child."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """What came of one file: its sheets, or why there are none."""

    file: str
    sheets: tuple[Sheet, ...] = ()
    error: StillHereError | None = None


def parse_files(
    files: Sequence[tuple[Path | bytes, str]], caps: Caps | None = None
) -> Iterator[Parsed]:
    """Parse files one after the other, in the order given.

    Args:
        files: (path or content, name to say in sentences) of each.
        caps: Limits for each file by itself.

    Yields:
        One result per file; the next file is parsed while the caller works on one.
    """
    caps = Caps() if caps is None else caps
    with _Child(caps) as child:
        for place, (_, file) in enumerate(files):
            if child.asked <= place:
                child.ask(*files[place])
            answer = child.answer(file)
            if place + 1 < len(files):
                child.ask(*files[place + 1])
            yield answer


@dataclass(slots=True)
class _Child:
    caps: Caps
    asked: int = 0
    _process: subprocess.Popen[bytes] | None = field(default=None, repr=False)
    _late: bool = False
    _too_large: StillHereError | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._end()

    def ask(self, content: Path | bytes, file: str) -> None:
        """Send one request; a dead child is replaced first.

        A child that dies while it is written to has no answer, which tells why.
        """
        self.asked += 1
        self._too_large = self._over(content, file)
        if self._too_large is not None:
            return
        if self._process is None or self._process.poll() is not None:
            self._start()
        request: dict[str, object] = {"file": file, "caps": self.caps.to_fields()}
        body = b""
        if isinstance(content, bytes):
            request["bytes"], body = len(content), content
        else:
            request["path"] = str(content.absolute())
        stdin = self._running().stdin
        if stdin is not None:
            with contextlib.suppress(BrokenPipeError):
                stdin.write(json.dumps(request).encode() + b"\n")
                stdin.write(body)
                stdin.flush()

    def _over(self, content: Path | bytes, file: str) -> StillHereError | None:
        """Why these bytes are not sent at all; files are measured by the child."""
        cap = self.caps.bytes
        if not isinstance(content, bytes) or len(content) <= cap:
            return None
        size = len(content)
        return StillHereError("intake/file-too-large", file=file, size=size, cap=cap)

    def answer(self, file: str) -> Parsed:
        """Wait for the answer on the last request."""
        if self._too_large is not None:
            return Parsed(file, error=self._too_large)
        process = self._running()
        self._late = False
        timer = threading.Timer(self.caps.seconds * _WAIT_FACTOR, self._stop_late)
        timer.daemon = True
        timer.start()
        try:
            line = process.stdout.readline() if process.stdout else b""
        finally:
            timer.cancel()
        if not line.endswith(b"\n"):
            return Parsed(file, error=self._ended(file))
        told = json.loads(line)
        if "code" in told:
            return Parsed(file, error=StillHereError(told["code"], **told["values"]))
        sheets = (
            Sheet(name, rows, tuple((a, b, c, d) for a, b, c, d in merged))
            for name, rows, merged in told["sheets"]
        )
        return Parsed(file, tuple(sheets))

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            self._start()
        assert self._process is not None  # noqa: S101 (just started)
        return self._process

    def _start(self) -> None:
        self._end()
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "stillhere.intake.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def _stop_late(self) -> None:
        self._late = True
        if self._process is not None:
            self._process.kill()

    def _ended(self, file: str) -> StillHereError:
        """Why the child died: time if the system or the timer says so, else memory."""
        code = self._running().wait()
        self._end()
        xcpu = getattr(signal, "SIGXCPU", None)
        if self._late or (xcpu is not None and code == -xcpu):
            return StillHereError(
                "intake/takes-too-long", file=file, seconds=self.caps.seconds
            )
        return StillHereError("intake/needs-too-much", file=file)

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with contextlib.suppress(BrokenPipeError):
                    stream.close()
