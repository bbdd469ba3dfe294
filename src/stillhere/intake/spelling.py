"""How names and dates are spelt, told anew for each of the lists one table holds."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from zlib import crc32

from stillhere.intake.assigned import Assigned
from stillhere.intake.evidence import Values, month_first
from stillhere.intake.propose import SAMPLE, names_spelt
from stillhere.intake.sheet import Cells
from stillhere.reports.canonical import clean_text
from stillhere.reports.profile import Profile
from stillhere.vocabulary.fields import Field

_FEWEST = 12
"""Rows from which a list is told apart from the others of its table."""


def shuffled(rows: Iterable[Cells]) -> list[Cells]:
    """The rows in an order that is theirs alone, wherever they stood before.

    The first of them are a fair sample, and the same one for the same rows.
    """
    return sorted(rows, key=_place)


def _place(cells: Cells) -> tuple[int, Cells]:
    said = "\x1f".join(cells).encode("utf-8", "surrogatepass")
    return crc32(said), cells


def spelt_by_list(
    profile: Profile, headers: Sequence[str], rows: Sequence[Cells]
) -> Mapping[str, Profile]:
    """The profile of each list that a table with a column of lists holds.

    Language, order of names and order of dates are told from the first rows of each.
    A list of few rows is read as the table is. Empty for a table of one list.

    Args:
        profile: Of the whole table.
        headers: One per column.
        rows: All of them.
    """
    wanted = profile.headers(Field.LIST)
    if not wanted:
        return {}
    places = [headers.index(header) for header in wanted]
    samples: defaultdict[str, list[Cells]] = defaultdict(list)
    for cells in rows:
        own = samples[_list_of(cells, places)]
        if len(own) < SAMPLE:
            own.append(cells)
    return {
        name: _spelt(profile, headers, sample)
        for name, sample in samples.items()
        if name and len(sample) >= _FEWEST
    }


def _list_of(cells: Cells, places: Sequence[int]) -> str:
    texts = (clean_text(cells[place]) for place in places if place < len(cells))
    return " ".join(text for text in texts if text)


def _spelt(profile: Profile, headers: Sequence[str], sample: list[Cells]) -> Profile:
    columns = []
    for column in profile.columns:
        place = headers.index(column.header)
        cells = [c[place] if place < len(c) else "" for c in sample]
        columns.append(Assigned(column.header, column.field, (), Values.of(cells)))
    language, order = names_spelt(columns)
    months = month_first([c.values for c in columns])
    return replace(
        profile,
        language=language,
        name_order=order,
        month_first=profile.month_first if months is None else months,
    )
