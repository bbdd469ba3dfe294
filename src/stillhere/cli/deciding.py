"""``decide``: decisions on doubtful links from a file, and the queue as such a file."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any

import typer

from stillhere.cli import shapes
from stillhere.cli.clock import now
from stillhere.cli.decision_rows import Decision, Reader, rows_of
from stillhere.cli.decision_sheet import Asked, doubts, sheet
from stillhere.cli.opening import Opened, opened
from stillhere.cli.options import AsJson, PassphraseFd, StorePath
from stillhere.cli.progress import steps
from stillhere.cli.screen import as_json, note, print_line, say, told
from stillhere.cli.writing import write
from stillhere.desk.entering.writing import Hand
from stillhere.desk.linking.judging import Saying, all_taken_back, decided, on_pair
from stillhere.errors import Finding, StillHereError
from stillhere.ledger import Entry, MentionId, Picture
from stillhere.pipeline import update
from stillhere.pipeline.evidence import evidence_of
from stillhere.plan import contradictions, waits_on
from stillhere.reports import Report, ReportId
from stillhere.reports.statements import JudgementKind
from stillhere.store import Store

_OFFICER = "officer"


def decide(  # noqa: PLR0913 (what a person can say about a file of decisions)
    store: StorePath,
    file: Annotated[
        Path | None,
        typer.Argument(help="Decisions, CSV or workbook; one row for each pair."),
    ] = None,
    *,
    who: Annotated[
        str, typer.Option(help="Who decided, where a row does not say so.")
    ] = "",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would happen; store nothing.")
    ] = False,
    take_back: Annotated[
        bool, typer.Option("--take-back", help="Take the decisions of the file back.")
    ] = False,
    export: Annotated[
        Path | None,
        typer.Option(help="Write pairs that wait into this file, to be filled in."),
    ] = None,
    queue: Annotated[
        Asked, typer.Option(help="Which pairs are written.")
    ] = Asked.DOUBTFUL,
    limit: Annotated[int, typer.Option(min=1, help="At most so many.")] = 100,
    names: Annotated[
        bool, typer.Option("--names", help="Write names and births into it, too.")
    ] = False,
    passphrase_fd: PassphraseFd = None,
    json: AsJson = False,
) -> None:
    """Store decisions on doubtful links from a file, or write the queue as one.

    Every row is stored as a report of who decided, or left out with the reason; all at
    once, or nothing. What would take somebody of high concern off the list counts only
    when a second person says the same.
    """
    if (file is None) == (export is None):
        reason = "Name a file of decisions, or --export a new one."
        raise StillHereError("cli/usage", reason=reason)
    with steps() as shown, opened(store, shown, fd=passphrase_fd) as found:
        if found.store is None:
            raise StillHereError("cli/needs-store", path=store, action="a decision")
        rows = rows_of(file) if file is not None else []
        picture = found.picture(shown)
        if file is None and export is not None:
            asked = doubts(picture, queue, limit)
            write(export, sheet(picture, asked, names=names))
            _tell_sheet(export, len(asked), names=names, json=json)
            return
        read = list(Reader(picture, who).read(rows))
        taking = Taking(found, found.store, picture)
        done = taking.back(read) if take_back else taking.store(read)
        if not dry_run and done.reports:
            found.store.append(done.reports, entry_date=now())
    _tell(store, done, dry_run=dry_run, json=json)


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
    """Takes the rows of one file in the light of one picture."""

    def __init__(self, found: Opened, store: Store, picture: Picture) -> None:
        self._key = store.operation_key
        self._moment = found.as_of if found.exercise else now()
        self._picture = picture
        self._joined: dict[MentionId, tuple[Entry, ...]] = {}

    def store(self, read: Iterable[Decision | Finding]) -> Done:
        """The reports of the rows that can be stored, and what they would lead to."""
        done = Done()
        stored: list[Decision] = []
        for row in read:
            if isinstance(row, Finding):
                done.findings.append(row)
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


def _tell_sheet(path: Path, pairs: int, *, names: bool, json: bool) -> None:
    if json:
        as_json({"file": str(path), "pairs": pairs, "names": names})
        return
    print_line(f"wrote {path}")
    say(f"{pairs:,} pairs, the first of the queue first. Fill in judgement and who.")
    if names:
        note(
            "It names people and is not encrypted: keep it where the lists are kept, "
            "and destroy it once it is read in."
        )


def _tell(store: Path, done: Done, *, dry_run: bool, json: bool) -> None:
    if json:
        as_json(_shape(done, dry_run=dry_run))
        return
    verb = "would be" if dry_run else "are"
    if done.back:
        say(f"{done.back:,} decisions {verb} taken back.")
    elif not done.stored:
        say(f"No decision is new; {done.known:,} were known.")
    else:
        say(f"{done.stored:,} decisions {verb} stored; {done.known:,} were known.")
    told(done.findings)
    if done.reports and not dry_run:
        print_line(f"Next: 'stillhere build {store}' brings the picture up to date.")


def _shape(done: Done, *, dry_run: bool) -> dict[str, Any]:
    return {
        "dry_run": dry_run,
        "stored": done.stored,
        "known": done.known,
        "taken_back": done.back,
        "reports": [report.id for report in done.reports],
        "findings": [shapes.finding(finding) for finding in done.findings],
    }
