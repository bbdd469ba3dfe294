"""A decision that is in force, as pages show it."""

from dataclasses import dataclass

from django.http import HttpRequest

from stillhere.desk.views.lines import Line, lines
from stillhere.ledger import MentionId, Picture
from stillhere.plan import Ruling
from stillhere.reports import ReportId
from stillhere.reports.statements import JudgementKind


@dataclass(frozen=True, slots=True)
class Ruled:
    """One decision.

    Attributes:
        report: Of the decision.
        a, b: The mentions, a < b.
        one, two: The same as lines.
        judgement: What was decided.
        source: Who decided.
        at: ISO time, as far as stated; empty where none is.
        why: As written.
        holds: Whether the picture is as it says.
        waits: Whether it counts only once another person has said the same.
        own: Whether whoever reads this decided it.
    """

    report: ReportId
    a: MentionId
    b: MentionId
    one: Line
    two: Line
    judgement: JudgementKind
    source: str
    at: str
    why: str
    holds: bool
    waits: bool
    own: bool


def ruled(request: HttpRequest, picture: Picture, ruling: Ruling) -> Ruled:
    """The decision with both mentions."""
    said = ruling.judgement
    a, b = sorted((said.a, said.b))
    one, two = lines(request, picture, (a, b))
    report = picture.evidence.report(said.report)
    stated = report.fields.get("at") if report is not None else None
    return Ruled(
        report=said.report,
        a=a,
        b=b,
        one=one,
        two=two,
        judgement=said.judgement,
        source=said.source,
        at=stated if isinstance(stated, str) else said.date or "",
        why=said.why,
        holds=ruling.holds,
        waits=ruling.waits,
        own=said.source == reader_of(request),
    )


def reader_of(request: HttpRequest) -> str:
    """How the decisions of whoever reads this name them."""
    return f"desk:{request.user.get_username()}"
