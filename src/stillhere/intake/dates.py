"""Written dates, times, ages and births, in the forms four languages use.

Two-digit years up to 29 are of this century, others of the last. Day before month unless
the profile says otherwise, or the numbers allow only the other way. A stated offset from
UTC is left out: lists speak in the time of the place.
"""

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

from stillhere.intake.words import finder, fold
from stillhere.reports.statements import Birth

_ISO = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::\d{2}(?:[.,]\d+)?)?"
    r"(?:Z|[+-]\d{2}:?\d{2})?)?"
)
_NUMERIC = re.compile(
    r"(?<!\d)(\d{1,4})\s*([./-])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})(?!\d)"
)
_COMPACT = re.compile(r"(?:(19\d\d|20\d\d)(\d\d)(\d\d)|(\d\d)(\d\d)(19\d\d|20\d\d))")
_YEAR = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d)(?!\d)")
_DAY_BEFORE = re.compile(r"(?<!\d)(\d{1,2})(?: (?:го|th|st|nd|rd|of))* $")
_DAY_AFTER = re.compile(r"\w* (\d{1,2})(?!\d)")
_TIME = re.compile(
    r"(?<![\d.:/-])(\d{1,2})\s*[:.h]\s*(\d{2})(?::\d{2})?\s*([ap]\.?m)?(?![\d.:/-])",
    re.IGNORECASE,
)
_AGE = re.compile(r"(?<!\d)(\d{1,3})(?:\s*[-–—]\s*(\d{1,3}))?(?!\d)")
_SERIAL = re.compile(r"\d{4,5}(?:\.\d+)?")
_MONTHS_OLD = ("month", "мес", "ամս", "ay")
_EPOCH = dt.date(1899, 12, 30)
_CENTURY_PIVOT = 29
_OLDEST = 130


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as read: month and day are 0 where not stated.

    Attributes:
        swappable: Written in numbers, with day and month that could be exchanged.
    """

    year: int
    month: int = 0
    day: int = 0
    swappable: bool = False

    @property
    def iso(self) -> str:
        """ISO text with the precision stated: ``2023``, ``2023-09`` or a full date."""
        if not self.month:
            return f"{self.year:04d}"
        day = f"-{self.day:02d}" if self.day else ""
        return f"{self.year:04d}-{self.month:02d}{day}"


@lru_cache(maxsize=131072)
def read_date(text: str, *, month_first: bool = False) -> WrittenDate | None:
    """The date in a cell, or None; text around it is allowed."""
    found = _iso(text) or _numeric(text, month_first=month_first)
    if found is not None or len(text) < 4:
        return found
    return _worded(text) or _compact(text) or _year_only(text)


@lru_cache(maxsize=65536)
def read_moment(text: str, clock: str = "", *, month_first: bool = False) -> str | None:
    """ISO date, or date and time to the minute, of one cell or a date and a time cell."""
    date = read_date(text, month_first=month_first)
    if date is None:
        return None
    if not date.day:
        return date.iso
    time = read_time(clock) or read_time(_after_date(text))
    return f"{date.iso}T{time}" if time else date.iso


@lru_cache(maxsize=8192)
def read_time(text: str) -> str | None:
    """``HH:MM`` of the first time of day in a text, or None."""
    match = _TIME.search(text)
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2])
    half = (match[3] or "").lower()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else None


@lru_cache(maxsize=131072)
def read_birth(text: str, *, month_first: bool = False) -> Birth | None:
    """What a birth cell states: a full date, a year, or a span of years."""
    years = [int(y) for y in _YEAR.findall(text)]
    if len(years) == 2 and not _NUMERIC.search(text):
        first, last = sorted(years)
        return Birth(first, last) if last - first <= 40 else None
    date = read_date(text, month_first=month_first) or _serial(text)
    if date is None:
        return None
    return Birth(date.year, date.year, date.month, date.day, swappable=date.swappable)


@lru_cache(maxsize=65536)
def read_age(text: str, on: str) -> Birth | None:
    """Years of birth that fit a stated age (or a span of ages) on an ISO date."""
    ages = ages_of(text)
    year = on[:4]
    if ages is None or not year.isdigit():
        return None
    youngest, oldest = ages
    return Birth(int(year) - oldest - 1, int(year) - youngest, from_age=True)


def ages_of(text: str) -> tuple[int, int] | None:
    """The youngest and oldest age a cell states; months count as age 0."""
    match = _AGE.search(text)
    if match is None:
        return None
    first = int(match[1])
    last = int(match[2] or first)
    if fold(text[match.end() :]).startswith(_MONTHS_OLD):
        first = last = 0 if first < 24 else first // 12
    return (first, last) if first <= last <= _OLDEST else None


def _iso(text: str) -> WrittenDate | None:
    match = _ISO.fullmatch(text)
    return _checked(match[1], match[2], match[3], ordered=True) if match else None


def _numeric(text: str, *, month_first: bool) -> WrittenDate | None:
    match = _NUMERIC.search(text)
    if match is None:
        return None
    one, two, three = match[1], match[3], match[4]
    if len(one) == 4:
        return _checked(one, two, three, ordered=True) if len(three) == 2 else None
    if len(one) == 3:
        return None
    return _checked(_full_year(three), *((one, two) if month_first else (two, one)))


def _checked(
    year: str | int, month: str, day: str, *, ordered: bool = False
) -> WrittenDate | None:
    """A date that exists; numbers that fit only the other way round are exchanged."""
    y, m, d = int(year), int(month), int(day)
    if m > 12 and not ordered:
        m, d = d, m
    if m == 0 and d == 0:
        return WrittenDate(y)
    try:
        dt.date(y, m, d)
    except ValueError:
        return None
    return WrittenDate(y, m, d, swappable=d <= 12 and d != m)


def _worded(text: str) -> WrittenDate | None:
    """A date with the name of its month, in any of the four languages."""
    found = finder("month").around(text)
    year = _YEAR.search(text)
    if found is None or year is None:
        return None
    before, month, after = found
    day = _DAY_BEFORE.search(before) or _DAY_AFTER.match(after)
    if day is None:
        return WrittenDate(int(year[0]), int(month))
    date = _checked(year[0], month, day[1], ordered=True)
    return date and WrittenDate(date.year, date.month, date.day)


def _compact(text: str) -> WrittenDate | None:
    match = _COMPACT.fullmatch(text)
    if match is None:
        return None
    if match[1]:
        return _checked(match[1], match[2], match[3], ordered=True)
    return _checked(match[6], match[5], match[4])


def _year_only(text: str) -> WrittenDate | None:
    years = _YEAR.findall(text)
    return WrittenDate(int(years[0])) if len(set(years)) == 1 else None


def _serial(text: str) -> WrittenDate | None:
    """A date a spreadsheet left as its day number (days since 30 December 1899)."""
    if not _SERIAL.fullmatch(text) or not 366 <= float(text) < 60_000:
        return None
    date = _EPOCH + dt.timedelta(days=int(float(text)))
    return WrittenDate(date.year, date.month, date.day)


def _full_year(text: str) -> int:
    year = int(text)
    if len(text) == 4:
        return year
    return year + (2000 if year <= _CENTURY_PIVOT else 1900)


def _after_date(text: str) -> str:
    """What follows the date in a cell that holds both."""
    match = _ISO.match(text)
    if match:
        return f"{match[4]}:{match[5]}" if match[4] else text[match.end() :]
    numeric = _NUMERIC.search(text)
    if numeric:
        return text[numeric.end() :]
    return text if ":" in text else ""
