"""In which figures a report counts, as far as one look tells."""

from collections.abc import Iterator

from stillhere.desk.figure_words import TITLES, title
from stillhere.desk.figures import Asked
from stillhere.desk.operation.current import the_operation
from stillhere.ledger import Picture
from stillhere.reports import Report
from stillhere.reports.statements import (
    CallStatement,
    NeedStatement,
    Statement,
    TracingRequest,
    VisitStatement,
)

_BY_KIND: tuple[tuple[type[Statement], str], ...] = (
    (VisitStatement, "visits"),
    (CallStatement, "calls"),
    (TracingRequest, "tracing_requests"),
    (NeedStatement, "needs_open"),
)


def counted_in(picture: Picture, report: Report) -> list[tuple[str, str]]:
    """Name and address of figures the report stands behind."""
    names = _names(picture, report)
    own = [(str(TITLES[name]), Asked(name).address) for name in names]
    said = picture.evidence.mention(report.id)
    if said is None or not own:
        return own
    asked = Asked(said.event.value, source=report.source)
    return [*own, (title(asked, the_operation().gazetteer), asked.address)]


def _names(picture: Picture, report: Report) -> Iterator[str]:
    said = picture.statements.get(report.id)
    for kind, name in _BY_KIND:
        met = isinstance(said, NeedStatement) and said.met
        if isinstance(said, kind) and not met:
            yield name
    try:
        entry = picture.entry(report.id)
    except KeyError:
        return
    yield "people"
    if report.id in entry.cites("status"):
        yield entry.status.value
