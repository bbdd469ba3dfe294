"""Files of tables: opened plain or out of a ZIP, as bytes, lines or rows."""

import csv
import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import IO, Final

from stillhere.errors import StillHereError

_CHUNK: Final = 1 << 20
_GUESSED: Final = ("utf-8-sig", "utf-16")
_README: Final = "readme"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file, or the one table inside a ZIP.

    Attributes:
        path: As named.
        member: Name inside the ZIP; empty for a plain file.
    """

    path: Path
    member: str = ""

    @property
    def name(self) -> str:
        """The name of the table: that inside the ZIP where there is one."""
        return Path(self.member).name if self.member else self.path.name

    @contextmanager
    def opened(self) -> Iterator[IO[bytes]]:
        """Its bytes, unpacked as they are read."""
        if not self.member:
            with self.path.open("rb") as plain:
                yield plain
            return
        try:
            with (
                zipfile.ZipFile(self.path) as packed,
                packed.open(self.member) as inside,
            ):
                yield inside
        except (zipfile.BadZipFile, RuntimeError, EOFError) as error:
            raise _unreadable(
                self.path, "it is no whole ZIP without a password"
            ) from error

    def digest(self) -> str:
        """Hex digest of its bytes."""
        sums = blake2b(digest_size=16)
        with self.opened() as data:
            while chunk := data.read(_CHUNK):
                sums.update(chunk)
        return sums.hexdigest()

    def head(self) -> bytes:
        """Its first bytes, enough to see what it is."""
        with self.opened() as data:
            return data.read(1 << 16)

    def tabbed(self) -> Iterator[list[str]]:
        """Cells of each line of a UTF-8 text parted by tabs, without quoting.

        Raises:
            StillHereError: `places/encoding`, with the number of the line.
        """
        with self.opened() as data:
            for number, line in enumerate(data, 1):
                try:
                    text = line.decode("utf-8-sig" if number == 1 else "utf-8")
                except UnicodeDecodeError as error:
                    values = {"file": self.path.name, "line": number}
                    raise StillHereError("places/encoding", **values) from error
                if text.strip():
                    yield text.rstrip("\r\n").split("\t")

    def rows(self) -> list[list[str]]:
        """Cells of each row of a CSV, by comma, semicolon or tab.

        Raises:
            StillHereError: `places/encoding` or `places/not-this-form`.
        """
        text = self._text()
        first = text.partition("\n")[0]
        mark = max(",;\t", key=first.count)
        try:
            return [row for row in csv.reader(io.StringIO(text), delimiter=mark) if row]
        except csv.Error as error:
            raise _unreadable(self.path, "it is no CSV") from error

    def _text(self) -> str:
        with self.opened() as data:
            raw = data.read()
        wide = raw[:2] in {b"\xff\xfe", b"\xfe\xff"}
        try:
            return raw.decode(_GUESSED[wide])
        except UnicodeDecodeError as error:
            line = raw.count(b"\n", 0, error.start) + 1
            values = {"file": self.path.name, "line": line}
            raise StillHereError("places/encoding", **values) from error


def source_file(path: Path) -> SourceFile:
    """The file of a path; of a ZIP the one table in it that is no readme.

    Raises:
        StillHereError: `places/no-file`, `places/empty`, `places/not-this-form`.
    """
    if not path.is_file():
        raise StillHereError("places/no-file", file=path)
    if not path.stat().st_size:
        raise StillHereError("places/empty", file=path.name)
    if not zipfile.is_zipfile(path) or path.suffix.lower() in {".xlsx", ".xlsm"}:
        return SourceFile(path)
    with zipfile.ZipFile(path) as packed:
        names = [
            info.filename
            for info in packed.infolist()
            if not info.is_dir() and not info.filename.lower().startswith(_README)
        ]
    if not names:
        raise StillHereError("places/empty", file=path.name)
    same = [name for name in names if Path(name).stem == path.stem]
    return SourceFile(path, (same or names)[0])


def _unreadable(path: Path, reason: str) -> StillHereError:
    return StillHereError("places/not-this-form", file=path.name, reason=reason)
