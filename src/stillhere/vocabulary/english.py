"""Dates for readers of English, the language the words of this program are written in."""

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_DATE = 10
_MINUTES = 16


def spoken(iso: str) -> str:
    """``9 October 2023``, with hour and zone where they are stated; else as written."""
    parts = iso[:_DATE].split("-")
    if len(parts) != 3 or not all(p.isdecimal() for p in parts):
        return iso
    year, month, day = (int(p) for p in parts)
    if not 1 <= month <= len(_MONTHS):
        return iso
    said = f"{day} {_MONTHS[month - 1]} {year}"
    hour = clock(iso)
    return f"{said}, {hour}" if hour else said


def clock(iso: str) -> str:
    """``08:30 (UTC+04:00)`` of an ISO time; empty for a date alone."""
    hour = iso[_DATE + 1 : _MINUTES]
    return f"{hour}{_zone(iso[_MINUTES:])}" if hour else ""


def _zone(rest: str) -> str:
    at = max(rest.find("+"), rest.find("-"))
    if at >= 0:
        return f" (UTC{rest[at:]})"
    return " (UTC)" if rest.endswith("Z") else ""
