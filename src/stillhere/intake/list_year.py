"""The year two lists are of, where ages are stated and no date."""

import re
from collections import Counter
from collections.abc import Iterable

from stillhere.intake.people_list import PeopleList
from stillhere.vocabulary.fields import Field

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DATED = (Field.DATE, Field.BIRTH_DATE, Field.BIRTH_YEAR)
_SLIPS = 1000
"""One year in so many may be a slip of the pen."""


def year_of(lists: Iterable[PeopleList], latest: int) -> int | None:
    """The latest year in which anybody was born or anything is dated.

    The last in a thousand are left out as slips, and so are years to come.

    Args:
        lists: Asked together.
        latest: No year after it is believed.

    Returns:
        None where no list states a birth or a date.
    """
    counts: Counter[int] = Counter()
    for people in lists:
        for text in people.texts(_DATED):
            counts.update(y for y in map(int, _YEAR.findall(text)) if y <= latest)
    slips = counts.total() // _SLIPS
    for year in sorted(counts, reverse=True):
        slips -= counts[year]
        if slips < 0:
            return year
    return None
