"""Decisions of a file become reports; what they lead to; and their withdrawal."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from stillhere.cli.clock import now
from stillhere.cli.decision_rows import Decision
from stillhere.desk.entering.writing import Hand
from stillhere.desk.linking.judging import (
    Saying,
    all_taken_back,
    decided,
    on_pair,
    takes_two,
)
from stillhere.errors import Finding
from stillhere.ledger import Entry, MentionId, Picture
from stillhere.pipeline import update
from stillhere.pipeline.evidence import evidence_of
from stillhere.plan import contradictions, waits_on
from stillhere.reports import OperationKey, Report, ReportId
from stillhere.reports.statements import JudgementKind

_OFFICER = "officer"


@dataclass(slots=True)
class Done:
    """What came of a file.

    Attributes:
        reports: To store.
        stored: Rows that are new.
        known: Rows that were decided so before.
        back: Decisions that were taken back.
        findings: Rows that were left out, that wait, or that do not hold.
    """

    reports: list[Report] = field(default_factory=list)
    stored: int = 0
    known: int = 0
    back: int = 0
    findings: list[Finding] = field(default_factory=list)


class Taking:
    """Takes the rows of one file in the light of one picture.

    Args:
        picture: What the decisions are about.
        key: Of the operation.
        moment: ISO time of decisions that state none.
        accounts: Whether people are told apart by the names they sign in with.
    """

    def __init__(
        self, picture: Picture, key: OperationKey, moment: str, *, accounts: bool
    ) -> None:
        self._picture = picture
        self._key = key
        self._moment = moment
        self._accounts = accounts
        self._first: dict[tuple[MentionId, MentionId], Decision] = {}
        self._joined: dict[MentionId, tuple[Entry, ...]] = {}

    def store(self, read: Iterable[Decision | Finding]) -> Done:
        """The reports of the rows that can be stored, and what they would lead to."""
        done = Done()
        stored: list[Decision] = []
        for row in read:
            if isinstance(row, Finding):
                done.findings.append(row)
                continue
            confirms = self._confirms(row)
            if confirms is not None:
                done.findings.append(confirms)
                continue
            reports = self._reports(row)
            done.known += not reports
            done.stored += bool(reports)
            done.reports += reports
            if reports:
                stored.append(row)
        if stored:
            after = update(self._picture, done.reports)
            done.findings += _outcomes(after, stored)
        return done

    def back(self, read: Iterable[Decision | Finding]) -> Done:
        """The withdrawal of what the rows decided; who decided otherwise stays."""
        done = Done()
        meant: set[ReportId] = set()
        for row in read:
            if isinstance(row, Finding):
                done.findings.append(row)
                continue
            source = self._hand(row).author
            meant |= {
                j.report
                for j in on_pair(self._picture, row.pair)
                if j.source == source and j.judgement is row.judgement
            }
        done.back = len(meant)
        hand = Hand(self._key, _OFFICER, self._moment, self._is_taken_back)
        done.reports = all_taken_back(self._picture, meant, hand, now())
        return done

    def _confirms(self, row: Decision) -> Finding | None:
        """Why a row may not be the second that says so; None where it may be, or is none.

        A name in a file is no signature: two of one file may be one person, and so may
        any two where nobody signs in.
        """
        if row.judgement is not JudgementKind.SAME:
            return None
        author = self._hand(row).author.casefold()
        said = [
            j.source.casefold()
            for j in on_pair(self._picture, row.pair)
            if j.judgement is row.judgement
        ]
        first = self._first.setdefault(row.pair, row)
        if author in said:
            return None
        if first is not row and takes_two(self._picture, row.pair, self._people(row)):
            return Finding.of("cli/decision-own-second", row=row.row, first=first.row)
        if said and not self._accounts and waits_on(self._picture, row.pair):
            return Finding.of("cli/decision-second-unknown", row=row.row)
        return None

    def _reports(self, row: Decision) -> list[Report]:
        people = self._people(row)
        said = Saying(row.judgement, row.note, people)
        at = row.when or now()
        reports = decided(self._picture, row.pair, said, self._hand(row), at)
        if row.judgement is JudgementKind.SAME:
            for person in people:
                self._joined[person.id] = people
        return reports

    def _people(self, row: Decision) -> tuple[Entry, ...]:
        """Everybody this row and those before it say are one person."""
        both = [self._picture.entry(mention) for mention in row.pair]
        if row.judgement is not JudgementKind.SAME:
            return tuple(both)
        joined = [p for e in both for p in self._joined.get(e.id, (e,))]
        return tuple({person.id: person for person in joined}.values())

    def _hand(self, row: Decision) -> Hand:
        day = row.when or self._moment
        return Hand(self._key, row.who, day, self._is_taken_back)

    def _is_taken_back(self, report: ReportId) -> bool:
        book = evidence_of(self._picture).bench.book
        return report in book.reports and book.withdrawn(report)


def _outcomes(after: Picture, stored: Iterable[Decision]) -> Iterator[Finding]:
    """Rows that wait for a second reader, or that others contradict."""
    clashing = {
        (r.pair, r.judgement.judgement)
        for c in contradictions(after)
        for r in c.rulings
        if r.judgement.judgement is JudgementKind.DIFFERENT or not r.holds
    }
    for row in stored:
        if (frozenset(row.pair), row.judgement) in clashing:
            yield Finding.of("cli/decision-beaten", row=row.row)
        elif row.judgement is JudgementKind.SAME and waits_on(after, row.pair):
            yield Finding.of("cli/decision-waits", row=row.row)
