"""The report itself and its content id.

What the source stated (kind, source, ordinal among identical rows, body) is in the id.
What a node adds (author, basis, scopes, dates of keeping) is not: two laptops that read
one row hold one report, and `Report.merged` joins what they added in a way that does not
depend on order.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import Any, NewType

from stillhere.reports.canonical import Json, canonical_body, clean_text
from stillhere.reports.key import OperationKey
from stillhere.vocabulary.kinds import Basis, ReportKind, Scope

ReportId = NewType("ReportId", str)
"""32 hex digits: keyed BLAKE2b-128 of what the source stated."""

ID_BYTES = 16

EMPTY = "{}"
"""The body of an erased report; a statement of nothing at all counts as one."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a node adds to a statement when it enters it.

    Attributes:
        author: Node or device key that entered it.
        basis: Legal basis of holding it.
        scopes: Purposes it may be used for; kept sorted, each once.
        source_date: ISO date or time the source gives for it; a claim, never an order.
        derived_from: Name of the source this one retells.
        expires: ISO date from which personal fields must go.
    """

    author: str = "node"
    basis: Basis = Basis.VITAL_INTEREST
    scopes: tuple[Scope, ...] = (Scope.OPERATIONS,)
    source_date: str | None = None
    derived_from: str | None = None
    expires: str | None = None

    def __post_init__(self) -> None:
        """Sort the scopes, so that equal stamps are equal values."""
        object.__setattr__(self, "scopes", tuple(sorted(set(self.scopes))))


@dataclass(frozen=True, slots=True)
class Report:
    """What one source said, unaltered.

    Attributes:
        id: Content id.
        kind: What it is about; `row` for a row of a list.
        source: Which list, form, caller or team.
        ordinal: Its number among identical statements of the source, from 0.
        source_key: Declared key, instance id, or the ordinal as text.
        body: Canonical JSON of what was stated; `EMPTY` once erased.
        stamp: What nodes added.
    """

    id: ReportId
    kind: ReportKind
    source: str
    ordinal: int
    source_key: str
    body: str
    stamp: Stamp = Stamp()

    @property
    def fields(self) -> dict[str, Any]:
        """The body as a new dictionary."""
        parsed: dict[str, Any] = json.loads(self.body)
        return parsed

    def merged(self, other: "Report") -> "Report":
        """Join the same statement from two nodes: narrower scopes, earlier expiry.

        Commutative, associative and idempotent; an emptied body wins over a full one,
        except that of an erasure: what it names must stay erased.
        """
        keeps_body = self.kind is ReportKind.ERASURE
        return replace(
            self,
            source_key=min(self.source_key, other.source_key),
            body=min(
                self.body, other.body, key=lambda b: ((b == EMPTY) is keeps_body, b)
            ),
            stamp=_merged_stamp(self.stamp, other.stamp),
        )

    def erased(self) -> "Report":
        """The same report with an empty body and no key: id, source and dates stay.

        An erasure is returned as it is: it holds ids, and empties other reports for
        good.
        """
        if self.kind is ReportKind.ERASURE:
            return self
        return replace(self, body=EMPTY, source_key="")


def report_id(
    key: OperationKey, kind: ReportKind, source: str, ordinal: int, body: str
) -> ReportId:
    """Keyed BLAKE2b-128 over the canonical bytes of what the source stated."""
    text = f"{kind.value}\x1f{source}\x1f{ordinal}\x1f{body}"
    digest = blake2b(text.encode(), digest_size=ID_BYTES, key=key.secret)
    return ReportId(digest.hexdigest())


def make_report(  # noqa: PLR0913 (the fields of one statement)
    key: OperationKey,
    kind: ReportKind,
    source: str,
    fields: Mapping[str, Json],
    *,
    ordinal: int = 0,
    source_key: str | None = None,
    stamp: Stamp | None = None,
) -> Report:
    """Make the report of one statement.

    Args:
        key: The operation's key.
        kind: Kind of report.
        source: Name of the source, cleaned here.
        fields: What was stated, as written; texts are cleaned, empties left out. An
            instance id of a form belongs in here: two submissions are two reports.
        ordinal: Number among identical statements of this source, from 0.
        source_key: Declared key or instance id; the ordinal where there is none. Not
            part of the id, since a corrected profile may declare another key.
        stamp: What this node adds.
    """
    source = clean_text(source)
    body = canonical_body(fields)
    return Report(
        id=report_id(key, kind, source, ordinal, body),
        kind=kind,
        source=source,
        ordinal=ordinal,
        source_key=str(ordinal) if source_key is None else clean_text(source_key),
        body=body,
        stamp=Stamp() if stamp is None else stamp,
    )


def merge_all(reports: Iterable[Report]) -> dict[ReportId, Report]:
    """One report per id, in id order; repetition and order change nothing."""
    merged: dict[ReportId, Report] = {}
    for report in reports:
        known = merged.get(report.id)
        if known is None:
            merged[report.id] = report
        elif known != report:
            merged[report.id] = known.merged(report)
    return dict(sorted(merged.items()))


def _merged_stamp(one: Stamp, two: Stamp) -> Stamp:
    return Stamp(
        author=min(one.author, two.author),
        basis=min(one.basis, two.basis),
        scopes=tuple(sorted(set(one.scopes) & set(two.scopes))),
        source_date=_earliest(one.source_date, two.source_date),
        derived_from=_earliest(one.derived_from, two.derived_from),
        expires=_earliest(one.expires, two.expires),
    )


def _earliest(one: str | None, two: str | None) -> str | None:
    stated = [value for value in (one, two) if value is not None]
    return min(stated, default=None)
