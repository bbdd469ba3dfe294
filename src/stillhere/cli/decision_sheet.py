"""The queue of doubtful links as a file: to be decided on paper or in a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Iterator
from enum import StrEnum

from stillhere.cli.words import birth, latin, share
from stillhere.intake.formulas import disarmed
from stillhere.ledger import MentionId, Picture
from stillhere.plan import (
    EFFECTS,
    WHYS,
    Doubt,
    doubtful,
    rulings,
    second_reads,
    unconfirmed,
)
from stillhere.reports.statements import JudgementKind


class Asked(StrEnum):
    """Which queue is written."""

    DOUBTFUL = "doubtful"
    UNCONFIRMED = "unconfirmed"
    SECOND = "second"


_HEADERS = ("place", "mention_a", "mention_b", "row_a", "row_b")
_NAMED = ("name_a", "born_a", "name_b", "born_b")
_JUDGED = ("likely", "concern", "changes", "why", "first", "judgement", "who")
_LAST = ("when", "note")


def doubts(picture: Picture, queue: Asked, limit: int) -> tuple[Doubt, ...]:
    """The first pairs of a queue."""
    if queue is Asked.SECOND:
        return second_reads(picture, "", limit)
    return (doubtful if queue is Asked.DOUBTFUL else unconfirmed)(picture, limit)


def sheet(picture: Picture, asked: Iterable[Doubt], *, names: bool) -> bytes:
    """The pairs as CSV, UTF-8 with a byte order mark, for spreadsheet programs.

    Without names it holds ids, sources and rows alone: who has the lists at hand finds
    both people there, and who finds the file does not.
    """
    buffer = io.StringIO()
    lines = csv.writer(buffer, lineterminator="\r\n")
    named = _NAMED if names else ()
    lines.writerow((*_HEADERS, *named, *_JUDGED, *_LAST))
    first = _first(picture)
    for doubt in asked:
        said = _words(picture, doubt) if names else ()
        lines.writerow([disarmed(c) for c in _line(picture, doubt, said, first)])
    return buffer.getvalue().encode("utf-8-sig")


def _line(
    picture: Picture,
    doubt: Doubt,
    named: Iterable[str],
    first: dict[frozenset[str], str],
) -> Iterator[str]:
    yield str(doubt.place)
    yield from (doubt.a, doubt.b)
    yield from (_row(picture, m) for m in (doubt.a, doubt.b))
    yield from named
    yield share(doubt.probability)
    yield str(doubt.concern)
    yield EFFECTS[doubt.effect]
    yield WHYS[doubt.why]
    yield first.get(frozenset((doubt.a, doubt.b)), "")
    yield from ("", "", "", "")


def _row(picture: Picture, mention: MentionId) -> str:
    """Source and row, as the file can be read in again; the source of typed entries."""
    origin = picture.evidence.provenance(mention)
    report = picture.evidence.report(mention)
    source = report.source if report is not None else ""
    return f"{source}:{origin.row}" if origin is not None else source


def _words(picture: Picture, doubt: Doubt) -> Iterator[str]:
    for mention in (doubt.a, doubt.b):
        said = picture.evidence.mention(mention)
        if said is not None:
            yield latin(said.name.text, said.name.language) if said.name else ""
            yield birth(said.birth)
        else:
            yield from ("", "")


def _first(picture: Picture) -> dict[frozenset[str], str]:
    """Who has said already that a pair is the same and waits for another, by pair."""
    waits = (r for r in rulings(picture, JudgementKind.SAME) if r.waits)
    return {
        r.pair: f"{r.judgement.source}, {r.judgement.date or ''}".rstrip(", ")
        for r in waits
    }
