"""What came of earlier calls: which numbers rest, and whose households have answered."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from stillhere.ledger import MentionId, Picture
from stillhere.plan.calling.numbers import phone_of
from stillhere.reports import ReportId
from stillhere.reports.statements import DialledStatement
from stillhere.vocabulary import CallOutcome, WhoseNumber

_DAY = len("2023-10-09")
_MINUTE = len("2023-10-09T08:30")


@dataclass(frozen=True, slots=True)
class PastCalls:
    """Calls that were made, by number.

    Attributes:
        over: Numbers not to be called again: answered, wrong, or asked not to be.
        missed: Number to the moments at which it was not answered, the earliest first.
        told: People whose household or company has answered and was asked about them.
    """

    over: frozenset[str]
    missed: dict[str, tuple[dt.datetime, ...]]
    told: frozenset[MentionId]

    @classmethod
    def of(cls, picture: Picture) -> "PastCalls":
        """The calls a picture knows of."""
        over, told = set(), set[MentionId]()
        missed: dict[str, list[dt.datetime]] = defaultdict(list)
        for said in picture.statements.values():
            if not isinstance(said, DialledStatement):
                continue
            phone = phone_of(picture, said.number)
            if said.outcome is CallOutcome.NOT_ANSWERED:
                missed[phone].append(moment(said.date or picture.as_of))
                continue
            over.add(phone)
            household = said.whose is WhoseNumber.HOUSEHOLD
            if household and said.outcome is CallOutcome.ANSWERED:
                told.update(_people(picture, said.about))
        ordered = {phone: tuple(sorted(times)) for phone, times in missed.items()}
        return cls(frozenset(over), ordered, frozenset(told))

    def due(self, phone: str, at: dt.datetime, wait_h: tuple[int, ...]) -> bool:
        """Whether a number may be called now.

        Args:
            phone: As in statements.
            at: This moment.
            wait_h: Hours to wait after each call that was not answered; after more
                calls than there are hours, it rests for good.
        """
        if phone in self.over:
            return False
        times = self.missed.get(phone, ())
        if not times:
            return True
        if len(times) > len(wait_h):
            return False
        return times[-1] + dt.timedelta(hours=wait_h[len(times) - 1]) <= at


def moment(text: str) -> dt.datetime:
    """An ISO time as the clock on the wall says it; of a bare date the end of the day.

    So a call of which only the day is known was made as late as it may have been.
    """
    if len(text) >= _MINUTE:
        return dt.datetime.fromisoformat(text[:_MINUTE])
    day = dt.datetime.fromisoformat(text[:_DAY])
    return day + dt.timedelta(days=1)


def _people(picture: Picture, about: Iterable[ReportId]) -> Iterator[MentionId]:
    for mention in about:
        try:
            yield picture.referent(mention)
        except KeyError:  # taken back since
            continue
