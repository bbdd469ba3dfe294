"""Cells of a plain text file as positions in its bytes; text is made of few of them.

A file is plain here if nothing in it is quoted: then every separator parts two cells and
every line end two rows, and cells are found, told apart and counted without a loop.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from stillhere.identity import Coded
from stillhere.identity.growing import Array, ranges, stable_order
from stillhere.identity.keys import mix

_WORD = 8
_END = ord("\n")
_TEXTS = 50_000
"""Pieces made text at once (bounds memory)."""

_FILLED = np.array([(1 << (8 * n)) - 1 for n in range(_WORD + 1)], np.uint64)
"""Mask of the first n bytes of a word."""


@dataclass(frozen=True, slots=True, eq=False)
class Pieces:
    """Some pieces of a text.

    Attributes:
        bytes: The text in UTF-8, and at least two words of room behind it.
        starts, lengths: Of each piece.
    """

    bytes: Array
    starts: Array
    lengths: Array

    @classmethod
    def of(cls, texts: Sequence[str]) -> "Pieces":
        """Pieces that are these texts."""
        joined = "".join(texts)
        pieces = texts if joined.isascii() else [text.encode() for text in texts]
        lengths = np.fromiter(map(len, pieces), np.int64, len(pieces))
        return cls(_roomy(joined.encode()), np.cumsum(lengths) - lengths, lengths)

    def hashes(self) -> Array:
        """A 64-bit number of each piece, the same for the same text everywhere."""
        hashes = np.zeros(len(self.starts), np.uint64)
        rows, word = np.arange(len(self.starts)), 0
        while len(rows):
            hashes[rows] = mix(51, hashes[rows], self._words(rows, word))
            word += 1
            rows = rows[self.lengths[rows] > _WORD * word]
        return hashes

    def coded(self) -> Coded[str] | None:
        """Distinct texts and which of them each piece is; None if two share a number."""
        hashes = self.hashes()
        order = stable_order(hashes)
        fresh = np.ones(len(order), np.bool_)
        np.not_equal(hashes[order[1:]], hashes[order[:-1]], out=fresh[1:])
        if fresh.all():
            return Coded(self.texts(), np.arange(len(order), dtype=np.int32))
        codes = np.empty(len(order), np.int32)
        codes[order] = np.cumsum(fresh) - 1
        first = order[fresh]
        if not self._same(first[codes]):
            return None
        return Coded(
            Pieces(self.bytes, self.starts[first], self.lengths[first]).texts(), codes
        )

    def texts(self) -> list[str]:
        """The texts; none may hold a line end."""
        found: list[str] = []
        for part in np.array_split(
            np.arange(len(self.starts)), len(self.starts) // _TEXTS + 1
        ):
            lengths = self.lengths[part] + 1
            joined = self.bytes[ranges(self.starts[part], lengths)]
            joined[np.cumsum(lengths) - 1] = _END
            found += joined.tobytes().decode().split("\n")[:-1]
        return found

    def _same(self, others: Array) -> bool:
        """Whether each piece is the same text as that other one."""
        rows, word = np.flatnonzero(others != np.arange(len(others))), 0
        if (self.lengths[rows] != self.lengths[others[rows]]).any():
            return False
        while len(rows):
            if (self._words(rows, word) != self._words(others[rows], word)).any():
                return False
            word += 1
            rows = rows[self.lengths[rows] > _WORD * word]
        return True

    def _words(self, rows: Array, word: int) -> Array:
        """Eight bytes of some pieces from one word on, the first the lowest."""
        whole = self.bytes.view("<u8")
        place = self.starts[rows] + _WORD * word
        shift = (place % _WORD * 8).astype(np.uint64)
        place //= _WORD
        words = whole[place] >> shift | whole[place + 1] << (np.uint64(64) - shift)
        left = np.minimum(self.lengths[rows] - _WORD * word, _WORD)
        masked: Array = words & _FILLED[left]
        return masked


def is_plain(data: bytes) -> bool:
    """Whether a text holds no quotes, no bare carriage returns and no zero bytes."""
    bare = data.count(b"\r") - data.count(b"\r\n")
    return b'"' not in data and not bare and b"\0" not in data


def cells_of(data: bytes, separator: str, width: int) -> list[Pieces] | None:
    """The columns of rows of a plain text; None where one is wider or narrower.

    Args:
        data: Without its first line, in UTF-8.
        separator: Between cells; of one byte.
        width: Cells of every row.
    """
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n")
    if data and not data.endswith(b"\n"):
        data += b"\n"
    whole = _roomy(data)
    marks = np.flatnonzero((whole == ord(separator)) | (whole == _END))
    if len(marks) % width:
        return None
    starts = np.zeros(len(marks), np.int64)
    starts[1:] = marks[:-1] + 1
    ends = whole[marks].reshape(-1, width) == _END
    if not ends[:, -1].all() or ends[:, :-1].any():
        return None
    if width == 1 and (marks == starts).any():
        return None
    first, count = starts.reshape(-1, width), (marks - starts).reshape(-1, width)
    return [Pieces(whole, first[:, c].copy(), count[:, c].copy()) for c in range(width)]


def _roomy(data: bytes) -> Array:
    """The bytes of a text with two words of room, as many as make whole words."""
    room = 3 * _WORD - len(data) % _WORD
    return np.frombuffer(data + bytes(room), np.uint8)
