"""Decisions of people about reports; themselves reports."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from stillhere.reports.report import ReportId


class JudgementKind(StrEnum):
    """A person's decision on a pair."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Judgement:
    """Two mentions are the same person, different people, or it is unsure.

    Attributes:
        second: Much hangs on it: it counts only once another person says the same.
    """

    report: ReportId
    source: str
    judgement: JudgementKind
    a: ReportId
    b: ReportId
    why: str = ""
    date: str | None = None
    second: bool = False

    def waits(self, on_pair: Iterable["Judgement"]) -> bool:
        """Whether it does not count, for want of a second reader.

        Args:
            on_pair: All judgements in force on its pair, itself included.
        """
        return self.second and not any(
            other.judgement is self.judgement and _other(other.source, self.source)
            for other in on_pair
        )


def _other(one: str, two: str) -> bool:
    return one.casefold() != two.casefold()


@dataclass(frozen=True, slots=True)
class DeathEstablished:
    """The competent authority has established a death; cites its document."""

    report: ReportId
    source: str
    person: ReportId
    authority: str
    document: str
    date: str | None = None


@dataclass(frozen=True, slots=True)
class SearchEnded:
    """A search ends, for reasons a person gives; never that a place is clear.

    Attributes:
        area: Key of the settlement, street, building or dwelling; empty for questions
            about people.
        targets: Tracing requests and calls that are closed.
        why: The reasons, as written.
    """

    report: ReportId
    source: str
    area: str = ""
    targets: tuple[ReportId, ...] = ()
    why: str = ""
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """Fields of another report as they should have read."""

    report: ReportId
    source: str
    target: ReportId


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A report, several, or a whole source, taken back."""

    report: ReportId
    source: str
    target: ReportId | None = None
    of_source: str | None = None
    targets: tuple[ReportId, ...] = ()
