"""Looking for planted words in files, and into encrypted pages with the key in hand."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from stillhere.store.keys import DataKey

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")
_MIXER = np.uint64(0x9E3779B97F4A7C15)
_SHIFT = np.uint64(40)
_PAGE, _RESERVED, _SALT, _IV = 4096, 80, 16, 16
"""Page layout of SQLCipher 4: text, then the vector of 16 bytes, then the HMAC."""


class Finder:
    """Finds any of many words, each of at least eight bytes, in any alignment."""

    def __init__(self, words: Iterable[str]) -> None:
        coded = [w.encode(e) for w in words for e in ENCODINGS]
        self._starting: dict[bytes, list[bytes]] = {}
        for text in coded:
            self._starting.setdefault(text[:8], []).append(text)
        starts = np.frombuffer(b"".join(self._starting), dtype="<u8")
        self._maybe = np.zeros(1 << 24, dtype=bool)
        self._maybe[(starts * _MIXER) >> _SHIFT] = True

    def find(self, data: bytes) -> list[bytes]:
        """The planted words found in these bytes."""
        found: list[bytes] = []
        for shift in range(8):
            length = (len(data) - shift) // 8
            if length <= 0:
                break
            cells = np.frombuffer(data, dtype="<u8", count=length, offset=shift)
            for cell in np.flatnonzero(self._maybe[(cells * _MIXER) >> _SHIFT]):
                place = shift + 8 * int(cell)
                words = self._starting.get(data[place : place + 8], ())
                found += [w for w in words if data.startswith(w, place)]
        return found

    def look_through(self, folder: Path) -> dict[str, int]:
        """Look into every file below; returns sizes by name, fails on a find."""
        seen: dict[str, int] = {}
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                data = file.read_bytes()
                assert self.find(data) == [], file
                seen[file.name] = len(data)
        return seen


def decrypted_pages(path: Path, key: DataKey) -> Iterator[bytes]:
    """Each page of a store as plain bytes, unused room included."""
    data = path.read_bytes()
    secret = key.subkey("database")
    for start in range(0, len(data), _PAGE):
        page = data[start : start + _PAGE]
        skipped = _SALT if start == 0 else 0
        vector = page[_PAGE - _RESERVED : _PAGE - _RESERVED + _IV]
        cipher = Cipher(algorithms.AES256(secret), modes.CBC(vector))
        yield cipher.decryptor().update(page[skipped : _PAGE - _RESERVED])
