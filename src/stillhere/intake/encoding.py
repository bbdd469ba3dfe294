"""Bytes to text: which letters a list is written in.

Decided by the bytes alone, in a fixed order: byte-order mark, zero bytes of UTF-16,
strict UTF-8, then the single-byte code pages, judged by whether their words look like
words; last what charset-normalizer proposes.
"""

import codecs
import re

from charset_normalizer import from_bytes

from stillhere.errors import StillHereError
from stillhere.intake.armscii import decode_armscii

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NO_LISTS = {  # said to readers
    b"%PDF": "a PDF document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"{\\rtf": "a text document",
    b"SQLite format 3": "a database",
}
"""First bytes of files that people send for lists."""
_PAGES = ("cp1251", "koi8-r", "cp866", "mac-cyrillic", "cp1254", "cp1252")
ARMSCII = "armscii-8"
_SAMPLE = 64 * 1024
_GOOD_ENOUGH = 0.8
_SCRIPT_BYTES = (0x00, 0x01, 0x02, 0x04, 0x05, 0x20, 0x21)
"""High bytes of Latin, Cyrillic and Armenian letters, and of signs."""
_NEARLY_ALL = 0.9
_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile(r"[А-ЯЁІЇЄЎ]?[а-яёіїєў]+|[А-ЯЁІЇЄЎ]+")
_ARMENIAN = re.compile(r"[Ա-Ֆ]?[ա-և]+|[Ա-Ֆ]+")
_LATIN = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-ž]?[a-zß-öø-ÿĀ-ž]+|[A-ZÀ-ÖØ-ÞĀ-ž]+")
_COMMON = frozenset("оеаинтсрвлкмдпОЕАИНТСРВЛКМДП")


def decode(data: bytes, file: str) -> str:
    """The text of these bytes, without its byte-order mark.

    Raises:
        StillHereError: No encoding gives words, or the one they are in is broken.
    """
    for start, kind in _NO_LISTS.items():
        if data.startswith(start):
            raise StillHereError("intake/other-kind", file=file, kind=kind)
    encoding = encoding_of(data)
    if encoding == ARMSCII:
        text = decode_armscii(data)
        if text is not None:
            return text
    try:
        return data.decode("utf-8" if encoding == ARMSCII else encoding)
    except UnicodeDecodeError as error:
        raise StillHereError(
            "intake/encoding-unreadable", file=file, byte=error.start
        ) from error


def encoding_of(data: bytes) -> str:
    """Name of the encoding; ``utf-8`` where nothing fits (so that decoding fails)."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    unmarked = _utf16(data[:_SAMPLE])
    if unmarked is not None:
        return unmarked
    if _decodes(data, "utf-8"):
        return "utf-8"
    return _single_byte(data) or _proposed(data) or "utf-8"


def _utf16(sample: bytes) -> str | None:
    """UTF-16 without a mark: nearly every other byte is the number of a script."""
    if b"\0" not in sample:
        return None
    for name, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        scripts = sum(high.count(page) for page in _SCRIPT_BYTES)
        if scripts >= _NEARLY_ALL * len(high):
            return name
    return None


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _single_byte(data: bytes) -> str | None:
    """The page whose words look most like words; ties in the order of `_PAGES`."""
    sample = _foreign_lines(data)
    scored = [
        (_likeness(sample.decode(page, errors="replace")), -rank, page)
        for rank, page in enumerate(_PAGES)
    ]
    score, _, page = max(scored)
    armenian = decode_armscii(sample)
    if armenian is not None and _likeness(armenian) > max(score, _GOOD_ENOUGH):
        return ARMSCII if decode_armscii(data) is not None else None
    return page if score >= _GOOD_ENOUGH and _decodes(data, page) else None


def _foreign_lines(data: bytes) -> bytes:
    """Lines with bytes beyond ASCII, up to a sample: the rest says nothing."""
    lines = [line for line in data.splitlines(keepends=True) if not line.isascii()]
    return b"".join(lines)[:_SAMPLE]


def _likeness(text: str) -> float:
    """Share of letters beyond ASCII in words of one script and regular case, 0 to 1.5.

    Half a point more for letters that Russian uses most, which tells code pages apart
    that only swap the case.
    """
    foreign = sum(not c.isascii() for c in text)
    good = common = 0
    for word in _WORD.findall(text):
        letters = sum(not c.isascii() for c in word)
        if _CYRILLIC.fullmatch(word):
            good += letters
            common += sum(c in _COMMON for c in word)
        elif _ARMENIAN.fullmatch(word) or (
            letters * 2 <= len(word) and _LATIN.fullmatch(word)
        ):
            good += letters
    signs = sum(c in "№«»–—’“”„…°" for c in text)
    return (good + signs + 0.5 * common) / foreign if foreign else 0.0


def _proposed(data: bytes) -> str | None:
    best = from_bytes(_foreign_lines(data)).best()
    if best is None or not _decodes(data, best.encoding):
        return None
    text = str(best)
    foreign = sum(not c.isascii() for c in text)
    letters = sum(c.isalpha() and not c.isascii() for c in text)
    return best.encoding if letters >= _GOOD_ENOUGH * foreign else None
