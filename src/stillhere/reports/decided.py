"""What a decision says of other reports, read from its body without trusting it.

A body that is not what it should be yields nothing; `Book.findings` says so.
"""

from dataclasses import dataclass, field
from typing import Any

from stillhere.reports.canonical import clean_text
from stillhere.reports.report import Report, ReportId
from stillhere.vocabulary.kinds import ReportKind

ACTING = (ReportKind.CORRECTION, ReportKind.WITHDRAWAL, ReportKind.ERASURE)
"""Kinds that change the force or the reading of the reports they name."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a correction does to the body of its target.

    Attributes:
        fields: Header or field name to what it should have read.
        without: Headers or field names that should have been empty.
    """

    fields: dict[str, Any] = field(default_factory=dict)
    without: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.fields or self.without)

    def apply(self, fields: dict[str, Any]) -> dict[str, Any]:
        """A new body: the old one without `without`, then with `fields`."""
        kept = {k: v for k, v in fields.items() if k not in self.without}
        return kept | self.fields


def readable(report: Report) -> bool:
    """Whether the body is a JSON object."""
    return _body(report) is not None


def targets(report: Report) -> tuple[ReportId, ...]:
    """Reports this decision names, sorted; empty for claims and source withdrawals."""
    if report.kind not in ACTING:
        return ()
    fields = _body(report) or {}
    named = [*_texts(fields.get("targets")), *_texts([fields.get("target")])]
    return tuple(sorted({ReportId(target) for target in named}))


def withdrawn_source(report: Report) -> str | None:
    """The source a withdrawal takes back as a whole (the undo of an import)."""
    return _source(report, ReportKind.WITHDRAWAL, "source")


def profiled_source(report: Report) -> str | None:
    """The source a profile is about."""
    return _source(report, ReportKind.PROFILE, "about")


def change(report: Report) -> Change:
    """What a correction changes; a false value for anything else."""
    if report.kind is not ReportKind.CORRECTION:
        return Change()
    body = _body(report) or {}
    fields, without = body.get("fields"), body.get("without")
    return Change(
        fields if isinstance(fields, dict) else {},
        tuple(_texts(without)),
    )


def _source(report: Report, kind: ReportKind, name: str) -> str | None:
    if report.kind is not kind:
        return None
    source = (_body(report) or {}).get(name)
    return clean_text(source) if isinstance(source, str) else None


def _texts(value: object) -> list[str]:
    return [v for v in value if isinstance(v, str)] if isinstance(value, list) else []


def _body(report: Report) -> dict[str, Any] | None:
    try:
        fields: Any = report.fields
    except ValueError:
        return None
    return fields if isinstance(fields, dict) else None
