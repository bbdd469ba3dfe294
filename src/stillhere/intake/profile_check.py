"""What is doubtful in a profile, seen beside the table it shall read.

Nothing here refuses a profile: rows are kept whatever it says, and a corrected one reads
them anew.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from stillhere.errors import Finding
from stillhere.intake.dates import read_date
from stillhere.intake.evidence import Values, month_first
from stillhere.intake.needs import NEEDS, REGISTER_NEEDS, lacks
from stillhere.intake.propose import SAMPLE
from stillhere.intake.stating import LIST_KINDS
from stillhere.intake.table import Table
from stillhere.reports.profile import Profile
from stillhere.vocabulary.fields import Field

_DATES = (Field.DATE, Field.BIRTH_DATE, Field.SINCE, Field.UNTIL, Field.EXPECTED)
_BIRTHS = (Field.BIRTH_DATE, Field.BIRTH_YEAR, Field.DATE)
_FEW = 0.1
"""A tenth of a column of dates may be remarks."""


def check_profile(profile: Profile, table: Table) -> tuple[Finding, ...]:
    """What a person should look at before confirming this profile for this table.

    Returns:
        One finding for each doubt, about the headers first, then the columns, then the
        settings; empty where there is none.
    """
    return tuple(f for check in _CHECKS for f in check(profile, table))


def check_headers(profile: Profile, table: Table) -> Iterator[Finding]:
    """Headers that only the profile has, only the table has, or that stand twice."""
    source = profile.source
    named = Counter(c.header for c in profile.columns)
    gone = [h for h in named if h not in table.headers]
    if gone:
        headers = _listed(gone)
        yield Finding.of("intake/header-missing", source=source, headers=headers)
    unknown = [h for h in table.headers if h not in named]
    if unknown:
        headers = _listed(unknown)
        yield Finding.of("intake/header-unknown", source=source, headers=headers)
    twice = [h for h, times in named.items() if times > 1]
    if twice:
        headers = _listed(twice)
        yield Finding.of("intake/header-twice", source=source, headers=headers)


def _kind(profile: Profile, table: Table) -> Iterator[Finding]:
    source, kind = profile.source, profile.kind
    if kind not in LIST_KINDS:
        yield Finding.of("intake/kind-not-of-lists", source=source, kind=kind)
    elif lacks(kind, _fields(profile, table)):
        fields = _listed(NEEDS[kind])
        code = "intake/profile-lacks"
        yield Finding.of(code, source=source, kind=kind, fields=fields)


def _key(profile: Profile, table: Table) -> Iterator[Finding]:
    keys = profile.headers(Field.KEY)
    if len(keys) > 1:
        headers = _listed(keys)
        yield Finding.of("intake/keys-several", source=profile.source, headers=headers)
    for header in keys[:1]:
        filled = Values.of(_column(table, header)).cells
        again = sum(times > 1 for times in Counter(filled).values())
        if again:
            source = profile.source
            code = "intake/key-repeats"
            yield Finding.of(code, source=source, header=header, count=again)


def _register(profile: Profile, table: Table) -> Iterator[Finding]:
    fields = _fields(profile, table)
    gone = [n for n in REGISTER_NEEDS if not any(f in fields for f in n)]
    if profile.register and gone:
        names = _listed([n[0] for n in gone])
        yield Finding.of("intake/register-lacks", source=profile.source, fields=names)


def _dates(profile: Profile, table: Table) -> Iterator[Finding]:
    columns = []
    for header in (h for f in _DATES for h in profile.headers(f)):
        filled = Values.of(_column(table, header)[:SAMPLE])
        columns.append(filled)
        unread = [c for c in filled.cells if read_date(c) is None]
        if len(unread) > _FEW * len(filled.cells):
            yield Finding.of(
                "intake/dates-unread",
                source=profile.source,
                header=header,
                unread=len(unread),
                cells=len(filled.cells),
            )
    proved = month_first(columns)
    if proved is not None and proved is not profile.month_first:
        yield Finding.of("intake/date-order", source=profile.source)


def _list_date(profile: Profile, table: Table) -> Iterator[Finding]:
    source = profile.source
    if profile.date is not None and not _is_iso(profile.date):
        text = profile.date
        yield Finding.of("intake/list-date-unreadable", source=source, text=text)
    fields = _fields(profile, table)
    dated = profile.date is not None or any(f in fields for f in _BIRTHS)
    if Field.AGE in fields and not dated:
        yield Finding.of("intake/ages-without-date", source=source)


_CHECKS: tuple[Callable[[Profile, Table], Iterator[Finding]], ...] = (
    check_headers,
    _kind,
    _key,
    _register,
    _dates,
    _list_date,
)


def _fields(profile: Profile, table: Table) -> set[Field]:
    """Meanings of the columns that are here."""
    return {c.field for c in profile.columns if c.header in table.headers}


def _column(table: Table, header: str) -> list[str]:
    if header not in table.headers:
        return []
    place = table.headers.index(header)
    return [cells[place] if place < len(cells) else "" for _, cells in table.rows]


def _is_iso(text: str) -> bool:
    """A full date, or a year as proposed for undated lists of ages."""
    if len(text) == len("2023") and text.isdecimal():
        return True
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names)
