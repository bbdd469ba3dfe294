"""The year two lists are of, where ages are stated and no date."""

import re
from collections import Counter
from collections.abc import Collection, Sequence

from stillhere.intake.people_list import PeopleList
from stillhere.vocabulary.fields import Field

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_BIRTHS = (Field.BIRTH_DATE, Field.BIRTH_YEAR)
_FEWEST = 300
"""Births from which on the youngest are hardly older than the list."""
_SLIPS = 1000
"""One year in so many may be a slip of the pen."""


def year_of(lists: Sequence[PeopleList], latest: int) -> int | None:
    """The latest year anything is dated by; without dates, of any birth.

    The last in a thousand are left out as slips, and so are years to come.

    Args:
        lists: Asked together.
        latest: No year after it is believed.

    Returns:
        None where no list states a date and all together too few births to tell.
    """
    dates = _years(lists, (Field.DATE,), latest)
    births = _years(lists, _BIRTHS, latest)
    return _last(dates) or (_last(births) if births.total() >= _FEWEST else None)


def _years(
    lists: Sequence[PeopleList], fields: Collection[Field], latest: int
) -> Counter[int]:
    texts = (text for people in lists for text in people.texts(fields))
    found = (int(year) for text in texts for year in _YEAR.findall(text))
    return Counter(year for year in found if year <= latest)


def _last(counts: Counter[int]) -> int | None:
    slips = counts.total() // _SLIPS
    for year in sorted(counts, reverse=True):
        slips -= counts[year]
        if slips < 0:
            return year
    return None
