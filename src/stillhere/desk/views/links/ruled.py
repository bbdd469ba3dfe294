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
        a, b: The mentions.
        one, two: The same as lines.
        judgement: What was decided.
        source: Who decided.
        at: ISO time, as far as stated; empty where none is.
        why: As written.
        holds: Whether the picture is as it says.
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
    own: bool


def ruled(request: HttpRequest, picture: Picture, ruling: Ruling) -> Ruled:
    """The decision with both mentions."""
    said = ruling.judgement
    one, two = lines(request, picture, (said.a, said.b))
    report = picture.evidence.report(said.report)
    stated = report.fields.get("at") if report is not None else None
    return Ruled(
        report=said.report,
        a=said.a,
        b=said.b,
        one=one,
        two=two,
        judgement=said.judgement,
        source=said.source,
        at=stated if isinstance(stated, str) else said.date or "",
        why=said.why,
        holds=ruling.holds,
        own=said.source == f"desk:{request.user.get_username()}",
    )
